import type { InboxItem as ItemShown } from '../../../contract/inbox.ts';
import type { InboxItem } from '../../inbox/inbox-item.ts';
import { displayHostName } from '../../inventory/display-host-name.ts';
import { type Mention, readableWords } from '../../inventory/note-words.ts';

export function presentInboxItem(item: InboxItem): ItemShown {
  const { facts, commonName } = item;
  const isMention = item.kind === 'mentioned';
  return {
    id: item.id,
    kind: item.kind,
    ref: item.ref,
    at: item.at.toString(),
    dueAt: item.dueAt?.toString() ?? null,
    read: item.readAt !== null,
    doneAt: item.doneAt?.toString() ?? null,
    snoozedUntil: item.snoozedUntil,
    customer: item.customer === null ? null : { id: item.customer, name: item.customerName ?? '' },
    order:
      item.order === null || item.orderNumber === null
        ? null
        : {
            id: item.order,
            number: item.orderNumber,
            commonName: commonName === null ? null : displayHostName(commonName),
          },
    by: isMention ? item.by : item.askedBy,
    words: item.words === null ? null : readableWords(item.words, item.mentions as Mention[]),
    nextOn: item.nextOn,
    messages: facts.messages ?? null,
    file: facts.file ?? null,
    state: (facts.state as ItemShown['state']) ?? null,
  };
}
