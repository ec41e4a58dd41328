import type { PartnerTransaction } from '../storage/database.ts';
import { clockAudience } from './clock-audience.ts';
import type { RenewedAnswer } from './clock-facts.ts';
import { type Facets, selectFacets, selectFacetsOf } from './expiring-facet-store.ts';
import { type ExpiringLineRow, selectExpiringFacts } from './expiring-facts-store.ts';
import { type ExpiringFilter, type ExpiringLine, type ExpiringSort, fewDue } from './expiring-list.ts';
import {
  areFewDue,
  chooseExpiringClocks,
  countExpiringLines,
  type ExpiringSelection,
} from './expiring-list-store.ts';
import { ordersMatching } from './orders-matching.ts';

export interface ExpiringListQuery {
  readonly filter: ExpiringFilter;
  readonly sort: ExpiringSort;
  readonly limit: number;
  readonly after: readonly (string | number | null)[] | undefined;
}

/**
 * One page of what is ending. The clocks are chosen first, then only theirs are the facts that are read: it costs the
 * same wherever it begins and however large the inventory is.
 */
export async function loadExpiringLines(
  tx: PartnerTransaction,
  query: ExpiringListQuery,
): Promise<ExpiringLine[]> {
  const selection = await selectionOf(tx, query.filter);
  if (selection.matches?.length === 0) return [];
  const clocks = await chooseExpiringClocks(tx, { ...query, ...selection });
  const rows = await selectExpiringFacts(tx, clocks, query.filter.asOf);
  return rows.map((row) => lineOfRow(row, query.sort));
}

/** How many rows there are in each range of days left, none counted past `most`. */
export async function countExpiringList(
  tx: PartnerTransaction,
  filter: ExpiringFilter,
  ranges: readonly { readonly from: number; readonly to: number }[],
  most: number,
): Promise<number[]> {
  return countExpiringLines(tx, await selectionOf(tx, filter), ranges, most);
}

/**
 * The products, authorities and owners that rows can be narrowed to, each by the alphabet; only those of the customers
 * that the asking person is limited to.
 */
export async function expiringFacets(
  tx: PartnerTransaction,
  visible: ExpiringFilter['visible'],
): Promise<Facets> {
  return visible === null ? selectFacets(tx) : selectFacetsOf(tx, visible);
}

async function selectionOf(tx: PartnerTransaction, filter: ExpiringFilter): Promise<ExpiringSelection> {
  const { text, nextBefore } = filter;
  return {
    filter,
    matches: text === undefined ? undefined : await ordersMatching(tx, text),
    fewDue: nextBefore !== undefined && (await areFewDue(tx, nextBefore, fewDue)),
  };
}

function lineOfRow(row: ExpiringLineRow, { by }: ExpiringSort): ExpiringLine {
  const { commonName, moreNames, product, term, beginsOn, endsOn, daysLeft } = row;
  const { customerName, accountNumber, holder, owner, orderNoticesOn } = row;
  const {
    priceMinor,
    currency,
    endsAtText,
    nameKey,
    nextAtText: _,
    renewed,
    renewedEvidence,
    customerKind,
    division,
    country,
    productName: __,
    ...clock
  } = row;
  const places = {
    expiry: [endsAtText, clock.clock],
    customer: [nameKey, clock.customer, endsAtText, clock.clock],
    product: [product ?? '', clock.order, clock.clock],
  };
  return {
    ...{ commonName, moreNames, product, term, beginsOn, endsOn, daysLeft },
    ...{ customerName, accountNumber, holder, owner, orderNoticesOn },
    price: priceMinor === null || currency === null ? null : { minor: BigInt(priceMinor), currency },
    place: places[by],
    clock: {
      ...clock,
      audience: clockAudience({ ...clock, productName: product, customerKind, division, country, owner }),
      orderStatus: clock.orderStatus as ExpiringLine['clock']['orderStatus'],
      renewed: { kind: renewed as RenewedAnswer['kind'], evidence: renewedEvidence },
      recipients: [],
    },
  };
}
