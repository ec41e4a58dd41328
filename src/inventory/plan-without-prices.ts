import { namesAmount } from '../kernel/amounts.ts';
import type { ChangedEntity, RefusedLineReport } from './import-plan.ts';

/** What an import would change, with `hidden` in the place of each amount, for whoever may not see prices. */
export function changeWithoutPrices(change: ChangedEntity, hidden: string): ChangedEntity {
  return {
    ...change,
    fields: change.fields.map((field) =>
      namesAmount(field.field) ? { field: field.field, before: hidden, after: hidden } : field,
    ),
  };
}

/**
 * A refused line with `hidden` in the place of a value that is or may be an amount: cells may have slid under another
 * heading, so whatever reads as a plain number goes too.
 */
export function refusalWithoutPrices(
  line: RefusedLineReport,
  { hidden, priceHeading }: { readonly hidden: string; readonly priceHeading: string | undefined },
): RefusedLineReport {
  const isAmount =
    line.column === priceHeading || priceReasons.has(line.reason.code) || amountShape.test(line.value ?? '');
  return isAmount && line.value !== null ? { ...line, value: hidden } : line;
}

const priceReasons: ReadonlySet<string> = new Set(['bad-price', 'two-currencies']);
/** A number, with separators and a few letters of a currency; no date, which has two separators of one kind or a year. */
const amountShape = /^\D{0,5}\d{1,3}(?:[.,'’\s]?\d{3})*(?:[.,]\d{1,4})?\D{0,5}$/;

/** An amount as prices are written; orders and servers are counted without decimals. */
const decimalShape = /^\D{0,5}\d{1,3}(?:[.,'’\s]?\d{3})*[.,]\d{2}\D{0,5}$/;

/** The columns of the file, as they were read. */
interface FileColumns {
  readonly headings: readonly string[];
  /** Field → heading. */
  readonly mapping: Readonly<Record<string, string>>;
}

/**
 * The cells of a refused line with `hidden` for the amounts: those of the price's columns, and what reads as a plain
 * number where nobody knows what the column holds, or with decimals where another column was expected. Undefined where the cells may have slid under other headings.
 */
export function cellsWithoutPrices(
  { cells, reason }: RefusedLineReport,
  { headings, mapping }: FileColumns,
  hidden: string,
): readonly string[] | undefined {
  if (!cells || reason.code === 'too-many-cells' || priceReasons.has(reason.code)) return undefined;
  const amounts = new Set([mapping.price, mapping.currency]);
  const known = new Set(Object.values(mapping));
  return cells.map((cell, at) => {
    const heading = headings[at] ?? '';
    if (cell === '') return cell;
    const isAmount = known.has(heading) ? decimalShape.test(cell) : amountShape.test(cell);
    return isAmount || amounts.has(heading) ? hidden : cell;
  });
}
