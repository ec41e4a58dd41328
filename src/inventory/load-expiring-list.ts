import type { PartnerTransaction } from '../storage/database.ts';
import { clockAudience } from './clock-audience.ts';
import type { RenewedAnswer } from './clock-facts.ts';
import { type ExpiringFilter, type ExpiringLine, type ExpiringSort, fewMatches } from './expiring-list.ts';
import {
  countExpiringLines,
  type ExpiringLineRow,
  selectExpiringLines,
  selectFacets,
  selectFilterMatches,
  type TextMatches,
} from './expiring-list-store.ts';
import { ordersMatching } from './orders-matching.ts';

export interface ExpiringListQuery {
  readonly filter: ExpiringFilter;
  readonly sort: ExpiringSort;
  readonly limit: number;
  readonly after: readonly (string | number | null)[] | undefined;
}

/** One page of what is ending. It costs the same wherever it begins and however large the inventory is. */
export async function loadExpiringLines(
  tx: PartnerTransaction,
  query: ExpiringListQuery,
): Promise<ExpiringLine[]> {
  const matches = await matchesOf(tx, query.filter.text);
  if (matches !== undefined && matches.length === 0) return [];
  const few = matches === undefined ? await selectFilterMatches(tx, query.filter, fewMatches) : undefined;
  if (few !== undefined && few.length === 0) return [];
  const rows = await selectExpiringLines(tx, { ...query, matches, few });
  return rows.map((row) => lineOfRow(row, query.sort));
}

/** How many rows there are in each range of days left, none counted past `most`. */
export async function countExpiringList(
  tx: PartnerTransaction,
  filter: ExpiringFilter,
  ranges: readonly { readonly from: number; readonly to: number }[],
  most: number,
): Promise<number[]> {
  const matches = await matchesOf(tx, filter.text);
  const few = matches === undefined ? await selectFilterMatches(tx, filter, fewMatches) : undefined;
  return countExpiringLines(tx, { filter, matches, few }, ranges, most);
}

/** The products, authorities and owners that rows can be narrowed to, each by the alphabet. */
export async function expiringFacets(
  tx: PartnerTransaction,
): Promise<{ products: string[]; authorities: string[]; owners: string[] }> {
  return selectFacets(tx);
}

async function matchesOf(tx: PartnerTransaction, text: string | undefined): Promise<TextMatches> {
  return text === undefined ? undefined : ordersMatching(tx, text);
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
