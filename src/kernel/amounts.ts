type Fields = Readonly<Record<string, unknown>>;

/** Whether an amount of money stands anywhere in what was kept as JSON: minor units beside a currency, or a field so named. */
export function holdsAmount(value: unknown): boolean {
  if (!isFields(value)) return false;
  return Object.entries(value).some(([name, held]) => isAmountField(name, held) || holdsAmount(held));
}

/** The same without them, for whoever may not see prices. */
export function withoutAmounts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAmounts);
  if (!isFields(value)) return value;
  const kept = Object.entries(value).filter(([name, held]) => !isAmountField(name, held));
  return Object.fromEntries(kept.map(([name, held]) => [name, withoutAmounts(held)]));
}

/** Names of fields that hold an amount or its currency: `price`, `priceMinor`, `price_minor`, `currency`. */
export function namesAmount(field: string): boolean {
  return /^(price|amount|minor|currency)($|[A-Z_])/.test(field);
}

function isAmountField(name: string, held: unknown): boolean {
  // The right to see prices is a right, not an amount.
  return (namesAmount(name) && typeof held !== 'boolean') || (isFields(held) && 'minor' in held);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
