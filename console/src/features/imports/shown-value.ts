import { dayText } from '../../shell/time-text.ts';
import { useWords } from '../../words/use-words.ts';

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** A value of the inventory as a person reads it: a day as a day, a list as a list, nothing as a dash. */
export function useShownValue(): (value: unknown) => string {
  const { t, locale } = useWords();
  const shown = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('imports.nothing');
    if (typeof value === 'boolean') return t(value ? 'imports.yes' : 'imports.no');
    if (typeof value === 'number') return value.toLocaleString(locale);
    if (Array.isArray(value)) return value.length === 0 ? t('imports.nothing') : value.map(shown).join(', ');
    if (typeof value !== 'string') return JSON.stringify(value);
    return isDay.test(value) ? dayText(value, locale) : value;
  };
  return shown;
}
