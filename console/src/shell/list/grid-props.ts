import type { Item } from './items.ts';
import type { ListProps } from './list-props.ts';
import type { ActiveRow } from './use-active-row.ts';
import type { Selecting } from './use-selection.ts';

export interface GridProps<T> extends ListProps<T> {
  readonly items: readonly Item<T>[];
  readonly selecting: Selecting;
  readonly active: ActiveRow;
  readonly isPhone: boolean;
}

export interface RowProps<T> extends GridProps<T> {
  readonly item: Extract<Item<T>, { kind: 'row' }>;
}
