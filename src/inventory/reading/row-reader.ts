import { currencyOf, moneyOf, readAmount } from './amount.ts';
import type { DateOrder } from './calendar-day.ts';
import { cellText } from './cell-text.ts';
import { type CellReading, cellReadings, type Draft } from './column-reading.ts';
import type { MappedColumn } from './heading-map.ts';
import type { ColumnField } from './heading-names.ts';
import type { InventoryRow } from './inventory-row.ts';
import { languageIn, languageOrCountry } from './language-tag.ts';
import { type RefusalReason, refuse } from './row-refusal.ts';

/** A line that did not become a row. `column` is the heading as it stands in the file. */
export interface RefusedCell {
  readonly column: string;
  readonly value: string;
  readonly reason: RefusalReason;
}

export type RowOutcome =
  | { readonly kind: 'row'; readonly row: InventoryRow }
  | { readonly kind: 'refused'; readonly refused: RefusedCell };

export interface RowReaderOptions {
  readonly columns: readonly MappedColumn[];
  readonly headings: readonly string[];
  readonly separator: string;
  readonly dateOrder: DateOrder | undefined;
  /** For amounts that name none, neither in the cell nor in a column. */
  readonly currency: string | undefined;
  /** Told of every price whose currency nobody names. */
  readonly onUnknownCurrency: () => void;
  /** Told of every row whose language nobody understands, with the word. */
  readonly onUnknownLanguage: (word: string) => void;
}

/** Turns the cells of one line into a checked row or the first thing that is wrong with it. */
export function rowReader(options: RowReaderOptions): (cells: string[]) => RowOutcome {
  const steps = orderedSteps(options);
  const finish = finisher(options);
  const width = options.headings.length;
  return (cells) => {
    if (cells.length > width) {
      const surplus = gatherSurplus(cells, options);
      if (surplus) return { kind: 'refused', refused: surplus };
    }
    const draft = newDraft();
    for (const { index, heading, read } of steps) {
      const cell = cells[index];
      const reason = read(cell === undefined ? '' : cellText(cell), draft);
      if (reason) return { kind: 'refused', refused: { column: heading, value: cell ?? '', reason } };
    }
    const refused = finish(draft, cells);
    if (refused) return { kind: 'refused', refused };
    if (draft.parts.unknownLanguage !== null) options.onUnknownLanguage(draft.parts.unknownLanguage);
    return { kind: 'row', row: draft.row };
  };
}

interface Step {
  readonly index: number;
  readonly heading: string;
  readonly read: CellReading;
}

/** The order number first: without it nothing else about the line matters. */
function orderedSteps(options: RowReaderOptions): Step[] {
  const readings = cellReadings(options.dateOrder);
  const first = (column: MappedColumn): number => (column.field === 'orderNumber' ? 0 : 1);
  return [...options.columns]
    .sort((a, b) => first(a) - first(b))
    .map(({ field, heading, index }) => ({ index, heading, read: readings[field] }));
}

const none: readonly string[] = [];

/** All keys at once: objects that grow key by key cost twice the time and the memory. */
function newRow(): Draft['row'] {
  return {
    orderNumber: '',
    authority: undefined,
    status: undefined,
    productCode: undefined,
    productName: undefined,
    commonName: undefined,
    names: none,
    namesAreComplete: false,
    validFrom: undefined,
    validUntil: undefined,
    orderFrom: undefined,
    orderUntil: undefined,
    orderedAt: undefined,
    term: undefined,
    customerName: undefined,
    accountNumber: undefined,
    division: undefined,
    holder: undefined,
    contactName: undefined,
    contactEmail: undefined,
    contactEmailKey: undefined,
    contactPhone: undefined,
    contactLocale: undefined,
    contactTimeZone: undefined,
    country: undefined,
    isRenewed: undefined,
    renewalOf: undefined,
    renewedBy: undefined,
    noticesOn: undefined,
    autoRenew: undefined,
    price: undefined,
    serverCount: undefined,
    serial: undefined,
    fingerprint: undefined,
    notes: undefined,
    owner: undefined,
  };
}

function newDraft(): Draft {
  return {
    row: newRow(),
    parts: {
      commonName: null,
      names: [],
      firstName: null,
      lastName: null,
      price: null,
      currency: null,
      language: null,
      unknownLanguage: null,
    },
  };
}

/**
 * Cells beyond the last heading: empty ones are nothing; after a note they are the rest of it, cut where the file's
 * separator stands unquoted in it (`=HYPERLINK("http://x";"y")`). Anywhere else the columns may have shifted.
 */
