import type { OrderView } from '../../../contract/orders.ts';
import type { Caller } from '../../access/caller.ts';
import { displayHostName } from '../../inventory/display-host-name.ts';
import { orderIdsByNumber } from '../../inventory/load-orders.ts';
import { notesOf } from '../../inventory/notes.ts';
import { editableOrderFields, type OrderLine } from '../../inventory/order-list.ts';
import { orderParts } from '../../inventory/order-parts.ts';
import type { RenewedAnswer } from '../../inventory/renewed.ts';
import { renewedWords } from '../../inventory/renewed-words.ts';
import { clockTimelines } from '../../notices/clock-timelines.ts';
import { loadMessages } from '../../notices/load-messages.ts';
import type { PlanningRules } from '../../notices/plan-touches.ts';
import { requestsOfOrders } from '../../renewals/request-by-hand.ts';
import type { PartnerTransaction } from '../../storage/database.ts';
import { presentContact } from './contact-presenter.ts';
import { etagOf } from './etag.ts';
import type { RowView } from './expiring-presenter.ts';
import { presentMessage } from './message-presenter.ts';
import { presentNote } from './note-presenter.ts';
import { presentOrderLine, presentRequest, presentTimeline } from './order-presenter.ts';

export interface ViewOptions {
  readonly caller: Caller;
  readonly view: RowView;
  readonly planning: PlanningRules;
  readonly now: Temporal.Instant;
  readonly today: string;
}

/** Everything that the quick view of an order shows, gathered in one transaction. */
export async function orderView(
  tx: PartnerTransaction,
  order: OrderLine,
  { caller, view, planning, now, today }: ViewOptions,
): Promise<OrderView> {
  const parts = await orderParts(tx, order.id);
  const timelines = await clockTimelines(tx, parts.clocks, { planning, now: now.epochMilliseconds });
  const byId = new Map(timelines.map((timeline) => [timeline.clock.clock, timeline]));
  const filter = { visible: caller.customers, order: order.id };
  const messages = await loadMessages(tx, { filter, limit: 20, after: undefined });
  const requests = await requestsOfOrders(tx, [order.id]);
  const notes = await notesOf(tx, { kind: 'order', id: order.id });
  const evidence = order.renewedEvidence as RenewedAnswer | null;
  const numbers = evidence?.successors.map(({ number }) => number) ?? [];
  const successors = await orderIdsByNumber(tx, order.customer, numbers);
  const request = requests.get(order.id);
  return {
    ...presentOrderLine(order, view.seesPrices),
    names: order.names.map(displayHostName),
    holder: order.holder,
    term: order.term,
    serverCount: order.serverCount,
    remark: order.remark,
    ownOwner: order.ownOwner,
    customerNoticesOn: order.customerNoticesOn,
    mutedAt: order.mutedAt?.toString() ?? null,
    mutedReason: order.mutedReason,
    automationOn: order.automationOn,
    renewalOf: order.renewalOf,
    renewedBy: order.renewedBy,
    renewedWords: evidence === null ? null : renewedWords(evidence, view.language, order.serverCount),
    successors: numbers.map((number) => ({ id: successors.get(number) ?? null, number })),
    contact: order.contact,
    request: request ? presentRequest(request) : null,
    certificates: parts.certificates.map((certificate) => ({
      ...certificate,
      commonName: certificate.commonName === null ? null : displayHostName(certificate.commonName),
      names: certificate.names.map(displayHostName),
      replacedAt: certificate.replacedAt?.toString() ?? null,
    })),
    clocks: parts.clocks.flatMap((id) => {
      const timeline = byId.get(id);
      return timeline ? [presentTimeline(timeline, { ...view, today })] : [];
    }),
    contacts: parts.people.map((person) => ({
      ...presentContact(person),
      parts: [...person.parts],
      disowned: person.disowned,
    })),
    messages: messages.map(presentMessage),
    notes: notes.map((note) => presentNote(note, caller)),
    etag: orderEtag(order),
  };
}

/** The version of what can be edited of an order. */
export function orderEtag(order: OrderLine): string {
  return etagOf({ ...editableOrderFields(order) });
}
