import { useQuery } from '@tanstack/react-query';
import type { CalendarShown } from '../../../../contract/settings.ts';
import { isGeneral } from '../../../../contract/settings.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import { inOrder } from '../settings/calendar-edits.ts';
import { calendarsQuery } from '../settings/calendars-page.tsx';
import { useStageWords } from '../settings/stage-words.ts';
import style from './setup.module.css';
import { StageStrip } from './stage-strip.tsx';

/** The calendars of notices in force, to be read; they are changed in the settings. */
export function CalendarStep() {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(calendarsQuery);
  if (error) return <ProblemNote problem={error} again={() => void refetch()} />;
  if (!data) return <PageSkeleton rows={6} />;
  return (
    <div className={style.body}>
      <p className={style.good}>
        {data.version === 0
          ? t('setup.calendar.built-in')
          : t('setup.calendar.own', { version: data.version })}
      </p>
      {data.book.calendars.filter(isGeneral).map((calendar) => (
        <Calendar key={calendar.id} calendar={calendar} />
      ))}
      <p className="quiet">{t('setup.calendar.short')}</p>
      <p>
        <PageLink to="/settings/calendars">{t('setup.calendar.change')}</PageLink>
      </p>
    </div>
  );
}

function Calendar({ calendar }: { calendar: CalendarShown }) {
  const { t } = useWords();
  const stageWords = useStageWords();
  const stages = inOrder(calendar.stages);
  return (
    <section aria-label={t(`settings.kind.${calendar.kind}.long`)}>
      <h3>{t(`settings.kind.${calendar.kind}.long`)}</h3>
      <StageStrip stages={stages} />
      <ol className={style.stages}>
        {stages.map(({ id, daysBefore, template, lastSafety }) => (
          <li key={id}>
            <span>{stageWords(daysBefore)}</span>
            <span className="quiet">
              {t(`settings.template.${template}`)}
              {lastSafety && ` · ${t('settings.stage.safety')}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