function gatherSurplus(cells: string[], options: RowReaderOptions): RefusedCell | undefined {
  const width = options.headings.length;
  const surplus = cells.slice(width);
  if (surplus.every((cell) => cell.trim() === '')) return undefined;
  const last = options.columns.find((column) => column.index === width - 1);
  if (last !== undefined && !(last.field === 'notes'))
    return {
      column: options.headings[width - 1] ?? '',
      value: surplus.join(options.separator),
      reason: refuse('too-many-cells', { cells: cells.length, columns: width }),
    };
  cells[width - 1] = [cells[width - 1], ...surplus].join(options.separator);
  cells.length = width;
  return undefined;
}

/** What several cells say together. */
function finisher(
  options: RowReaderOptions,
): (draft: Draft, cells: readonly string[]) => RefusedCell | undefined {
  const of = (...fields: ColumnField[]): MappedColumn | undefined =>
    options.columns.find((column) => fields.includes(column.field));
  const hasNames = of('names') !== undefined;
  const hasContactParts =
    of('contactName') === undefined && of('contactFirstName', 'contactLastName') !== undefined;
  const price = of('price');
  const finishPrice = price && priceFinisher(options, price);
  const until = of('validUntil');
  const coverage = of('orderUntil');
  return (draft, cells) => {
    joinNames(draft, hasNames);
    if (hasContactParts) joinContactName(draft);
    settleLanguage(draft);
    return (
      finishPrice?.(draft) ??
      endsBeforeStart(draft.row.validFrom, draft.row.validUntil, until, cells) ??
      endsBeforeStart(draft.row.orderFrom ?? draft.row.validFrom, draft.row.orderUntil, coverage, cells)
    );
  };
}

/** With its country a language says more, and may turn out to be the country itself. */
function settleLanguage({ row, parts }: Draft): void {
  const { contactLocale: tag, country } = row;
  if (!tag || parts.language === null) return;
  const meant = languageOrCountry(parts.language, { tag, country });
  if (meant === undefined) parts.unknownLanguage = parts.language;
  row.contactLocale = meant && country ? languageIn(meant, country) : meant;
}

function joinNames({ row, parts }: Draft, hasNames: boolean): void {
  row.namesAreComplete = hasNames;
  const { commonName, names } = parts;
  if (commonName !== null && names[0] !== commonName) names.unshift(commonName);
  row.names = hasTwice(names) ? [...new Set(names)] : names;
}

/** Looks before anything is copied: nearly no list has a name twice, and most have one name or two. */
function hasTwice(names: readonly string[]): boolean {
  if (names.length > 12) return true;
  for (let i = 1; i < names.length; i++) if (names.indexOf(names[i]!) < i) return true;
  return false;
}

function joinContactName({ row, parts }: Draft): void {
  const { firstName, lastName } = parts;
  row.contactName =
    firstName !== null && lastName !== null ? `${firstName} ${lastName}` : (firstName ?? lastName);
}

function priceFinisher(
  options: RowReaderOptions,
  column: MappedColumn,
): (draft: Draft) => RefusedCell | undefined {
  return ({ row, parts }) => {
    row.price = null;
    if (parts.price === null) return undefined;
    const money = priceOf(parts.price, parts.currency, options.currency);
    if (money === 'unknown-currency') {
      // Not null: the file does speak of a price, and what is known of it elsewhere must not be erased.
      row.price = undefined;
      options.onUnknownCurrency();
    } else if ('code' in money) return { column: column.heading, value: parts.price, reason: money };
    else row.price = money;
    return undefined;
  };
}

function priceOf(
  price: string,
  currencyCell: string | null,
  otherwise: string | undefined,
): ReturnType<typeof moneyOf> | 'unknown-currency' {
  const amount = readAmount(price);
  if (amount === undefined) return refuse('bad-price');
  const named = currencyCell === null ? undefined : currencyOf(currencyCell);
  if (amount.currency !== undefined && named !== undefined && amount.currency !== named)
    return refuse('two-currencies', { price: amount.currency, column: named });
  const currency = amount.currency ?? named ?? otherwise;
  return currency === undefined ? 'unknown-currency' : moneyOf(amount.decimal, currency);
}

function endsBeforeStart(
  from: string | null | undefined,
  until: string | null | undefined,
  column: MappedColumn | undefined,
  cells: readonly string[],
): RefusedCell | undefined {
  if (from == null || until == null || column === undefined || until >= from) return undefined;
  return {
    column: column.heading,
    value: cells[column.index] ?? '',
    reason: refuse('ends-before-start', { start: from }),
  };
}
