import type { Words } from '../../words/message.ts';

/** `P1Y` → "1 año", `P200D` → "200 días"; an unusual one stays as it is; without a term, the days that were bought. */
export function termText(term: string | null, days: number, t: Words['t']): string {
  if (term === null) return t('expiring.term', { unit: 'D', count: days });
  const simple = /^P(\d+)([YMWD])$/.exec(term);
  return simple ? t('expiring.term', { unit: simple[2], count: Number(simple[1]) }) : term;
}
