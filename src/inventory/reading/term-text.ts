import type { Term } from './inventory-row.ts';

export type TermUnit = 'years' | 'months' | 'days';

/** Longest terms that were ever sold, with room. */
const longest: Readonly<Record<TermUnit, number>> = { years: 10, months: 120, days: 3660 };

const unitByWord = new Map<string, TermUnit>();
const words: Readonly<Record<TermUnit, readonly string[]>> = {
  years: ['ano', 'anos', 'anual', 'year', 'years', 'yr', 'yrs', 'y', 'a', 'annual'],
  months: ['mes', 'meses', 'month', 'months', 'mo', 'mos', 'm'],
  days: ['dia', 'dias', 'day', 'days', 'd'],
};
for (const unit of ['years', 'months', 'days'] as const)
  for (const word of words[unit]) unitByWord.set(word, unit);

const numbersInWords: Readonly<Record<string, number>> = {
  un: 1,
  uno: 1,
  one: 1,
  dos: 2,
  two: 2,
  tres: 3,
  three: 3,
};

/**
 * Reads `1 año`, `2 years`, `397 days`, `P1Y`, `1`. A bare number takes the unit its heading names; without one, up
 * to six is years, a multiple of twelve up to 72 is months, from 80 on days. Undefined for anything else.
 */
export function readTerm(text: string, headingUnit?: TermUnit): Term | undefined {
  if (text.length === 1 && text >= '1' && text <= '6') return termOf(headingUnit ?? 'years', Number(text));
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
  const iso = /^p(\d{1,4})([ymd])$/.exec(plain);
  const spoken = /^(\d{1,4}|[a-z]+)(?:[.,]0+)?(?:[ -]?\(?([a-z]+)\)?\.?(?:\(s\)|\(es\))?)?$/.exec(plain);
  const match = iso ?? spoken;
  if (match === null) return undefined;
  const count = /^\d/.test(match[1]!) ? Number(match[1]) : numbersInWords[match[1]!];
  if (count === undefined) return /^(?:anual|annual)$/.test(plain) ? { years: 1 } : undefined;
  const unit = match[2] === undefined ? (headingUnit ?? usualUnit(count)) : unitByWord.get(match[2]);
  return unit === undefined || count < 1 || count > longest[unit] ? undefined : termOf(unit, count);
}

function usualUnit(count: number): TermUnit | undefined {
  if (count <= 6) return 'years';
  if (count <= 72) return count % 12 === 0 ? 'months' : undefined;
  return count >= 80 ? 'days' : undefined;
}

function termOf(unit: TermUnit, count: number): Term {
  if (unit === 'years') return { years: count };
  return unit === 'months' ? { months: count } : { days: count };
}
