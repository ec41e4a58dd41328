import type { CalendarShown } from '../../../../contract/settings.ts';
import { useWords } from '../../words/use-words.ts';
import type { BookChange } from './book-changes.ts';
import { isGeneral } from './calendar-edits.ts';
import style from './settings.module.css';
import { useStageWords } from './stage-words.ts';

/** How people call a calendar: by its name, or as the general one of its kind. */
export function useCalendarName(): (calendar: Pick<CalendarShown, 'name' | 'kind' | 'when'>) => string {
  const { t } = useWords();
  return (calendar) =>
    calendar.name ?? t(isGeneral(calendar) ? 'settings.calendar.general' : 'settings.calendar.unnamed');
}

/** Each change as a sentence. */
export function ChangeList({ changes }: { changes: readonly BookChange[] }) {
  const { t } = useWords();
  const stageWords = useStageWords();
  const nameOf = useCalendarName();
  const text = (change: BookChange): string => {
    if (change.what === 'silence') return t('settings.change.silence', { ...change });
    if (change.what === 'calendar-order') return t('settings.change.order', { kind: change.kind });
    const calendar = `${t(`settings.kind.${change.calendar.kind}`)}, ${nameOf(change.calendar)}`;
    if (!('stage' in change)) return t(`settings.change.${change.what}`, { calendar });
    const stage = stageWords(change.stage.daysBefore);
    if (!('before' in change)) return t(`settings.change.${change.what}`, { calendar, stage });
    const before = stageWords(change.before.daysBefore);
    const fields = change.fields.map((field) => t(`settings.field.${field}`)).join(', ');
    const more = fields === '' ? 'no' : 'yes';
    return t(`settings.change.${change.what}`, { calendar, stage, before, fields, more });
  };
  return (
    <ul className={style.changes}>
      {changes.map((change) => {
        const words = text(change);
        return <li key={words}>{words}</li>;
      })}
    </ul>
  );
}
