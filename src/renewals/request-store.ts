import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { RequestFields } from './request-fields.ts';

export interface RequestRow extends RequestFields {
  readonly id: RowId;
  readonly order: RowId;
  /** same, talk-first: the customer's page; by-hand. */
  readonly how: string;
  readonly at: Temporal.Instant;
  readonly personName: string | null;
  readonly closedAt: Temporal.Instant | null;
  readonly closedBy: string | null;
  readonly linkBefore: string | null;
}

const columns = sql`id, order_id as "order", how, at, person_name as "personName", state, silent,
  withdrawn_at is not null as withdrawn, owner, next_on as "nextOn", note, reason, new_number as "newNumber",
  link_before as "linkBefore", closed_at as "closedAt", closed_by as "closedBy"`;

/** The standing requests of these orders; an order has one at most. `lock` keeps them until the transaction ends. */
export async function selectRequestsOfOrders(
  tx: PartnerTransaction,
  orders: readonly RowId[],
  { lock }: { readonly lock: boolean } = { lock: false },
): Promise<RequestRow[]> {
  const { rows } = await sql<RequestRow>`
    select ${columns} from renewal_request
    where partner = ${tx.partner} and order_id = any (${orders}::bigint[]) and withdrawn_at is null
    ${lock ? sql`for update` : sql``}`.execute(tx.db);
  return rows;
}

export async function selectRequestsById(
  tx: PartnerTransaction,
  ids: readonly RowId[],
  { lock }: { readonly lock: boolean } = { lock: false },
): Promise<RequestRow[]> {
  const { rows } = await sql<RequestRow>`
    select ${columns} from renewal_request
    where partner = ${tx.partner} and id = any (${ids}::bigint[]) order by id
    ${lock ? sql`for update` : sql``}`.execute(tx.db);
  return rows;
}

/** Adds an open request for an order that has none standing. */
export async function insertRequest(
  tx: PartnerTransaction,
  request: {
    readonly order: RowId;
    readonly notice: RowId | null;
    readonly how: string;
    readonly at: string;
    readonly person: string | null;
    readonly personName: string | null;
    readonly note: string | null;
  },
): Promise<RequestRow> {
  const { rows } = await sql<RequestRow>`
    insert into renewal_request (partner, order_id, notice, how, at, person, person_name, note)
    values (${tx.partner}, ${request.order}::bigint, ${request.notice}::bigint, ${request.how},
      ${request.at}::timestamptz, ${request.person}, ${request.personName}, ${request.note})
    returning ${columns}`.execute(tx.db);
  return rows[0]!;
}

/** Who closed it, or took it back, and when; nulls while it is open. */
export interface RequestClosed {
  readonly at: string | null;
  readonly by: string | null;
}

export async function updateRequest(
  tx: PartnerTransaction,
  id: RowId,
  fields: RequestFields,
  {
    closed,
    withdrawnAt,
    linkBefore,
    at,
  }: {
    readonly closed: RequestClosed;
    readonly withdrawnAt: string | null;
    readonly linkBefore: string | null;
    readonly at: string | null;
  },
): Promise<void> {
  await sql`update renewal_request set state = ${fields.state}, silent = ${fields.silent}, owner = ${fields.owner},
      next_on = ${fields.nextOn}::date, note = ${fields.note}, reason = ${fields.reason},
      new_number = ${fields.newNumber}, link_before = ${linkBefore}, closed_at = ${closed.at}::timestamptz,
      closed_by = ${closed.by}, withdrawn_at = ${withdrawnAt}::timestamptz,
      at = coalesce(${at}::timestamptz, at)
    where partner = ${tx.partner} and id = ${id}::bigint`.execute(tx.db);
}

export interface RequestEventRow {
  readonly at: Temporal.Instant;
  readonly kind: string;
  readonly personName: string | null;
  readonly before: Partial<RequestFields> | null;
  readonly after: Partial<RequestFields> | null;
}

export async function insertRequestEvent(
  tx: PartnerTransaction,
  request: RowId,
  event: {
    readonly at: string;
    readonly kind: string;
    readonly person: string | null;
    readonly personName: string | null;
    readonly before: Partial<RequestFields>;
    readonly after: Partial<RequestFields>;
  },
): Promise<void> {
  await sql`insert into renewal_request_event (partner, request, at, kind, person, person_name, before, after)
    values (${tx.partner}, ${request}::bigint, ${event.at}::timestamptz, ${event.kind}, ${event.person},
      ${event.personName}, ${JSON.stringify(event.before)}::jsonb, ${JSON.stringify(event.after)}::jsonb)`.execute(
    tx.db,
  );
}

/** What happened to a request, oldest first. */
export async function selectRequestEvents(
  tx: PartnerTransaction,
  request: RowId,
): Promise<RequestEventRow[]> {
  const { rows } = await sql<RequestEventRow>`
    select at, kind, person_name as "personName", before, after from renewal_request_event
    where partner = ${tx.partner} and request = ${request}::bigint order by id`.execute(tx.db);
  return rows;
}
