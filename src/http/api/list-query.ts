import type { Page } from '../../../contract/list.ts';
import { type Place, placeToken } from './keyset.ts';

/** A sort as the address has it: `-expiry` is expiry the other way round. */
export interface Sort {
  readonly by: string;
  readonly descending: boolean;
}

export function sortOf(word: string): Sort {
  return word.startsWith('-') ? { by: word.slice(1), descending: true } : { by: word, descending: false };
}

/**
 * One page of rows. Ask the store for `limit + 1`: the row too many tells that there is a next page, without counting,
 * and without a last page that turns out to be empty.
 */
export function pageOf<Row, Shown>(
  rows: readonly Row[],
  page: {
    readonly limit: number;
    readonly sort: string;
    readonly place: (row: Row) => Place;
    readonly show: (row: Row) => Shown;
  },
): Page<Shown> {
  const kept = rows.slice(0, page.limit);
  const last = kept.at(-1);
  const next =
    rows.length > page.limit && last !== undefined ? placeToken(page.sort, page.place(last)) : null;
  return { rows: kept.map(page.show), next };
}
