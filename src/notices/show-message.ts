import { createHash } from 'node:crypto';
import type { NoticePlan } from '../cadence/notice-plan.ts';
import { Fault } from '../kernel/fault.ts';
import type { RowId } from '../kernel/ids.ts';
import { fixedNow } from '../kernel/now.ts';
import { loadBrands } from '../partners/load-brands.ts';
import type { Partner } from '../partners/partner.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { RenderedNotice } from '../templates/render-notice.ts';
import type { DeliveryRow } from './claim-store.ts';
import { factsWithoutPrices } from './facts-without-prices.ts';
import {
  composeLetter,
  factsToStore,
  type Letterhead,
  messageIdOf,
  messageLines,
  renderStored,
  type StoredFacts,
} from './make-message.ts';
import { type ResendRow, selectCustomerOfContact, selectFamily } from './message-action-store.ts';
import {
  type NoticeEventRow,
  type NoticeRow,
  selectNotice,
  selectNoticeEvents,
  selectPreview,
} from './message-store.ts';
import { loadBatchFacts } from './prepare-notices.ts';
import { type SendingDeps, type SendingRun, withOwnMail } from './sending.ts';

/** A message as its recipient has it, or would have it. */
export interface ShownMessage {
  /** `fixed`: made again from what was kept, byte for byte. `changed`: kept facts in today's template or brand. */
  readonly kind: 'fixed' | 'changed' | 'planned' | 'preview';
  readonly to: { readonly name: string | null; readonly address: string };
  readonly rendered: RenderedNotice;
  /** The whole message, amounts included: only for whoever may see prices. */
  readonly bytes: Uint8Array;
  /** `rendered` again without amounts and without the links that lead to them; the same where it speaks of none. */
  readonly withoutPrices: RenderedNotice;
  readonly namesPrices: boolean;
  readonly head: Letterhead;
  readonly plannedAt: Temporal.Instant;
  readonly deliveries: readonly ShownDelivery[];
  /** Null for a preview. */
  readonly notice: NoticeRow | null;
  readonly events: readonly NoticeEventRow[];
  /** The first message and all that say it again, but for this one. */
  readonly family: readonly ResendRow[];
  /** Of its contact; null where that is gone, and for a preview. */
  readonly customer: { readonly id: RowId; readonly name: string } | null;
}

export interface ShownDelivery {
  readonly orderNumber: string | null;
  readonly kind: string;
  readonly stage: number;
  readonly droppedBy: string | null;
}

/** One notice of the ledger with its message. Throws `not-found`, and `invalid` where facts are missing. */
export async function showMessage(deps: SendingDeps, partner: Partner, id: RowId): Promise<ShownMessage> {
  const run = await runFor(deps, partner);
  const scope = deps.db.forPartner(partner.id);
  const found = await scope.transaction(async (tx) => {
    const notice = await selectNotice(tx, id);
    if (!notice) return undefined;
    return {
      ...{ notice, events: await selectNoticeEvents(tx, id), facts: await factsOf(tx, run, notice) },
      family: await selectFamily(tx, notice),
      customer: await selectCustomerOfContact(tx, notice.contact),
    };
  });
  if (!found)
    throw new Fault('not-found', `there is no message ${id}`, { code: 'no-message', params: { id } });
  const { notice, events, facts, family, customer } = found;
  if (notice.contentRemovedAt !== null) {
    const day = notice.contentRemovedAt.toString().slice(0, 10);
    throw new Fault('not-found', `what message ${id} said was removed on ${day}: it is kept no longer`, {
      hint: 'to whom it went, when and about what is still in the list of messages',
      code: 'content-removed',
      params: { id, day },
    });
  }
  const contact = facts.contacts.get(notice.contact);
  // Its contact may have another address by now; it went to the one that it bears.
  const address = contact?.addressKey === notice.addressKey ? contact.address : notice.addressKey;
  const to = { name: contact?.name ?? null, address };
  const stored = (notice.facts as StoredFacts | null) ?? plannedFacts(run, notice, to, facts);
  const rendered = await renderStored(run, notice, stored);
  const messageId = notice.messageId ?? messageIdOf(run, notice.id);
  const date = notice.messageDate ?? notice.plannedAt;
  const { bytes } = await composeLetter(run, notice, to, { rendered, messageId, date });
  const { plannedAt, deliveries } = notice;
  return {
    ...{
      kind: kindOf(notice, bytes),
      to,
      rendered,
      bytes,
      head: notice,
      plannedAt,
      deliveries,
      notice,
      events,
      family,
      customer,
    },
    ...(await hidePrices(run, notice, { stored, rendered })),
  };
}

