import { Button } from '@mantine/core';
import { useState } from 'react';
import type {
  CalendarBook,
  CalendarFall,
  CalendarShown,
  CalendarStage,
} from '../../../../contract/settings.ts';
import { Icon } from '../../shell/icon.tsx';
import { useWords } from '../../words/use-words.ts';
import {
  freshId,
  inOrder,
  newStage,
  withCalendar,
  withCalendarEarlier,
  withoutCalendar,
  withoutStage,
  withStage,
} from './calendar-edits.ts';
import { ConditionsForm } from './conditions-form.tsx';
import { LifeStrip } from './life-strip.tsx';
import style from './settings.module.css';
import { StageFalls } from './stage-falls.tsx';
import { StageForm } from './stage-form.tsx';
import { useStageWords } from './stage-words.ts';

interface CalendarStagesProps {
  readonly book: CalendarBook;
  readonly calendar: CalendarShown;
  readonly falls: readonly CalendarFall[];
  readonly mayChange: boolean;
  readonly setBook: (book: CalendarBook) => void;
}

/** One calendar: for whom it is, its stages on the life of a clock and as a list, and how short lives fall. */
export function CalendarStages({ book, calendar, falls, mayChange, setBook }: CalendarStagesProps) {
  const { t } = useWords();
  const [edited, edit] = useState<string | null>(null);
  const stages = inOrder(calendar.stages);
  const isOwn = !['coverage', 'certificate'].includes(calendar.id);
  const change = (stage: CalendarStage) => setBook(withStage(book, calendar.id, stage));
  const remove = (stage: string) => {
    setBook(withoutStage(book, calendar.id, stage));
    edit(null);
  };
  return (
    <>
      {isOwn && mayChange && (
        <ConditionsForm
          calendar={calendar}
          isFirst={book.calendars.find(({ kind }) => kind === calendar.kind)?.id === calendar.id}
          change={(next) => setBook(withCalendar(book, calendar.id, () => next))}
          earlier={() => setBook(withCalendarEarlier(book, calendar.id))}
          remove={() => setBook(withoutCalendar(book, calendar.id))}
        />
      )}
      <LifeStrip
        calendar={calendar}
        chosen={edited}
        mayChange={mayChange}
        choose={(stage) => mayChange && edit(stage)}
        change={change}
        remove={remove}
      />
      {mayChange && <p className="quiet">{t('settings.strip.line')}</p>}
      <ul className={style.lines}>
        {stages.map((stage) => (
          <li key={stage.id}>
            {edited === stage.id ? (
              <StageForm
                stage={stage}
                stages={stages}
                change={change}
                remove={() => remove(stage.id)}
                close={() => edit(null)}
              />
            ) : (
              <StageLine stage={stage} {...(mayChange && { edit: () => edit(stage.id) })} />
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <div>
          <Button
            leftSection={<Icon name="plus" />}
            onClick={() => {
              const stage = newStage(calendar, freshId());
              change(stage);
              edit(stage.id);
            }}
          >
            {t('settings.stage.add')}
          </Button>
        </div>
      )}
      <StageFalls calendar={calendar} falls={falls} />
    </>
  );
}

function StageLine({ stage, edit }: { stage: CalendarStage; edit?: () => void }) {
  const { t, locale } = useWords();
  const words = useStageWords()(stage.daysBefore);
  const share = (stage.share ?? 0).toLocaleString(locale, { style: 'percent', maximumFractionDigits: 1 });
  const facts = [
    t(`settings.template.${stage.template}`),
    t(`settings.purpose.${stage.purpose}`),
    stage.share !== null && t('settings.stage.at-most', { share }),
    stage.openForDays !== undefined && t('settings.stage.stays-open', { days: stage.openForDays }),
    stage.lastSafety && t('settings.stage.safety'),
    stage.urgent && t('settings.stage.urgent'),
    stage.escalateTo.length > 0 &&
      t('settings.stage.also', {
        who: stage.escalateTo.map((part) => t(`settings.part.${part}`)).join(', '),
      }),
  ];
  return (
    <>
      <span>
        {words}
        <small>{facts.filter(Boolean).join(' · ')}</small>
      </span>
      {edit && (
        <Button aria-label={t('settings.stage.change-of', { stage: words })} onClick={edit}>
          {t('settings.stage.change')}
        </Button>
      )}
    </>
  );
}
