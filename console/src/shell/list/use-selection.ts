import { useCallback, useMemo, useState } from 'react';
import { nothingSelected, type Selection, select, selectAll } from './selection.ts';

export interface Selecting {
  readonly selection: Selection;
  readonly toggle: (id: string, isRange: boolean) => void;
  readonly toggleAll: () => void;
  readonly clear: () => void;
}

/** What is chosen among the rows loaded. A row that a new filter takes away is no longer chosen. */
export function useSelection(order: readonly string[]): Selecting {
  const [kept, setKept] = useState<Selection>(nothingSelected);
  const selection = useMemo(() => {
    const there = new Set(order);
    const ids = new Set([...kept.ids].filter((id) => there.has(id)));
    return ids.size === kept.ids.size ? kept : { ...kept, ids };
  }, [kept, order]);
  const toggle = useCallback(
    (id: string, isRange: boolean) => setKept(select(selection, { id, order, isRange })),
    [selection, order],
  );
  const toggleAll = useCallback(() => setKept(selectAll(selection, order)), [selection, order]);
  const clear = useCallback(() => setKept(nothingSelected), []);
  return { selection, toggle, toggleAll, clear };
}
