import type { CalendarBook, CalendarWarning } from '../../../../contract/settings.ts';
import { Icon } from '../../shell/icon.tsx';
import { useWords } from '../../words/use-words.ts';
import { useCalendarName } from './change-words.tsx';
import style from './effect.module.css';
import { useStageWords } from './stage-words.ts';

/** What whoever edits should know. Nothing of it forbids saving. */
export function CalendarWarnings({
  book,
  warnings,
}: {
  book: CalendarBook;
  warnings: readonly CalendarWarning[];
}) {
  const { t } = useWords();
  const stageWords = useStageWords();
  const nameOf = useCalendarName();
  if (warnings.length === 0) return null;
  return (
    <ul className={style.warnings} aria-label={t('settings.warnings')}>
      {warnings.map(({ code, calendar, stage, params }) => {
        const own = book.calendars.find(({ id }) => id === calendar);
        const step = own?.stages.find(({ id }) => id === stage);
        const values = {
          ...params,
          calendar: own ? `${t(`settings.kind.${own.kind}`)}, ${nameOf(own)}` : '',
          stage: stageWords(step?.daysBefore ?? params.days ?? 0),
        };
        return (
          <li key={`${code} ${calendar} ${stage}`}>
            <Icon name="warning" />
            <span>{t(`settings.warning.${code}`, values)}</span>
          </li>
        );
      })}
    </ul>
  );
}
