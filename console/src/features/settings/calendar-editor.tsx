import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CalendarShown, CalendarView, ClockKind } from '../../../../contract/settings.ts';
import { useMay } from '../../api/use-session.ts';
import { Icon } from '../../shell/icon.tsx';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { changesBetween } from './book-changes.ts';
import { freshId, isGeneral, isShareOutOfOrder, ofKind, withNewCalendar } from './calendar-edits.ts';
import { CalendarStages } from './calendar-stages.tsx';
import { CalendarVersions } from './calendar-versions.tsx';
import { CalendarWarnings } from './calendar-warnings.tsx';
import { ChangeList, useCalendarName } from './change-words.tsx';
import { EffectPanel } from './effect-panel.tsx';
import { MergeForm } from './merge-form.tsx';
import { SaveBar } from './save-bar.tsx';
import style from './settings.module.css';
import { SettingsFrame } from './settings-frame.tsx';
import { useCalendarDraft } from './use-calendar-draft.ts';
import { useEffectOf } from './use-effect-of.ts';

export function CalendarEditor({ seen }: { seen: CalendarView }) {
  const { t } = useWords();
  const mayChange = useMay('settings:change');
  const draft = useCalendarDraft(seen);
  const [kind, setKind] = useState<ClockKind>('coverage');
  const [chosen, choose] = useState<string>('coverage');
  const [showsVersions, showVersions] = useState(false);
  const { book, base, isChanged } = draft;
  const own = ofKind(book, kind);
  const calendar = own.find(({ id }) => id === chosen) ?? own.at(-1)!;
  const changes = changesBetween(base.book, book);
  const isWrong = book.calendars.some(isUnfit);
  const effect = useEffectOf(isWrong ? null : { book, effect: isChanged });
  const isAsked = isChanged && !isWrong;
  return (
    <SettingsFrame
      section="calendars"
      line={<InForce version={base} />}
      actions={<Button onClick={() => showVersions(true)}>{t('settings.versions')}</Button>}
    >
      <div className={style.columns}>
        <div className={style.fields}>
          <SegmentedControl
            fullWidth={false}
            aria-label={t('settings.kind')}
            value={kind}
            onChange={(value) => {
              setKind(value as ClockKind);
              choose(ofKind(book, value as ClockKind).at(-1)!.id);
            }}
            data={(['coverage', 'certificate'] as const).map((value) => ({
              value,
              label: t(`settings.kind.${value}.long`),
            }))}
          />
          <CalendarChoice
            calendars={own}
            chosen={calendar.id}
            choose={choose}
            {...(mayChange && {
              add: () => {
                const id = freshId();
                draft.setBook(withNewCalendar(book, kind, { id, name: t('settings.calendar.new-name') }));
                choose(id);
              },
            })}
          />
          <CalendarStages
            key={calendar.id}
            book={book}
            calendar={calendar}
            falls={effect.data?.falls ?? []}
            mayChange={mayChange}
            setBook={draft.setBook}
          />
          {kind === 'certificate' && (
            <TextInput
              className={style.number}
              type="number"
              min={0}
              max={120}
              readOnly={!mayChange}
              label={t('settings.field.silence')}
              description={t('settings.silence.line')}
              style={{ width: 'auto' }}
              value={book.silentWhenCoverageEndsWithinDays}
              onChange={({ currentTarget: { value } }) => {
                const days = Math.min(120, Math.max(0, Number(value)));
                if (value !== '') draft.setBook({ ...book, silentWhenCoverageEndsWithinDays: days });
              }}
            />
          )}
        </div>
        <div className={style.aside}>
          {changes.length > 0 && (
            <section>
              <h2>{t('settings.changes')}</h2>
              <ChangeList changes={changes} />
            </section>
          )}
          <CalendarWarnings book={book} warnings={effect.data?.warnings ?? []} />
          <EffectPanel
            isChanged={isAsked}
            isWorking={isAsked && effect.isWorking}
            answer={effect.data}
            error={effect.error}
          />
        </div>
      </div>
      {isChanged && mayChange && (
        <SaveBar
          changes={isWrong ? t('settings.wrong') : t('settings.unsaved.changes', { count: changes.length })}
          isBusy={draft.isBusy}
          isWrong={isWrong}
          effect={isAsked && !effect.isWorking ? effect.data?.effect : null}
          note={draft.note}
          setNote={draft.setNote}
          save={() => void draft.save()}
          discard={draft.discard}
        />
      )}
      {showsVersions && (
        <CalendarVersions
          current={base}
          close={() => showVersions(false)}
          bring={(version) => {
            draft.bring(version);
            showVersions(false);
          }}
        />
      )}
      {draft.theirs && (
        <MergeForm
          base={base.book}
          mine={book}
          theirs={draft.theirs}
          close={draft.dismissTheirs}
          goOn={draft.goOn}
        />
      )}
    </SettingsFrame>
  );
}

/** What the server would refuse, and what the fields say already. */
function isUnfit(calendar: CalendarShown): boolean {
  const days = calendar.stages.map(({ daysBefore }) => daysBefore);
  const isBare = !['coverage', 'certificate'].includes(calendar.id) && isGeneral(calendar);
  const isMixed = calendar.stages.some((stage) => isShareOutOfOrder(calendar.stages, stage));
  return isMixed || new Set(days).size < days.length || isBare || (!isGeneral(calendar) && !calendar.name);
}

function InForce({ version: { version, at, by } }: { version: CalendarView }) {
  const { t } = useWords();
  if (at === null) return t('settings.in-force.built-in');
  return (
    <>
      {t('settings.version', { version })} · <Moment at={at} short /> · {by ?? t('settings.version.nobody')}
    </>
  );
}

interface CalendarChoiceProps {
  readonly calendars: readonly CalendarShown[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
  readonly add?: () => void;
}

/** The calendars of a kind in their order: the first that fits is the one. */
function CalendarChoice({ calendars, chosen, choose, add }: CalendarChoiceProps) {
  const { t } = useWords();
  const nameOf = useCalendarName();
  return (
    <div className={style.row}>
      {calendars.length > 1 && (
        <fieldset className={style.choice}>
          <legend className="unseen">{t('settings.calendar.which')}</legend>
          {calendars.map((calendar, i) => (
            <Button
              key={calendar.id}
              aria-pressed={calendar.id === chosen}
              variant={calendar.id === chosen ? 'light' : 'default'}
              onClick={() => choose(calendar.id)}
            >
              {i + 1}. {nameOf(calendar)}
            </Button>
          ))}
        </fieldset>
      )}
      {add && (
        <Button leftSection={<Icon name="plus" />} onClick={add}>
          {t('settings.calendar.add')}
        </Button>
      )}
    </div>
  );
}
