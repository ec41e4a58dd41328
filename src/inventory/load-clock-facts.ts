import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { clockAudience } from './clock-audience.ts';
import type {
  ClockOfInventory,
  ClockRecipient,
  RecipientDefaults,
  RecipientPart,
  RenewedAnswer,
} from './clock-facts.ts';
import {
  type ClockRow,
  countClocksEnding,
  countDueClocks,
  type DuePlace,
  estimateRows,
  type RecipientRow,
  selectClocks,
  selectClocksEnding,
  selectClocksOfAddresses,
  selectClocksOfCustomers,
  selectDueClocks,
  selectRecipients,
  updateNextAt,
} from './clock-store.ts';

export interface DueClocks {
  readonly clocks: ClockOfInventory[];
  /** Hand it back as `after` for the next page; undefined when this was the last. */
  readonly next: DuePlace | undefined;
}

export interface DueOutlook {
  readonly isAnythingDue: boolean;
  /**
   * The query planner knows nothing of this partner, as after an import that no ANALYZE followed: then it expects one
   * row. Its plans read the whole partner for every clock: minutes instead of moments.
   */
  readonly isUnderestimated: boolean;
}

/** What a pass at `now` (epoch milliseconds) has before it. */
export async function lookForDueClocks(tx: PartnerTransaction, now: number): Promise<DueOutlook> {
  const due = await countDueClocks(tx, instantText(now), enoughToTell);
  const isUnderestimated = due >= fewClocks && (await estimateRows(tx)) <= 1;
  return { isAnythingDue: due > 0, isUnderestimated };
}

/** So few are quickly decided whatever the plan. */
const fewClocks = 100;
const enoughToTell = 2_000;

/** Clocks at which something can be due by `now` (epoch milliseconds), oldest moment first. */
export async function loadDueClocks(
  tx: PartnerTransaction,
  query: { now: number; limit: number; after?: DuePlace | undefined; defaults: RecipientDefaults },
): Promise<DueClocks> {
  const rows = await selectDueClocks(tx, { ...query, now: instantText(query.now) });
  const last = rows.at(-1);
  // Clocks of withdrawn orders have no next moment, so a short page is the last one.
  const next =
    last?.nextAtText && rows.length === query.limit
      ? { nextAt: last.nextAtText, clock: last.clock }
      : undefined;
  return { clocks: await withRecipients(tx, rows, query.defaults), next };
}

/**
 * Clocks whose words would go to one of these addresses, with a next moment before `until` (epoch milliseconds), but
 * for those that are known: they may ride along in a notice that goes anyway.
 */
export async function loadClocksOfAddresses(
  tx: PartnerTransaction,
  query: {
    addressKeys: readonly string[];
    until: number;
    except: readonly RowId[];
    defaults: RecipientDefaults;
  },
): Promise<ClockOfInventory[]> {
  const rows = await selectClocksOfAddresses(tx, { ...query, until: instantText(query.until) });
  return withRecipients(tx, rows, query.defaults);
}

/** The same facts for known clocks, for looking again before sending. Clocks that are gone or withdrawn are missing. */
export async function loadClocks(
  tx: PartnerTransaction,
  query: { clocks: readonly RowId[]; defaults: RecipientDefaults },
): Promise<ClockOfInventory[]> {
  return withRecipients(tx, await selectClocks(tx, query.clocks), query.defaults);
}

/** The clocks of these customers at which something can be due before `until` (epoch milliseconds), for days ahead. */
export async function loadClocksOfCustomers(
  tx: PartnerTransaction,
  query: { customers: readonly RowId[]; until: number; defaults: RecipientDefaults },
): Promise<ClockOfInventory[]> {
  const rows = await selectClocksOfCustomers(tx, { ...query, until: instantText(query.until) });
  return withRecipients(tx, rows, query.defaults);
}

export interface ClocksEnding {
  /** Epoch milliseconds; `until` is not included. */
  readonly from: number;
  readonly until: number;
}

/** Clocks that end in this time, of everybody or of one customer in so many. */
export async function loadClocksEnding(
  tx: PartnerTransaction,
  query: ClocksEnding & { oneIn: number; defaults: RecipientDefaults },
): Promise<ClockOfInventory[]> {
  const span = { from: instantText(query.from), until: instantText(query.until), oneIn: query.oneIn };
  return withRecipients(tx, await selectClocksEnding(tx, span), query.defaults);
}

export function countEnding(tx: PartnerTransaction, { from, until }: ClocksEnding): Promise<number> {
  return countClocksEnding(tx, { from: instantText(from), until: instantText(until) });
}

/** Sets the next moment (epoch milliseconds) of many clocks; null: nothing more can come. */
export async function setNextAt(
  tx: PartnerTransaction,
  nextAt: ReadonlyMap<RowId, number | null>,
): Promise<void> {
  if (nextAt.size === 0) return;
  const moments = [...nextAt.values()].map((at) => (at === null ? null : instantText(at)));
  await updateNextAt(tx, [...nextAt.keys()], moments);
}

async function withRecipients(
  tx: PartnerTransaction,
  rows: readonly ClockRow[],
  defaults: RecipientDefaults,
): Promise<ClockOfInventory[]> {
  const orders = [...new Set(rows.map((row) => row.order))];
  const recipients = orders.length > 0 ? await selectRecipients(tx, orders) : [];
  const byOrder = Map.groupBy(recipients, (row) => row.order);
  const recipientsByOrder = new Map(
    [...byOrder].map(([order, people]) => [order, people.map((row) => recipient(row, defaults))]),
  );
  return rows.map((row) => clockOfRow(row, recipientsByOrder.get(row.order) ?? []));
}

function clockOfRow(row: ClockRow, recipients: readonly ClockRecipient[]): ClockOfInventory {
  const { nextAtText: _, renewed, renewedEvidence, orderStatus, ...told } = row;
  const { productName, customerKind, division, country, owner, ...facts } = told;
  const { authority, customer, productCode } = facts;
  const whose = { authority, customer, productCode, productName, customerKind, division, country, owner };
  return {
    ...facts,
    audience: clockAudience(whose),
    orderStatus: orderStatus as ClockOfInventory['orderStatus'],
    renewed: { kind: renewed as RenewedAnswer['kind'], evidence: renewedEvidence },
    recipients,
  };
}

function recipient(row: RecipientRow, defaults: RecipientDefaults): ClockRecipient {
  return {
    contact: row.contact,
    part: row.part as RecipientPart,
    addressKey: row.addressKey,
    locale: row.locale ?? defaults.locale,
    timeZone: row.timeZone ?? defaults.timeZone,
    country: row.country,
    writable: row.writable,
  };
}

function instantText(millis: number): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(millis)).toString();
}