/**
 * A message that is planned for some day, as it would be made then. Throws `not-found` where what it speaks of is gone,
 * and `invalid` where facts are missing.
 */
export async function showPlanned(
  deps: SendingDeps,
  partner: Partner,
  plan: NoticePlan,
): Promise<ShownMessage> {
  const asOf = Temporal.Instant.fromEpochMilliseconds(Math.floor(plan.at));
  const run = await runFor({ ...deps, now: fixedNow(asOf) }, partner);
  const head = { ...plan, id: '0', brand: plan.brand || null };
  const facts = await deps.db.forPartner(partner.id).transaction((tx) => factsOf(tx, run, head));
  return previewOf(run, head, { facts, asOf });
}

/** One message of the last preview. */
export async function showPreview(deps: SendingDeps, partner: Partner, id: RowId): Promise<ShownMessage> {
  const found = await deps.db.forPartner(partner.id).transaction(async (tx) => {
    const preview = await selectPreview(tx, id);
    if (!preview) return undefined;
    const run = await runFor({ ...deps, now: fixedNow(preview.asOf) }, partner);
    const { plan } = preview;
    const head = { ...plan, id, brand: plan.brand || null };
    return { preview, run, head, facts: await factsOf(tx, run, head) };
  });
  if (!found)
    throw new Fault('not-found', `there is no preview p${id}; a newer preview may have replaced it`, {
      code: 'no-preview',
      params: { id },
    });
  const { preview, run, head, facts } = found;
  return previewOf(run, head, { facts, asOf: preview.asOf });
}

async function previewOf(
  run: SendingRun,
  head: Subject,
  { facts, asOf }: { readonly facts: Awaited<ReturnType<typeof factsOf>>; readonly asOf: Temporal.Instant },
): Promise<ShownMessage> {
  const contact = facts.contacts.get(head.contact) ?? { name: null, address: head.addressKey };
  const to = { name: contact.name, address: contact.address };
  const stored = plannedFacts(run, head, to, facts);
  const rendered = await renderStored(run, head, stored);
  const letter = { rendered, messageId: messageIdOf(run, head.id), date: asOf };
  const { bytes } = await composeLetter(run, head, to, letter);
  const deliveries = head.deliveries.map(({ order, kind, stage }) => ({
    orderNumber: facts.orders.get(order)?.number ?? null,
    kind,
    stage,
    droppedBy: null,
  }));
  const shown = {
    ...{ to, rendered, bytes, head, deliveries },
    ...(await hidePrices(run, head, { stored, rendered })),
  };
  return { kind: 'preview', ...shown, plannedAt: asOf, notice: null, events: [], family: [], customer: null };
}

async function hidePrices(
  run: SendingRun,
  head: Letterhead,
  { stored, rendered }: { readonly stored: StoredFacts; readonly rendered: RenderedNotice },
): Promise<Pick<ShownMessage, 'withoutPrices' | 'namesPrices'>> {
  const { facts, hidden } = factsWithoutPrices(stored);
  if (!hidden) return { withoutPrices: rendered, namesPrices: false };
  return { withoutPrices: await renderStored(run, head, facts), namesPrices: true };
}

async function runFor(deps: SendingDeps, partner: Partner): Promise<SendingRun> {
  const { brands, defaultBrand } = await loadBrands(deps.db.forPartner(partner.id), partner);
  const own = await withOwnMail(deps, partner);
  return { deps: own, partner, worker: '0', brands, defaultBrand, links: deps.linksFor(partner.id) };
}

type Subject = Letterhead & { readonly contact: RowId; readonly deliveries: readonly DeliveryRow[] };

async function factsOf(tx: PartnerTransaction, run: SendingRun, subject: Subject) {
  return loadBatchFacts(tx, run, [subject]);
}

function plannedFacts(
  run: SendingRun,
  subject: Subject,
  to: { readonly name: string | null },
  facts: Awaited<ReturnType<typeof factsOf>>,
): StoredFacts {
  const known = subject.deliveries.filter(
    (delivery) => facts.clocks.has(delivery.clock) && facts.orders.has(delivery.order),
  );
  if (known.length === 0) {
    throw new Fault('not-found', 'what this message spoke of has been taken out of the inventory', {
      code: 'message-without-orders',
    });
  }
  const lines = messageLines(run, subject, known, facts).map(({ line }) => line);
  return factsToStore(run, subject, to, { lines, facts });
}

function kindOf(notice: NoticeRow, bytes: Uint8Array): ShownMessage['kind'] {
  if (notice.digest === null) return 'planned';
  return createHash('sha256').update(bytes).digest('hex') === notice.digest ? 'fixed' : 'changed';
}
