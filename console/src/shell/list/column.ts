import type { ReactNode } from 'react';

/** One column of a list of `T`. */
export interface Column<T> {
  readonly key: string;
  /** Words, not a key. */
  readonly title: string;
  readonly cell: (row: T) => ReactNode;
  /** A CSS grid track: `120px`, `minmax(160px, 2fr)`. */
  readonly width: string;
  /** Numbers stand right. */
  readonly align?: 'end';
  /** The API's sort name; `-name` is the other way. Without one the column does not sort. */
  readonly sort?: string;
  /** 1 leaves first when the screen narrows; without one the column always stays. */
  readonly leaves?: 1 | 2 | 3;
  /** Its place on a phone's card: the headline, beside it, beneath it, or nowhere. Beneath by default. */
  readonly card?: 'title' | 'aside' | 'line' | 'none';
}

/** The sort that a click on a column's heading asks for: upwards first, then downwards. */
export function nextSort(current: string | undefined, column: string): string {
  return current === column ? `-${column}` : column;
}

/** For `aria-sort` of a heading. */
export function sortDirection(current: string | undefined, column: string | undefined) {
  if (column === undefined) return undefined;
  if (current === column) return 'ascending' as const;
  return current === `-${column}` ? ('descending' as const) : ('none' as const);
}
