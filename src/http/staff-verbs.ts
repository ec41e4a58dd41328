import { reasonWords } from '../cadence/reason-words.ts';
import { displayHostName } from '../inventory/display-host-name.ts';
import { type ExpiringRow as InventoryRow, shareLeft } from '../inventory/expiring.ts';
import { countExpiring, loadExpiringPage } from '../inventory/load-expiring.ts';
import { Fault } from '../kernel/fault.ts';
import type { Language } from '../kernel/locale.ts';
import type { Now } from '../kernel/now.ts';
import { eventWords } from '../notices/event-words.ts';
import { listMessages, listPreviews } from '../notices/list-messages.ts';
import { reasonName } from '../notices/reason-name.ts';
import type { SendingDeps } from '../notices/sending.ts';
import { showMessage, showPreview } from '../notices/show-message.ts';
import { type ClockStanding, standingOfClocks } from '../notices/standing-of-clocks.ts';
import { findPartner, type Partner } from '../partners/partner.ts';
import type { PartnerScope } from '../storage/database.ts';
import type { StaffVerbs } from './deps.ts';
import type {
  ExpiringGroup,
  ExpiringPage,
  ExpiringQuery,
  ExpiringRow,
  MessageRow,
  MessagesPage,
  MessagesQuery,
  ShownMessage,
} from './staff-facts.ts';

/** Days left, both included. What ended longer ago than a month is no longer up for renewal. */
const ranges: Readonly<Record<ExpiringGroup, { readonly from: number; readonly to: number }>> = {
  lapsed: { from: -30, to: -1 },
  7: { from: 0, to: 7 },
  30: { from: 8, to: 30 },
  60: { from: 31, to: 60 },
  90: { from: 61, to: 90 },
};
const whole = { from: ranges.lapsed.from, to: ranges[90].to };

/** The pages of one partner's people over the features behind them. `slug` is looked up anew for each page. */
export function staffVerbs(deps: SendingDeps, slug: string | undefined): StaffVerbs {
  const partner = () => findPartner(deps.db, slug);
  return {
    account: async () => {
      const { name, sendingOn, settings } = await partner();
      return { name, sendingOn, timeZone: settings.defaultTimeZone };
    },
    expiringPage: async (query) => expiring(deps, await partner(), query),
    listMessages: async (query) => messages(deps.db.forPartner((await partner()).id), query),
    message: async (id, language) => message(deps, await partner(), id, language),
  };
}

async function expiring(deps: SendingDeps, partner: Partner, query: ExpiringQuery): Promise<ExpiringPage> {
  const today = dayOf(deps.now, partner);
  return deps.db.forPartner(partner.id).transaction(async (tx) => {
    const asked = { asOf: today, renewed: false, text: query.text };
    const counts = countsByGroup(await countExpiring(tx, { ...asked, ...whole }));
    const page = await loadExpiringPage(tx, {
      ...asked,
      ...(query.group ? ranges[query.group] : whole),
      limit: query.limit,
      after: readPlace(query.after),
    });
    const standing = await standingOfClocks(
      tx,
      page.rows.map((row) => row.clock),
    );
    const view = { language: query.language, timeZone: partner.settings.defaultTimeZone };
    return {
      counts,
      rows: page.rows.map((row) => expiringRow(row, standing.get(row.clock), view)),
      next: page.next ? `${page.next.clock}_${page.next.endsAt}` : null,
    };
  });
}

function dayOf(now: Now, partner: Partner): string {
  return now().toZonedDateTimeISO(partner.settings.defaultTimeZone).toPlainDate().toString();
}

function countsByGroup(byDays: ReadonlyMap<number, number>): Record<ExpiringGroup, number> {
  const counts: Record<ExpiringGroup, number> = { lapsed: 0, 7: 0, 30: 0, 60: 0, 90: 0 };
  for (const [days, count] of byDays) counts[groupOf(days)] += count;
  return counts;
}

function groupOf(daysLeft: number): ExpiringGroup {
  const found = Object.entries(ranges).find(([, { from, to }]) => daysLeft >= from && daysLeft <= to);
  return (found?.[0] ?? '90') as ExpiringGroup;
}

/** A place that a reader has changed by hand is no place: the page begins anew. */
function readPlace(text: string | undefined): { endsAt: string; clock: string } | undefined {
  const match = /^(\d{1,18})_(\d{4,6}-[\d :.+TZ-]{6,40})$/.exec(text ?? '');
  return match ? { clock: match[1]!, endsAt: match[2]! } : undefined;
}

