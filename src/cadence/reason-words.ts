import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../kernel/locale.ts';
import type { Reason, ReasonCode } from './reason.ts';
import { reasonMessages } from './reason-messages.ts';
import { stageWords } from './stage-words.ts';

const formats = new Map<string, IntlMessageFormat>();

/** The reason as a sentence without a full stop, for staff. Days are those of `timeZone`. */
export function reasonWords(reason: Reason, language: Language, timeZone = 'UTC'): string {
  return String(formatOf(reason.code, language, timeZone).format(wordParams(reason, language)));
}

/** A bare code in words, where the ledger kept no more than that. Empty for a code whose words need values. */
function codeWords(code: ReasonCode, language: Language): string {
  const message = reasonMessages[language][code];
  return message.includes('{') ? '' : message;
}

function formatOf(code: ReasonCode, language: Language, timeZone: string): IntlMessageFormat {
  const key = `${language} ${code} ${timeZone}`;
  let format = formats.get(key);
  if (format === undefined) {
    if (formats.size > 5_000) formats.clear();
    const date = { medium: { day: 'numeric', month: 'short', year: 'numeric', timeZone } } as const;
    format = new IntlMessageFormat(reasonMessages[language][code], language, { date });
    formats.set(key, format);
  }
  return format;
}

type WordParams = Record<string, string | number>;

function wordParams(reason: Reason, language: Language): WordParams {
  switch (reason.code) {
    case 'stage-open': {
      const { daysLeft } = reason.params;
      return { daysLeft, daysPast: -daysLeft, past: daysLeft < 0 ? 'yes' : 'no' };
    }
    case 'brought-forward':
      return { ...reason.params, hasNote: reason.params.note === '' ? 'no' : 'yes' };
    case 'on-hold': {
      const { late, note } = reason.params;
      return { ...reason.params, late: 0, isLate: late ? 'yes' : 'no', hasNote: note === '' ? 'no' : 'yes' };
    }
    case 'skipped': {
      const { until, note } = reason.params;
      const said = { until: until ?? 0, hasUntil: until === null ? 'no' : 'yes' };
      return { ...reason.params, ...said, hasNote: note === '' ? 'no' : 'yes' };
    }
    case 'superseded': {
      const stage = stageWords(reason.params.by, language);
      return { stage, ...lastWords(reason.params.last, language) };
    }
    case 'said-before':
      return { stage: stageWords(reason.params.as, language) };
    case 'window-closed':
    case 'stage-removed':
      return lastWords(reason.params.last, language);
    case 'renewed':
    case 'perhaps-renewed':
      return {};
    default:
      return { ...reason.params };
  }
}

function lastWords(code: ReasonCode | undefined, language: Language): WordParams {
  const last = code === undefined ? '' : lowerFirst(codeWords(code, language));
  return { last, hasLast: last === '' ? 'no' : 'yes' };
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
