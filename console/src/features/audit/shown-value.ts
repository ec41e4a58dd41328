import { momentText } from '../../shell/time-text.ts';
import type { Words } from '../../words/message.ts';
import { scopeText } from '../access/scope-groups.ts';

/** Where the words for a field's values stand, when its values are words of ours. */
const wordsOf: Readonly<Record<string, string>> = {
  role: 'access.role',
  language: 'access.choice',
  theme: 'access.choice',
  renewed: 'audit.renewed',
  answer: 'audit.answer',
};
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;

/** A value of the log as people read it. */
export function shownValue(words: Words, { field, value, timeZone }: Shown): string {
  const { t, has, locale } = words;
  if (field === 'customers') return customersText(words, value);
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value);
  if (typeof value === 'string') {
    const key = `${wordsOf[field]}.${value}`;
    if (has(key)) return t(key);
    return instant.test(value) ? momentText(value, locale, timeZone) : value;
  }
  if (field === 'scopes' && Array.isArray(value))
    return value.map((one) => scopeText(words, String(one))).join(', ');
  const inside = (name: string, one: unknown) => shownValue(words, { field: name, value: one, timeZone });
  if (Array.isArray(value)) return value.map((one) => inside('', one)).join(', ');
  return Object.entries(value)
    .filter(([, one]) => one !== null && one !== undefined)
    .map(([name, one]) => `${fieldName(words, name)}: ${inside(name, one)}`)
    .join(', ');
}

interface Shown {
  readonly field: string;
  readonly value: unknown;
  readonly timeZone: string;
}

/** `Función`; a field that has no words of its own shows its name. */
export function fieldName({ t, has }: Words, field: string): string {
  return has(`audit.field.${field}`) ? t(`audit.field.${field}`) : field;
}

function customersText({ t }: Words, value: unknown): string {
  return Array.isArray(value) ? t('audit.customers', { count: value.length }) : t('audit.customers.all');
}
