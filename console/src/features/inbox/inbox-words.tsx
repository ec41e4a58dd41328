import type { InboxItem } from '../../../../contract/inbox.ts';
import { shortDayText } from '../../shell/time-text.ts';
import type { Words } from '../../words/message.ts';

/** `Luis le menciona`, `Termina el 25 nov y nadie ha respondido`. */
export function whatWaits({ t, locale }: Pick<Words, 't' | 'locale'>, item: InboxItem): string {
  const { by, messages, state, nextOn, dueAt } = item;
  return t(`inbox.kind.${item.kind}`, {
    by: by ?? 'none',
    messages: messages ?? 0,
    state: state ?? 'failed',
    past: dueAt !== null && new Date(dueAt) <= new Date() ? 'yes' : 'no',
    day: dayWord(nextOn ?? lastDay(dueAt), locale),
  });
}

function dayWord(day: string | null, locale: string): string {
  return day === null ? '' : shortDayText(day, locale);
}

/** A coverage ends when its last day is over. */
function lastDay(dueAt: string | null): string | null {
  return dueAt === null ? null : new Date(new Date(dueAt).getTime() - 3_600_000).toISOString().slice(0, 10);
}
