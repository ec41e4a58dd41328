import { useState } from 'react';
import { type Shortcut, useShortcuts } from '../keyboard/shortcuts.ts';
import type { ListProps } from './list-props.ts';
import type { Selecting } from './use-selection.ts';

export interface ActiveRow {
  /** Index among the rows; -1 while none is in hand. */
  readonly index: number;
  readonly set: (index: number) => void;
}

/** The row in hand: `j` and `k` move it, `o` opens it, `x` chooses it, and the page's own keys act on it. */
export function useActiveRow<T>(props: ListProps<T>, selecting: Selecting): ActiveRow {
  const [wanted, set] = useState(-1);
  const { rows, loadMore } = props.loaded;
  const index = Math.min(wanted, rows.length - 1);
  const row = rows[index];
  const go = (to: number) => {
    const next = Math.max(0, Math.min(to, rows.length - 1));
    set(next);
    if (next >= rows.length - 5) loadMore();
    // With the quick view open, going on means looking on.
    if (props.openedId && rows[next]) props.open?.(rows[next]);
  };
  const onRow = (run: (row: T) => void) => () => {
    if (row) run(row);
  };
  const shortcuts: Shortcut[] = [
    { chord: 'j', says: 'keys.down', run: () => go(index + 1) },
    { chord: 'k', says: 'keys.up', run: () => go(index - 1) },
  ];
  if (props.open) shortcuts.push({ chord: 'o', says: 'keys.open', run: onRow(props.open) });
  if (props.bulk) {
    shortcuts.push(
      { chord: 'x', says: 'keys.select', run: onRow((one) => selecting.toggle(props.idOf(one), false)) },
      { chord: 'mod+a', says: 'keys.select-all', run: selecting.toggleAll },
    );
  }
  for (const own of props.rowKeys ?? []) shortcuts.push({ ...own, run: onRow(own.run) });
  useShortcuts(shortcuts);
  return { index, set };
}
