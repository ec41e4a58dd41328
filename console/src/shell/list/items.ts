/** A row, or the heading of a group of rows. */
export type Item<T> =
  | { readonly kind: 'row'; readonly id: string; readonly row: T; readonly index: number }
  | { readonly kind: 'group'; readonly id: string; readonly title: string };

interface Grouping<T> {
  readonly rows: readonly T[];
  readonly idOf: (row: T) => string;
  /** Rows that come one after another under the same title form a group. */
  readonly groupOf?: ((row: T) => string | null) | undefined;
}

/** Rows in their order, with a heading wherever a new group begins. */
export function itemsOf<T>({ rows, idOf, groupOf }: Grouping<T>): Item<T>[] {
  const items: Item<T>[] = [];
  let group: string | null = null;
  rows.forEach((row, index) => {
    const title = groupOf?.(row) ?? null;
    if (title !== null && title !== group) items.push({ kind: 'group', id: `group-${title}`, title });
    group = title;
    items.push({ kind: 'row', id: idOf(row), row, index });
  });
  return items;
}
