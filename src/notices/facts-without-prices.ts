import { holdsAmount, withoutAmounts } from '../kernel/amounts.ts';

/** Kept facts of a message for a colleague who may not see prices. */
export interface WithheldFacts<T> {
  readonly facts: T;
  /** Whether an amount stood in them. */
  readonly hidden: boolean;
}

/**
 * Takes every amount out of a message's facts, wherever it stands. The customer's pages show prices too, so where
 * there was an amount the links lead to the site only.
 */
export function factsWithoutPrices<T extends object>(facts: T): WithheldFacts<T> {
  if (!holdsAmount(facts)) return { facts, hidden: false };
  return { facts: withoutPages(withoutAmounts(facts)) as T, hidden: true };
}

function withoutPages(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPages);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [
      name,
      name === 'links' ? sitesOf(held) : withoutPages(held),
    ]),
  );
}

function sitesOf(links: object): object {
  return Object.fromEntries(
    Object.entries(links).map(([name, link]) => [name, `${new URL(String(link)).origin}/`]),
  );
}
