export interface Money {
  readonly minor: string;
  readonly currency: string;
}

/** `1.240,00 €` of an amount in minor units; `round` leaves out the cents, `bare` the currency too, where it stands beside. */
export function moneyText(
  { minor, currency }: Money,
  locale: string,
  style: 'exact' | 'round' | 'bare' = 'exact',
): string {
  const format = new Intl.NumberFormat(locale, {
    ...(style === 'bare' ? {} : { style: 'currency', currency }),
    ...(style === 'exact' ? {} : { maximumFractionDigits: 0 }),
  });
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  // As text, so that no amount is too large to be exact.
  return format.format(decimal(minor, digits) as unknown as number);
}

function decimal(minor: string, digits: number): string {
  const sign = minor.startsWith('-') ? '-' : '';
  const padded = minor.replace('-', '').padStart(digits + 1, '0');
  return digits === 0 ? sign + padded : `${sign}${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}
