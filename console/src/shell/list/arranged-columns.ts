import type { Column } from './column.ts';

type Keyed = Pick<Column<never>, 'key' | 'card'>;

/** One column as a choice has it. */
export interface Arranged<C> {
  readonly column: C;
  readonly isShown: boolean;
  /** The one that names the row always stays. */
  readonly isFixed: boolean;
}

/**
 * All columns in the order that `keys` gives them; `-key` is hidden. One that is not named, because it was not there
 * when the choice was made or the screen had no room for it, stands after the one that it follows in the list.
 */
export function arrange<C extends Keyed>(
  columns: readonly C[],
  keys: readonly string[] | null,
): readonly Arranged<C>[] {
  const named = (keys ?? []).map((key) => ({ key: key.replace(/^-/, ''), isShown: !key.startsWith('-') }));
  const placed: Arranged<C>[] = named.flatMap(({ key, isShown }) => {
    const column = columns.find((one) => one.key === key);
    return column ? [arranged(column, isShown)] : [];
  });
  columns.forEach((column, index) => {
    if (placed.some((one) => one.column === column)) return;
    const before = columns[index - 1];
    placed.splice(placed.findIndex((one) => one.column === before) + 1, 0, arranged(column, true));
  });
  return placed;
}

function arranged<C extends Keyed>(column: C, isShown: boolean): Arranged<C> {
  const isFixed = column.card === 'title';
  return { column, isShown: isShown || isFixed, isFixed };
}

/** What `arrange` makes the same of again. */
export function keysOf(arrangement: readonly Arranged<Keyed>[]): readonly string[] {
  return arrangement.map(({ column, isShown }) => (isShown ? column.key : `-${column.key}`));
}

/** The arrangement with one column moved by so many places among all of them. */
export function moved<C>(
  arrangement: readonly Arranged<C>[],
  from: number,
  by: number,
): readonly Arranged<C>[] {
  const to = from + by;
  if (to < 0 || to >= arrangement.length) return arrangement;
  const next = [...arrangement];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

const gap = 12;
const padding = 16;
const check = 36;

/**
 * The columns that find room side by side in so many pixels, at the least width of each. Those at the end leave first,
 * except the one that names the row.
 */
export function fitting<C extends Keyed & Pick<Column<never>, 'width'>>(
  columns: readonly C[],
  { width, hasCheck }: { readonly width: number; readonly hasCheck: boolean },
): readonly C[] {
  let room = width - padding - (hasCheck ? check + gap : 0);
  const kept = new Set<C>();
  const byWorth = [...columns].sort((a, b) => Number(b.card === 'title') - Number(a.card === 'title'));
  for (const column of byWorth) {
    const needed = leastWidth(column.width) + (kept.size > 0 ? gap : 0);
    if (kept.size > 0 && needed > room) break;
    kept.add(column);
    room -= needed;
  }
  return columns.filter((column) => kept.has(column));
}

/** `minmax(150px, 1.5fr)` needs 150 pixels. */
function leastWidth(track: string): number {
  return Number(/(\d+(?:\.\d+)?)px/.exec(track)?.[1] ?? 80);
}
