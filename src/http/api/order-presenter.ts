import type {
  ClockShown,
  OrderRow,
  OrderRequest as RequestShown,
  TimelineTouch,
} from '../../../contract/orders.ts';
import { reasonWords } from '../../cadence/reason-words.ts';
import { stageWords } from '../../cadence/stage-words.ts';
import { authorityName } from '../../catalogue/authorities.ts';
import { displayHostName } from '../../inventory/display-host-name.ts';
import { shareLeft } from '../../inventory/expiring.ts';
import type { OrderLine } from '../../inventory/order-list.ts';
import type { ClockTimeline, TimelineTouch as Touch } from '../../notices/clock-timelines.ts';
import type { OrderRequest } from '../../renewals/request-by-hand.ts';
import type { RowView } from './expiring-presenter.ts';
import { presentMoney } from './present-money.ts';

export function presentOrderLine(order: OrderLine, seesPrices: boolean): OrderRow {
  return {
    id: order.id,
    number: order.number,
    authority: order.authority,
    authorityName: authorityName(order.authority),
    status: order.status,
    commonName: order.commonName === null ? null : displayHostName(order.commonName),
    moreNames: Math.max(0, order.names.length - 1),
    product: order.product,
    customer: { id: order.customer, name: order.customerName, account: order.accountNumber },
    owner: order.owner,
    orderedOn: order.orderedOn,
    coversFrom: order.coversFrom,
    coversUntil: order.coversUntil,
    renewed: order.renewed,
    requestedAt: order.renewalRequestedAt?.toString() ?? null,
    noticesOn: order.noticesOn,
    price: presentMoney(order.price, seesPrices),
  };
}

export function presentRequest(request: OrderRequest): RequestShown {
  const { id, how, at, personName, note, state, silent, owner, nextOn, newNumber } = request;
  const answer = answerOf(request);
  return {
    id,
    answer,
    how,
    at: at.toString(),
    by: personName,
    note,
    state,
    silent,
    owner,
    nextOn,
    newNumber,
  };
}

/** What was wished or said, whatever has become of it. */
export function answerOf({ state }: Pick<OrderRequest, 'state'>): RequestShown['answer'] {
  return state === 'open' || state === 'renewed' ? 'renew' : state;
}

export function presentTimeline(
  { clock, windows, touches, silent }: ClockTimeline,
  { language, timeZone, today }: Pick<RowView, 'language' | 'timeZone'> & { readonly today: string },
): ClockShown {
  const beginsOn = dayOf(clock.beganAt);
  const endsOn = Temporal.PlainDate.from(dayOf(clock.endsAt)).subtract({ days: 1 }).toString();
  const daysLeft = Temporal.PlainDate.from(today).until(endsOn, { largestUnit: 'days' }).days;
  return {
    id: clock.clock,
    kind: clock.kind,
    beginsOn,
    endsOn,
    endsAt: instantText(clock.endsAt),
    daysLeft,
    shareLeft: shareLeft({ beginsOn, endsOn, daysLeft }),
    stages: windows.map(({ stage, opens, closes }) => ({
      stage: stage.daysBefore,
      opens: instantText(opens),
      closes: instantText(closes),
      words: stageWords(stage.daysBefore, language),
    })),
    touches: touches.map((touch) => presentTouch(touch, { language, timeZone })),
    silent: silent ? reasonWords(silent, language, timeZone) : null,
  };
}

function presentTouch(
  touch: Touch,
  { language, timeZone }: Pick<RowView, 'language' | 'timeZone'>,
): TimelineTouch {
  return {
    stage: touch.stage,
    channel: touch.channel,
    state: touch.state,
    at: instantText(touch.at),
    until: touch.until === null ? null : instantText(touch.until),
    why: reasonWords(touch.reason, language, timeZone),
    stageWords: stageWords(touch.stage, language),
    message: touch.carrier?.notice ?? null,
    messageState: touch.carrier?.state ?? null,
  };
}

function dayOf(millis: number): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(millis))
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
    .toString();
}

function instantText(millis: number): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(millis)).toString();
}
