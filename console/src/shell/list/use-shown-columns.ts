import { useMemo, useSyncExternalStore } from 'react';
import { useMedia } from '../use-media.ts';
import { fitting } from './arranged-columns.ts';
import type { Column } from './column.ts';

interface Showing {
  /** The person chose the columns: what finds no room leaves from the end. */
  readonly areChosen: boolean;
  readonly hasCheck: boolean;
}

/** The columns that the screen has room for. */
export function useShownColumns<T>(
  columns: readonly Column<T>[],
  { areChosen, hasCheck }: Showing,
): readonly Column<T>[] {
  const isWide = useMedia('(min-width: 1640px)');
  const isMiddling = useMedia('(min-width: 1360px)');
  const isNarrow = useMedia('(min-width: 1000px)');
  const width = useContentWidth();
  const stays = isWide ? 1 : isMiddling ? 2 : isNarrow ? 3 : 4;
  return useMemo(
    () =>
      areChosen ? fitting(columns, { width, hasCheck }) : columns.filter(({ leaves = 4 }) => leaves >= stays),
    [columns, stays, areChosen, hasCheck, width],
  );
}

/** How wide the page itself is, in pixels, beside the navigation and the quick view. */
function useContentWidth(): number {
  return useSyncExternalStore(subscribe, contentWidth);
}

function subscribe(listener: () => void): () => void {
  const content = document.getElementById('content');
  if (!content) return () => {};
  const observer = new ResizeObserver(listener);
  observer.observe(content);
  return () => observer.disconnect();
}

function contentWidth(): number {
  const content = document.getElementById('content');
  if (!content) return window.innerWidth;
  const { paddingLeft, paddingRight } = getComputedStyle(content);
  return Math.floor(content.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight));
}
