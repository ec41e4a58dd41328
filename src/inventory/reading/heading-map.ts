import { type ColumnField, columnFields, fieldNamed, fieldsHinted, plainHeading } from './heading-names.ts';

/** A column whose meaning is known. */
export interface MappedColumn {
  readonly field: ColumnField;
  readonly heading: string;
  readonly index: number;
}

/** What a line of headings means, or what keeps it from meaning anything. Ordinary outcomes, all of them. */
export type HeadingMap =
  | {
      readonly kind: 'mapped';
      readonly columns: readonly MappedColumn[];
      readonly ignored: readonly string[];
    }
  | {
      readonly kind: 'claimed-twice';
      readonly field: ColumnField;
      readonly headings: readonly [string, string];
    }
  | { readonly kind: 'no-order-number'; readonly found: readonly string[] }
  | { readonly kind: 'unknown-field'; readonly field: string }
  | { readonly kind: 'heading-not-there'; readonly field: string; readonly heading: string };

/** Field → heading, as the person says it; an empty heading leaves the field unread. */
export type HeadingChoice = Readonly<Record<string, string>>;

/**
 * Finds out which column is which: what the person chose first, then headings that name a field plainly, then those
 * that may stand for a field nobody else took. Headings nobody knows are listed as ignored.
 */
export function mapHeadings(headings: readonly string[], choice: HeadingChoice = {}): HeadingMap {
  const chosen = chosenColumns(headings, choice);
  if (!Array.isArray(chosen)) return chosen as HeadingMap;
  const taken = new Map<ColumnField, MappedColumn>(chosen.map((column) => [column.field, column]));
  const used = new Set(chosen.map((column) => column.index));
  const closed = new Set(Object.keys(choice) as ColumnField[]);
  for (const column of plainlyNamed(headings, used, closed)) {
    const rival = taken.get(column.field);
    if (rival)
      return { kind: 'claimed-twice', field: column.field, headings: [rival.heading, column.heading] };
    taken.set(column.field, column);
    used.add(column.index);
  }
  const clash = takeHinted(headings, used, closed, taken);
  if (clash) return clash;
  if (!taken.has('orderNumber')) return { kind: 'no-order-number', found: headings.filter(isWritten) };
  const columns = [...taken.values()].sort((a, b) => a.index - b.index);
  return {
    kind: 'mapped',
    columns,
    ignored: headings.filter((h, index) => isWritten(h) && !used.has(index)),
  };
}

/** How many columns of this line are plainly known: how a line of headings is told from a title or an order. */
export function knownHeadings(cells: readonly string[], choice: HeadingChoice = {}): number {
  const chosen = new Set(Object.values(choice).map(plainHeading));
  let known = 0;
  for (const cell of cells) {
    if (!isWritten(cell) || cell.length > 80) continue;
    if (fieldNamed(cell) !== undefined || chosen.has(plainHeading(cell))) known += 1;
    else if (fieldsHinted(cell).length > 0) known += 0.5;
  }
  return known;
}

/** What each heading is by itself, whatever the others are: what the person chose, else what it names plainly. */
export function fieldsOfHeadings(
  headings: readonly string[],
  choice: HeadingChoice = {},
): (ColumnField | undefined)[] {
  const chosen = chosenColumns(headings, choice);
  const columns = Array.isArray(chosen) ? chosen : [];
  return headings.map((heading, index) => {
    const said = columns.find((column) => column.index === index)?.field;
    if (said !== undefined) return said;
    const named = fieldNamed(heading);
    return named !== undefined && named in choice ? undefined : named;
  });
}

function isWritten(heading: string): boolean {
  return heading.trim() !== '';
}

function chosenColumns(headings: readonly string[], choice: HeadingChoice): MappedColumn[] | HeadingMap {
  const columns: MappedColumn[] = [];
  for (const [field, heading] of Object.entries(choice)) {
    if (!isColumnField(field)) return { kind: 'unknown-field', field };
    if (heading.trim() === '') continue;
    const index = positionOf(headings, heading);
    if (index < 0) return { kind: 'heading-not-there', field, heading };
    columns.push({ field, heading: headings[index]!, index });
  }
  return columns;
}

function isColumnField(field: string): field is ColumnField {
  return (columnFields as readonly string[]).includes(field);
}

function positionOf(headings: readonly string[], wanted: string): number {
  const exact = headings.findIndex((heading) => heading.trim() === wanted.trim());
  if (exact >= 0) return exact;
  return headings.findIndex((heading) => plainHeading(heading) === plainHeading(wanted));
}

function plainlyNamed(
  headings: readonly string[],
  used: ReadonlySet<number>,
  closed: ReadonlySet<ColumnField>,
): MappedColumn[] {
  return headings.flatMap((heading, index) => {
    const field = used.has(index) ? undefined : fieldNamed(heading);
    return field === undefined || closed.has(field) ? [] : [{ field, heading, index }];
  });
}

/** Adds the columns that may stand for a free field; two of equal rank for one field are named, not chosen from. */
function takeHinted(
  headings: readonly string[],
  used: Set<number>,
  closed: ReadonlySet<ColumnField>,
  taken: Map<ColumnField, MappedColumn>,
): HeadingMap | undefined {
  const hinted = new Map<ColumnField, MappedColumn>();
  for (const [index, heading] of headings.entries()) {
    if (used.has(index)) continue;
    const field = fieldsHinted(heading).find((wish) => !taken.has(wish) && !closed.has(wish));
    if (field === undefined) continue;
    const rival = hinted.get(field);
    if (rival) return { kind: 'claimed-twice', field, headings: [rival.heading, heading] };
    hinted.set(field, { field, heading, index });
  }
  for (const column of hinted.values()) {
    taken.set(column.field, column);
    used.add(column.index);
  }
  return undefined;
}
