/** Which rows are chosen, and from where Shift reaches. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly anchor: string | null;
}

export const nothingSelected: Selection = { ids: new Set(), anchor: null };

/** A click or space on one row; with Shift, everything from the last one chosen to it gets its new state. */
export function select(
  selection: Selection,
  {
    id,
    order,
    isRange,
  }: { readonly id: string; readonly order: readonly string[]; readonly isRange: boolean },
): Selection {
  const ids = new Set(selection.ids);
  const isOn = !ids.has(id);
  const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor);
  const to = order.indexOf(id);
  const span =
    isRange && from >= 0 && to >= 0 ? order.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
  for (const one of span) {
    if (isOn) ids.add(one);
    else ids.delete(one);
  }
  return { ids, anchor: id };
}

/** All loaded rows, or none if all were chosen. */
export function selectAll(selection: Selection, order: readonly string[]): Selection {
  const isFull = order.length > 0 && order.every((id) => selection.ids.has(id));
  return isFull ? nothingSelected : { ids: new Set(order), anchor: selection.anchor };
}
