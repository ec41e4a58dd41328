import { type DateOrder, orderEvidence } from './calendar-day.ts';
import { cellText } from './cell-text.ts';
import type { MappedColumn } from './heading-map.ts';
import type { ColumnField } from './heading-names.ts';
import type { RawRecord } from './record-splitter.ts';
import { shownValue } from './row-refusal.ts';

/** A date as a file writes it, where it stands. */
export interface DateExample {
  readonly line: number;
  readonly column: string;
  readonly value: string;
}

/** What all dates of a file say about their order. `none`: no date of the file depends on it. */
export type DateOrderFinding =
  | { readonly kind: 'none' }
  | { readonly kind: 'settled'; readonly order: DateOrder }
  | { readonly kind: 'open'; readonly example: DateExample }
  | { readonly kind: 'mixed'; readonly dayFirst: DateExample; readonly monthFirst: DateExample };

const dayFields: ReadonlySet<ColumnField> = new Set<ColumnField>([
  'validFrom', 'validUntil', 'orderFrom', 'orderUntil', 'orderedAt',
]); // biome-ignore format: a list of names reads better as a paragraph

/** Collects what the date columns say, record by record. One date above 12 settles it; two that disagree do not. */
export class DateOrderSurvey {
  readonly #columns: readonly MappedColumn[];
  #dayFirst: DateExample | undefined;
  #monthFirst: DateExample | undefined;
  #open: DateExample | undefined;

  constructor(columns: readonly MappedColumn[]) {
    this.#columns = columns.filter((column) => dayFields.has(column.field));
  }

  look(records: readonly RawRecord[]): void {
    for (const { line, cells } of records)
      for (const { index, heading } of this.#columns) {
        const cell = cells[index];
        if (cell === undefined || cell.length < 8 || cell.length > 40) continue;
        this.#note(cellText(cell), line, heading);
      }
  }

  finding(): DateOrderFinding {
    if (this.#dayFirst && this.#monthFirst)
      return { kind: 'mixed', dayFirst: this.#dayFirst, monthFirst: this.#monthFirst };
    if (this.#dayFirst) return { kind: 'settled', order: 'dmy' };
    if (this.#monthFirst) return { kind: 'settled', order: 'mdy' };
    return this.#open ? { kind: 'open', example: this.#open } : { kind: 'none' };
  }

  #note(text: string, line: number, column: string): void {
    const evidence = orderEvidence(text);
    if (evidence === 'none') return;
    const example = { line, column, value: shownValue(text) };
    if (evidence === 'dmy') this.#dayFirst ??= example;
    else if (evidence === 'mdy') this.#monthFirst ??= example;
    else this.#open ??= example;
  }
}
