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
