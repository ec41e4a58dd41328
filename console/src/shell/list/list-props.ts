import type { ReactNode } from 'react';
import type { Shortcut } from '../keyboard/shortcuts.ts';
import type { Column } from './column.ts';
import type { Loaded } from './use-list.ts';

export interface ListProps<T> {
  /** What is listed, for who hears it: "Pedidos". */
  readonly label: string;
  readonly columns: readonly Column<T>[];
  /** The person chose them: what finds no room leaves from the end, not by `leaves`. */
  readonly areColumnsChosen?: boolean;
  readonly loaded: Loaded<T>;
  readonly idOf: (row: T) => string;
  /** Names a row for its checkbox and its card: the order's number. */
  readonly nameOf: (row: T) => string;
  /** `o` and Enter: usually the quick view. */
  readonly open?: (row: T) => void;
  /** The row that the quick view shows. */
  readonly openedId?: string | null;
  readonly sort?: string | undefined;
  readonly onSort?: (sort: string) => void;
  /** More keys for the row in hand: `{ chord: 'r', says: 'keys.renew', run: (row) => … }`. */
  readonly rowKeys?: readonly RowKey<T>[];
  /** Headings between rows. */
  readonly groupOf?: (row: T) => string | null;
  /** With it rows can be chosen; draws what can be done with those chosen. */
  readonly bulk?: (chosen: readonly T[], clear: () => void) => ReactNode;
  /** How many lines of words a row has; one without it. */
  readonly rowLines?: 1 | 2;
  /** What stands there when there is nothing: an `EmptyState`. */
  readonly empty?: ReactNode;
}

/** What `useListed` hands a list. */
export interface OnList<T> {
  readonly columns: readonly Column<T>[];
  readonly areColumnsChosen: boolean;
}

export interface RowKey<T> extends Omit<Shortcut, 'run'> {
  readonly run: (row: T) => void;
}
