import { Fault } from './fault.ts';

/** An amount in the currency's minor unit (cents for EUR, whole yen for JPY). */
export interface Money {
  readonly minor: bigint;
  /** ISO 4217, upper case. */
  readonly currency: string;
}

const digitsByCurrency = new Map<string, number>();

/** Decimal places of a currency by CLDR: 2 for EUR, 0 for CLP and JPY. Throws `invalid` for what is no currency code. */
export function minorDigits(currency: string): number {
  const known = digitsByCurrency.get(currency);
  if (known !== undefined) return known;
  if (!/^[A-Z]{3}$/.test(currency))
    throw new Fault('invalid', `"${currency}" is not an ISO 4217 currency code`, {
      code: 'not-a-currency',
      params: { currency },
    });
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  digitsByCurrency.set(currency, digits);
  return digits;
}

/** Written as people of the locale write it: `1.250,00 €`. */
export function formatMoney(money: Money, locale: string): string {
  const digits = minorDigits(money.currency);
  const text = money.minor.toString().padStart(digits + 1, '0');
  const sign = money.minor < 0n ? '-' : '';
  const bare = sign ? text.slice(1).padStart(digits + 1, '0') : text;
  const decimal = digits === 0 ? bare : `${bare.slice(0, -digits)}.${bare.slice(-digits)}`;
  return new Intl.NumberFormat(locale, { style: 'currency', currency: money.currency }).format(
    `${sign}${decimal}` as unknown as number,
  );
}
