import { type Money, minorDigits } from '../../kernel/money.ts';
import { type RefusalReason, refuse } from './row-refusal.ts';

/** An amount as a cell writes it: digits and, where the cell says one, the currency. */
export interface Amount {
  /** Plain decimal with a point: `1250.00`. */
  readonly decimal: string;
  readonly currency: string | undefined;
}

/**
 * Signs that mean one currency wherever they stand. `$` alone is not among them: nineteen currencies are written
 * with it. (CLDR 47, narrow and regional symbols.)
 */
const currencyBySign: Readonly<Record<string, string>> = {
  '€': 'EUR',
  EUROS: 'EUR',
  EURO: 'EUR',
  '£': 'GBP',
  US$: 'USD',
  U$S: 'USD',
  USD$: 'USD',
  $USD: 'USD',
  MX$: 'MXN',
  MXN$: 'MXN',
  $MXN: 'MXN',
  CO$: 'COP',
  COL$: 'COP',
  CLP$: 'CLP',
  AR$: 'ARS',
  R$: 'BRL',
  'S/': 'PEN',
  'S/.': 'PEN',
  CA$: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  '₡': 'CRC',
  '₲': 'PYG',
  '¥': 'JPY',
  '₹': 'INR',
  FR: 'CHF',
  'FR.': 'CHF',
  ZŁ: 'PLN',
};

const knownCurrencies = new Set(Intl.supportedValuesOf('currency'));

/** The ISO code of `eur`, `€` or `US$`; undefined for `$`, for nothing and for what is no currency. */
export function currencyOf(text: string): string | undefined {
  if (knownCurrencies.has(text)) return text;
  const sign = text.trim().toUpperCase();
  return currencyBySign[sign] ?? (knownCurrencies.has(sign) ? sign : undefined);
}

const amount =
  /^([^\d\s.,'’+-]*(?: ?[^\d\s.,'’+-]+)?\.?)[\s\u00a0\u202f]*(\d[\d.,'’\s\u00a0\u202f]*)[\s\u00a0\u202f]*([^\d]*)$/u;

/** Reads `995,00 €`, `US$ 1,250.00`, `MXN 1 250`. Undefined for what is no amount; amounts below zero are none. */
export function readAmount(text: string): Amount | undefined {
  if (/^\d{1,9}$/.test(text)) return { decimal: text, currency: undefined };
  const match = amount.exec(text);
  if (match === null) return undefined;
  const decimal = plainDecimal(match[2]!.trim());
  const signs = [match[1]!.trim(), match[3]!.trim()].filter((sign) => sign !== '');
  if (decimal === undefined) return undefined;
  if (signs.length === 2 && signs.some((sign) => /^[a-z]{3}$/i.test(sign)) && signs.includes('$'))
    signs.splice(signs.indexOf('$'), 1);
  if (signs.length > 1) return undefined;
  if (signs.length === 0 || signs[0] === '$') return { decimal, currency: undefined };
  const currency = currencyOf(signs[0]!);
  return currency === undefined ? undefined : { decimal, currency };
}

/**
 * `1.250,00`, `1,250.00`, `1 250`, `1'250.00` → `1250.00`. With two marks the last is the decimal one; a mark that
 * repeats groups thousands; a single mark before exactly three digits groups thousands too, because no price is
 * written with three decimals (a workbook's own numbers come with four, see `cell-text.ts`).
 */
export function plainDecimal(digits: string): string | undefined {
  const bare = digits.replace(/[\s\u00a0\u202f'’](?=\d{3}(?!\d))/g, '');
  if (/^\d+$/.test(bare)) return bare;
  const mark = decimalMark(bare);
  if (mark === undefined) return undefined;
  const [whole, fraction] = splitAt(bare, mark);
  const grouped = /^\d{1,3}(?:([.,])\d{3}(?:\1\d{3})*)?$/;
  if (!/^\d+$/.test(whole) && !grouped.test(whole)) return undefined;
  if (!/^\d*$/.test(fraction)) return undefined;
  const plain = whole.replace(/[.,]/g, '');
  return fraction === '' ? plain : `${plain}.${fraction}`;
}

/** The mark before the decimals, `''` when there are none, undefined when the marks make no sense. */
function decimalMark(text: string): '.' | ',' | '' | undefined {
  const point = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  if (point >= 0 && comma >= 0) return once(text, point > comma ? '.' : ',');
  const mark = point >= 0 ? '.' : ',';
  const position = Math.max(point, comma);
  if (position < 0) return undefined;
  if (text.indexOf(mark) !== position) return '';
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(text) ? '' : mark;
}

function once(text: string, mark: '.' | ','): '.' | ',' | undefined {
  return text.indexOf(mark) === text.lastIndexOf(mark) ? mark : undefined;
}

function splitAt(text: string, mark: string): [string, string] {
  if (mark === '') return [text, ''];
  const position = text.lastIndexOf(mark);
  return [text.slice(0, position), text.slice(position + 1)];
}

/** The amount in minor units; refused when it is finer than the currency's smallest coin. */
export function moneyOf(decimal: string, currency: string): Money | RefusalReason {
  const digits = minorDigits(currency);
  const point = decimal.indexOf('.');
  const whole = point < 0 ? decimal : decimal.slice(0, point);
  const fraction = (point < 0 ? '' : decimal.slice(point + 1)).replace(/0+$/, '');
  if (fraction.length > digits || whole.length > 12) return refuse('bad-price');
  return { minor: BigInt(whole + fraction.padEnd(digits, '0')), currency };
}
