import type { MessageRow } from '../../../contract/messages.ts';
import { displayHostName } from '../../inventory/display-host-name.ts';
import type { MessageLine } from '../../notices/load-messages.ts';

export function presentMessage(line: MessageLine): MessageRow {
  return {
    id: line.id,
    state: line.state,
    address: line.addressKey,
    contact: line.contactName,
    customer: line.customerName,
    subject: line.subject,
    ...(line.about === null ? {} : { about: displayHostName(line.about) }),
    channel: line.channel,
    stage: line.stage,
    orders: line.orders,
    plannedAt: line.plannedAt.toString(),
    notBefore: line.notBefore.toString(),
    finishedAt: line.finishedAt?.toString() ?? null,
    isResend: line.isResend,
    isSeen: line.isSeen,
  };
}