function expiringRow(
  row: InventoryRow,
  standing: ClockStanding | undefined,
  view: { readonly language: Language; readonly timeZone: string },
): ExpiringRow {
  const { lastNotice, keptBack } = standing ?? {};
  return {
    order: row.order,
    number: row.number,
    commonName: row.commonName === null ? null : displayHostName(row.commonName),
    moreNames: row.moreNames,
    group: groupOf(row.daysLeft),
    endsOn: row.endsOn,
    endsAt: Temporal.PlainDate.from(row.endsOn).add({ days: 1 }).toZonedDateTime('UTC').toInstant(),
    daysLeft: row.daysLeft,
    shareLeft: shareLeft(row),
    product: row.productName,
    authority: row.authority,
    customer: row.customerName,
    holder: row.holder,
    noticesOn: row.noticesOn,
    lastNotice: lastNotice
      ? { message: lastNotice.notice, at: lastNotice.at, stage: lastNotice.stage }
      : null,
    why: keptBack ? reasonWords(keptBack.reason, view.language, view.timeZone) : null,
  };
}

/** Previews come first and on one page: there are never more of them than are kept. */
async function messages(scope: PartnerScope, query: MessagesQuery): Promise<MessagesPage> {
  const previews =
    query.state === undefined || query.state === 'preview' ? await previewRows(scope, query) : [];
  if (query.state === 'preview') return { rows: previews, next: null };
  const notices = await listMessages(scope, {
    limit: query.limit,
    state: query.state,
    text: query.text,
    after: readMessagePlace(query.after),
  });
  const last = notices.at(-1);
  const rows = notices.map(({ id, state, addressKey, ...row }): MessageRow => {
    const { contactName, customerName, subject, stage, orders, plannedAt, finishedAt } = row;
    return {
      id,
      state,
      address: addressKey,
      contactName,
      customerName,
      subject,
      stage,
      orders,
      plannedAt,
      finishedAt,
    };
  });
  const next = last && notices.length === query.limit ? `${last.id}_${last.plannedAt}` : null;
  return { rows: query.after === undefined ? [...previews, ...rows] : rows, next };
}

function readMessagePlace(text: string | undefined): { plannedAt: string; id: string } | undefined {
  const match = /^(\d{1,18})_(\d{4}-[\d:.TZ-]{6,40})$/.exec(text ?? '');
  return match ? { id: match[1]!, plannedAt: match[2]! } : undefined;
}

const previewsShown = 500;

async function previewRows(scope: PartnerScope, query: MessagesQuery): Promise<MessageRow[]> {
  const previews = await listPreviews(scope, { limit: previewsShown });
  const wanted = query.text?.toLowerCase();
  return previews
    .filter(({ plan }) => wanted === undefined || plan.addressKey.includes(wanted))
    .map(({ id, asOf, plan }) => ({
      id: `p${id}`,
      state: 'preview',
      address: plan.addressKey,
      contactName: null,
      customerName: null,
      subject: null,
      stage: plan.stage,
      orders: plan.deliveries.length,
      plannedAt: asOf,
      finishedAt: null,
    }));
}

async function message(
  deps: SendingDeps,
  partner: Partner,
  id: string,
  language: Language,
): Promise<ShownMessage> {
  const match = /^(p?)(\d{1,18})$/.exec(id);
  if (!match) throw new Fault('not-found', `there is no message ${id}`);
  const [, preview, row] = match as unknown as [string, string, string];
  const shown = preview ? await showPreview(deps, partner, row) : await showMessage(deps, partner, row);
  const { notice, rendered } = shown;
  return {
    id,
    state: notice?.state ?? 'preview',
    asSubmitted: shown.kind !== 'changed',
    to: shown.to,
    subject: rendered.subject,
    stage: shown.head.stage,
    purpose: shown.head.purpose,
    plannedAt: shown.plannedAt,
    html: rendered.html,
    text: rendered.text,
    pictures: rendered.attachments.map(({ cid, contentType, content }) => ({
      cid,
      type: contentType,
      bytes: content,
    })),
    bytes: shown.bytes,
    deliveries: shown.deliveries.map((delivery) => ({
      orderNumber: delivery.orderNumber,
      clock: delivery.kind,
      stage: delivery.stage,
      droppedBy: delivery.droppedBy === null ? null : reasonName(delivery.droppedBy, language),
    })),
    events: shown.events.map((event) => ({ at: event.at, words: eventWords(event, language) })),
  };
}

/** Whether the database answers, for /readyz. */
export async function checkDatabase(deps: SendingDeps, slug: string | undefined): Promise<void> {
  await findPartner(deps.db, slug);
}
