import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { ClockRow } from './clock-store.ts';

export interface ExpiringLineRow extends ClockRow {
  readonly commonName: string | null;
  readonly moreNames: number;
  readonly product: string | null;
  readonly term: string | null;
  readonly beginsOn: string;
  readonly endsOn: string;
  readonly daysLeft: number;
  readonly customerName: string;
  readonly accountNumber: string | null;
  readonly holder: string | null;
  readonly owner: string | null;
  readonly orderNoticesOn: boolean;
  readonly priceMinor: string | null;
  readonly currency: string | null;
  readonly endsAtText: string;
  readonly nameKey: string;
}

const millis = (column: string) => `(extract(epoch from ${column}) * 1000)::double precision`;

/**
 * Each is a look-up by key. Not prepared under a name: a plan made while the tables were empty would be kept through the
 * first large import.
 */
const facts = `
    select c.id as clock, c.kind, o.id as "order", o.number as "orderNumber", o.authority,
      o.product_code as "productCode", x.id as certificate, u.id as customer, u.brand,
      ${millis('c.began_at')} as "beganAt", ${millis('c.ends_at')} as "endsAt", c.anchor::text as anchor,
      ${millis('c.next_at')} as "nextAt", c.next_at::text as "nextAtText",
      ${millis("coalesce(v.ends_at, (o.covers_until + 1)::timestamp at time zone 'UTC')")} as "coverageEndsAt",
      o.status as "orderStatus", o.notices_on and u.notices_on and o.muted_at is null as "noticesOn",
      o.renewed, o.renewed_evidence as "renewedEvidence", ${millis('x.replaced_at')} as "replacedAt",
      ${millis('o.renewal_requested_at')} as "renewalRequestedAt", o.automation_on as "automationOn",
      o.revoked_unplanned as "revokedUnplanned",
      o.common_name as "commonName", greatest(cardinality(o.names) - 1, 0) as "moreNames",
      o.product_name as product, o.product_name as "productName", u.kind as "customerKind", u.division, u.country,
      o.term, (c.began_at at time zone 'UTC')::date as "beginsOn",
      (c.ends_at at time zone 'UTC')::date - 1 as "endsOn",
      (c.ends_at at time zone 'UTC')::date - 1 - $3::date as "daysLeft",
      u.name as "customerName", u.account_number as "accountNumber", o.holder,
      coalesce(o.owner, u.owner) as owner, o.notices_on as "orderNoticesOn", o.price_minor as "priceMinor",
      o.currency, c.ends_at::text as "endsAtText", u.name_key as "nameKey"
    from unnest($2::bigint[]) with ordinality as w (id, nth)
    cross join lateral (select * from clock c where c.partner = $1 and c.id = w.id offset 0) c
    cross join lateral (select * from orders o where o.partner = $1 and o.id = c.order_id offset 0) o
    cross join lateral (select * from customer u where u.partner = $1 and u.id = o.customer offset 0) u
    left join lateral (select v.ends_at from clock v where v.partner = $1 and v.kind = 'coverage'
      and v.subject = case when c.kind = 'certificate' then o.id end offset 0) v on true
    left join lateral (select x.id, x.replaced_at from certificate x where x.partner = $1
      and x.id = case when c.kind = 'certificate' then c.subject end offset 0) x on true
    order by w.nth`;

/** What the rows of a page show, in the order of the clocks given. */
export async function selectExpiringFacts(
  tx: PartnerTransaction,
  clocks: readonly RowId[],
  asOf: string,
): Promise<ExpiringLineRow[]> {
  if (clocks.length === 0) return [];
  const { rows } = await tx.client.query<ExpiringLineRow>(facts, [tx.partner, clocks, asOf]);
  return rows;
}
