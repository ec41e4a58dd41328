import type { ExpiringRow } from '../../../contract/expiring.ts';
import { reasonWords } from '../../cadence/reason-words.ts';
import { authorityName } from '../../catalogue/authorities.ts';
import { displayHostName } from '../../inventory/display-host-name.ts';
import { shareLeft } from '../../inventory/expiring.ts';
import type { ExpiringLine } from '../../inventory/expiring-list.ts';
import type { Language } from '../../kernel/locale.ts';
import type { ClockOutlook } from '../../notices/outlook-of-clocks.ts';
import { groupOf } from './expiring-filter.ts';
import { presentMoney } from './present-money.ts';

export interface RowView {
  readonly language: Language;
  readonly timeZone: string;
  readonly seesPrices: boolean;
}

export function presentExpiringLine(
  line: ExpiringLine,
  outlook: ClockOutlook | undefined,
  view: RowView,
): ExpiringRow {
  const { clock } = line;
  const { last, next, why } = outlook ?? {};
  return {
    clock: clock.clock,
    kind: clock.kind,
    order: clock.order,
    number: clock.orderNumber,
    authority: clock.authority,
    authorityName: authorityName(clock.authority),
    commonName: line.commonName === null ? null : displayHostName(line.commonName),
    moreNames: line.moreNames,
    product: line.product,
    term: line.term,
    beginsOn: line.beginsOn,
    endsOn: line.endsOn,
    endsAt: instantText(clock.endsAt),
    daysLeft: line.daysLeft,
    shareLeft: shareLeft(line),
    group: groupOf(line.daysLeft),
    customer: { id: clock.customer, name: line.customerName, account: line.accountNumber },
    holder: line.holder,
    owner: line.owner,
    renewed: clock.renewed.kind,
    requestedAt: clock.renewalRequestedAt === null ? null : instantText(clock.renewalRequestedAt),
    noticesOn: line.orderNoticesOn,
    noticesGo: clock.noticesOn,
    lastNotice: last ? { message: last.notice, at: last.at.toString(), stage: last.stage } : null,
    nextNotice: next ? { at: next.at.toString(), stage: next.stage, state: next.state } : null,
    why: why ? reasonWords(why, view.language, view.timeZone) : null,
    price: presentMoney(line.price, view.seesPrices),
  };
}

function instantText(millis: number): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(millis)).toString();
}
