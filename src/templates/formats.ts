import { minorDigits } from '../kernel/money.ts';

/** Makes a formatter once per key: constructing one takes about a thousand times as long as using it. */
function kept<F>(make: (key: string) => F): (key: string) => F {
  const made = new Map<string, F>();
  return (key) => {
    let formatter = made.get(key);
    if (!formatter) {
      if (made.size >= 2_000) made.clear();
      formatter = make(key);
      made.set(key, formatter);
    }
    return formatter;
  };
}

const utc = 'UTC';
const shortDays = kept(
  (locale) =>
    new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: utc }),
);
const longDays = kept((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: utc }));

/** Plain spaces and no full stop after a short month: "22 nov 2026" everywhere. */
function plainDate(text: string): string {
  return text.replace(/[\u00A0\u202F]/g, ' ').replace(/(\p{L})\.(?=\s|$)/gu, '$1');
}

const dates = new Map<string, string>();

function remembered(key: string, make: () => string): string {
  const known = dates.get(key);
  if (known !== undefined) return known;
  if (dates.size >= 20_000) dates.clear();
  const text = make();
  dates.set(key, text);
  return text;
}

/** `2026-11-22` as "22 nov 2026" in the reader's locale. */
export function shortDate(date: string, locale: string): string {
  return remembered(`s${locale}${date}`, () => {
    const text = plainDate(shortDays(locale).format(Date.parse(date)));
    return locale.startsWith('es') ? text.replace(/ de /g, ' ') : text;
  });
}

/** `2026-11-22` as "22 de noviembre de 2026" in the reader's locale. */
export function longDate(date: string, locale: string): string {
  return remembered(`l${locale}${date}`, () => plainDate(longDays(locale).format(Date.parse(date))));
}

const currencies = kept((key) => {
  const [locale, currency] = key.split('|') as [string, string];
  return new Intl.NumberFormat(locale, { style: 'currency', currency });
});

/** An amount in minor units, as people of the locale write it. */
export function price(money: { minor: string; currency: string }, locale: string): string {
  const digits = minorDigits(money.currency);
  const negative = money.minor.startsWith('-');
  const bare = money.minor.replace('-', '').padStart(digits + 1, '0');
  const decimal = digits === 0 ? bare : `${bare.slice(0, -digits)}.${bare.slice(-digits)}`;
  const format = currencies(`${locale}|${money.currency}`);
  return format
    .format((negative ? `-${decimal}` : decimal) as unknown as number)
    .replace(/[\u00A0\u202F]/g, '\u00A0');
}

const usable = kept((key) => {
  const [locale, otherwise] = key.split('|') as [string, string];
  try {
    return new Intl.Locale(locale.replace('_', '-')).toString();
  } catch {
    return otherwise;
  }
});

/** The locale if it is a real one, else the language of our text. */
export function usableLocale(locale: string, otherwise: string): string {
  return usable(`${locale}|${otherwise}`);
}
