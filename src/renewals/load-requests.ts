import type { RowId } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import {
  countRequests,
  type RequestCountRow,
  type RequestLineRow,
  type RequestListFilter,
  selectRequestLines,
} from './request-list-store.ts';
import { type RequestEventRow, selectRequestEvents } from './request-store.ts';

/** A request with what a list says of its order. */
export type RequestLine = Omit<RequestLineRow, 'priceMinor' | 'currency'> & { readonly price: Money | null };
export type { RequestListFilter };
export type RequestEvent = RequestEventRow;

/** One page of requests. */
export async function loadRequestLines(
  tx: PartnerTransaction,
  query: Parameters<typeof selectRequestLines>[1],
): Promise<RequestLine[]> {
  return (await selectRequestLines(tx, query)).map(({ priceMinor, currency, ...line }) => ({
    ...line,
    price: priceMinor === null || currency === null ? null : { minor: BigInt(priceMinor), currency },
  }));
}

/** One request with its history; undefined for one that the caller may not see. */
export async function loadRequest(
  tx: PartnerTransaction,
  id: RowId,
  who: Pick<RequestListFilter, 'visible' | 'today'>,
): Promise<{ readonly line: RequestLine; readonly events: readonly RequestEvent[] } | undefined> {
  const filter = { ...who, state: 'all', id } as const;
  const sort = { by: 'asked', descending: false } as const;
  const line = (await loadRequestLines(tx, { filter, sort, limit: 1, after: undefined }))[0];
  return line && { line, events: await selectRequestEvents(tx, id) };
}

export interface RequestCounts {
  readonly states: Readonly<Record<RequestCountRow['state'], number>>;
  readonly overdue: number;
  readonly today: number;
  readonly unowned: number;
}

/** How many requests there are under a filter, in each state; the last three of the open ones. */
export async function loadRequestCounts(
  tx: PartnerTransaction,
  filter: RequestListFilter,
): Promise<RequestCounts> {
  const rows = await countRequests(tx, filter);
  const open = rows.find(({ state }) => state === 'open');
  const none = { open: 0, renewed: 0, 'renewed-elsewhere': 0, declined: 0, withdrawn: 0 };
  return {
    states: { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) },
    overdue: open?.overdue ?? 0,
    today: open?.today ?? 0,
    unowned: open?.unowned ?? 0,
  };
}
