import { type RawBuilder, sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { OrderOutcome } from './order-list.ts';
import { outcomeIs } from './order-outcome-store.ts';

type Visible = readonly RowId[] | null;

const own = (visible: Visible): RawBuilder<unknown> =>
  visible === null ? sql`` : sql`and o.customer = any (${visible}::bigint[])`;

export interface OutcomeRow {
  readonly currency: string;
  readonly outcome: OrderOutcome;
  readonly orders: number;
  /** Minor units. */
  readonly sum: string;
}

/**
 * What the coverages that end between two days (the second not included) are worth, by currency and by what became of
 * them; the currency of most orders first.
 */
export async function selectMoneyEnding(
  tx: PartnerTransaction,
  query: { readonly from: string; readonly until: string; readonly today: string; readonly visible: Visible },
): Promise<OutcomeRow[]> {
  const { from, until, today, visible } = query;
  const { rows } = await sql<OutcomeRow>`
    select currency, outcome, count(*)::integer as orders, sum(price_minor)::text as sum
    from (select o.currency, o.price_minor, case
        when ${outcomeIs('renewed', today)} then 'renewed'
        when ${outcomeIs('promised', today)} then 'promised'
        when ${outcomeIs('silent', today)} then 'silent'
        else 'lost' end as outcome
      from orders o
      where o.partner = ${tx.partner} and o.ends_key >= ${from}::date
        and o.ends_key < ${until}::date and o.withdrawn_at is null
        and o.status = 'issued' and o.price_minor is not null and o.currency is not null ${own(visible)}) ending
    group by currency, outcome
    order by sum(count(*)) over (partition by currency) desc, currency`.execute(tx.db);
  return rows;
}

/** Of the coverages that ended between two days (the second not included): how many, and how many were renewed. */
export async function selectRenewalRate(
  tx: PartnerTransaction,
  query: { readonly from: string; readonly until: string; readonly visible: Visible },
): Promise<{ readonly ended: number; readonly renewed: number }> {
  const { from, until, visible } = query;
  const over = (day: string) => sql`((${day}::date + 1)::timestamp at time zone 'UTC')`;
  const { rows } = await sql<{ ended: number; renewed: number }>`
    select count(*)::integer as ended, (count(*) filter (where l.renewed = 'renewed'))::integer as renewed
    from expiring_line l
    where l.partner = ${tx.partner} and l.kind = 'coverage' and l.ends_at >= ${over(from)} and l.ends_at < ${over(until)}
      ${visible === null ? sql`` : sql`and l.customer = any (${visible}::bigint[])`}`.execute(tx.db);
  return rows[0]!;
}

export interface InventoryCounts {
  readonly perhaps: number;
  readonly unreachable: number;
  readonly importsThisMonth: number;
}

/** Counts that lead to lists of the same rows. */
export async function selectInventoryCounts(
  tx: PartnerTransaction,
  query: { readonly visible: Visible; readonly today: string; readonly monthBegan: string },
): Promise<InventoryCounts> {
  const { visible, today, monthBegan } = query;
  const { rows } = await sql<InventoryCounts>`
    with unheard as materialized (
      select u.id from customer u where u.partner = ${tx.partner}
        ${visible === null ? sql`` : sql`and u.id = any (${visible}::bigint[])`}
        and not exists (select from contact p
          left join address_state b on b.partner = p.partner and b.address_key = p.address_key
          where p.partner = ${tx.partner} and p.customer = u.id and p.writable and b.bouncing_since is null))
    select
      (select count(*)::integer from orders o where o.partner = ${tx.partner} and o.renewed in ('perhaps', 'partly')
        and o.withdrawn_at is null and o.status = 'issued' and o.renewed_evidence is not null ${own(visible)}) as perhaps,
      (select count(*)::integer from unheard u where exists (
        select from orders o where o.partner = ${tx.partner} and o.customer = u.id
          and o.withdrawn_at is null and o.status = 'issued' and o.covers_until >= ${today}::date)) as unreachable,
      (select count(*)::integer from import where partner = ${tx.partner}
        and applied_at >= ${monthBegan}::timestamptz) as "importsThisMonth"`.execute(tx.db);
  return rows[0]!;
}

export interface LastImportRow {
  readonly id: RowId;
  readonly file: string;
  readonly at: Temporal.Instant;
}

export async function selectLastImport(tx: PartnerTransaction): Promise<LastImportRow | undefined> {
  const { rows } = await sql<LastImportRow>`
    select id, file_name as file, applied_at as at from import where partner = ${tx.partner} and state = 'applied'
    order by id desc limit 1`.execute(tx.db);
  return rows[0];
}
