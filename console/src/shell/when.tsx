import { usePreferences } from '../api/use-session.ts';
import { useWords } from '../words/use-words.ts';
import { dayOf, daysBetween, dayText, exactText, momentText, shortDayText } from './time-text.ts';

/** `22 nov 2026 · en 34 días`: a day that something ends, with what is left; `endsAt` is the exact instant for the hover. */
export function Ends({ on, daysLeft, endsAt }: { on: string; daysLeft: number; endsAt?: string }) {
  const { t, locale } = useWords();
  const { timeZone } = usePreferences();
  return (
    <time dateTime={endsAt ?? on} title={endsAt ? exactText(endsAt, locale, timeZone) : undefined}>
      {dayText(on, locale)} · {t('time.left', leftValues(daysLeft))}
    </time>
  );
}

/** For `time.left`: `en 34 días`, `hoy`, `hace 3 días`. */
export function leftValues(daysLeft: number) {
  return { when: daysLeft < 0 ? 'past' : 'coming', days: Math.abs(daysLeft) };
}

/** A calendar day: `22 nov 2026`; with `at`, the exact instant in which it is over on hover. */
export function Day({ on, at }: { on: string; at?: string }) {
  const { locale } = useWords();
  const { timeZone } = usePreferences();
  return (
    <time dateTime={at ?? on} title={at ? exactText(at, locale, timeZone) : undefined}>
      {dayText(on, locale)}
    </time>
  );
}

/** An instant where the person is: `hoy, 10:00`, `22 nov 2026, 10:00`; the exact one on hover. `short` leaves out the hour. */
export function Moment({ at, short = false }: { at: string; short?: boolean }) {
  const { t, locale } = useWords();
  const { timeZone } = usePreferences();
  return (
    <time dateTime={at} title={exactText(at, locale, timeZone)}>
      {short ? nearDay(at, { t, locale, timeZone }) : momentText(at, locale, timeZone)}
    </time>
  );
}

interface Here {
  readonly t: (key: string) => string;
  readonly locale: string;
  readonly timeZone: string;
}

function nearDay(at: string, { t, locale, timeZone }: Here): string {
  const day = dayOf(at, timeZone);
  const away = daysBetween(dayOf(new Date(), timeZone), day);
  if (away === 0) return t('time.today');
  if (away === -1) return t('time.yesterday');
  if (away === 1) return t('time.tomorrow');
  return Math.abs(away) < 180 ? shortDayText(day, locale) : dayText(day, locale);
}
