import type { Column } from './column.ts';

/** `36px 1fr 120px`: the columns' own tracks, after a narrow one for the checkbox. */
export function tracksOf<T>(columns: readonly Column<T>[], hasBulk: boolean): string {
  return [...(hasBulk ? ['36px'] : []), ...columns.map((column) => column.width)].join(' ');
}
