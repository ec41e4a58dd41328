import { useMemo } from 'react';
import { useMedia } from '../use-media.ts';
import type { Column } from './column.ts';

/** The columns that the screen has room for. */
export function useShownColumns<T>(columns: readonly Column<T>[]): readonly Column<T>[] {
  const isWide = useMedia('(min-width: 1640px)');
  const isMiddling = useMedia('(min-width: 1360px)');
  const isNarrow = useMedia('(min-width: 1000px)');
  const stays = isWide ? 1 : isMiddling ? 2 : isNarrow ? 3 : 4;
  return useMemo(() => columns.filter(({ leaves = 4 }) => leaves >= stays), [columns, stays]);
}
