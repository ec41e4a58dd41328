import { Button, Modal, Radio } from '@mantine/core';
import { useState } from 'react';
import type { CalendarBook, CalendarView } from '../../../../contract/settings.ts';
import { useWords } from '../../words/use-words.ts';
import { changesBetween } from './book-changes.ts';
import { ChangeList, useCalendarName } from './change-words.tsx';
import { type Conflict, mergeBooks, type Side } from './merge-books.ts';
import style from './settings.module.css';
import { useStageWords } from './stage-words.ts';

interface MergeFormProps {
  readonly base: CalendarBook;
  readonly mine: CalendarBook;
  readonly theirs: CalendarView;
  readonly close: () => void;
  /** Goes on editing, over their version, with both edits in the draft. */
  readonly goOn: (book: CalendarBook) => void;
}

/** Somebody saved while this was edited: both edits side by side, and a choice where they exclude each other. */
export function MergeForm({ base, mine, theirs, close, goOn }: MergeFormProps) {
  const { t } = useWords();
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const who = theirs.by ?? t('settings.version.nobody');
  const { book, conflicts } = mergeBooks({ base, mine, theirs: theirs.book }, choices);
  const isOpen = conflicts.some(({ unit }) => choices[unit] === undefined);
  return (
    <Modal
      opened
      onClose={close}
      size={620}
      title={t('settings.merge', { who })}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <div className={style.fields}>
        <p>{t('settings.merge.line', { version: theirs.version })}</p>
        <h3>{t('settings.merge.theirs', { who })}</h3>
        <ChangeList changes={changesBetween(base, theirs.book)} />
        <h3>{t('settings.merge.mine')}</h3>
        <ChangeList changes={changesBetween(base, mine)} />
        {conflicts.map((conflict) => (
          <Choice
            key={conflict.unit}
            conflict={conflict}
            who={who}
            chosen={choices[conflict.unit]}
            choose={(side) => setChoices({ ...choices, [conflict.unit]: side })}
          />
        ))}
        <div className={style.row}>
          <Button variant="filled" disabled={isOpen} onClick={() => goOn(book)}>
            {t('settings.merge.go-on')}
          </Button>
          <Button onClick={() => goOn(theirs.book)}>{t('settings.merge.drop')}</Button>
        </div>
      </div>
    </Modal>
  );
}

interface ChoiceProps {
  readonly conflict: Conflict;
  readonly who: string;
  readonly chosen: Side | undefined;
  readonly choose: (side: Side) => void;
}

function Choice({ conflict, who, chosen, choose }: ChoiceProps) {
  const { t } = useWords();
  const stageWords = useStageWords();
  const nameOf = useCalendarName();
  const text = (side: Side) => {
    if (conflict.what === 'calendar') {
      const calendar = conflict[side];
      return calendar ? nameOf(calendar) : t('settings.merge.removed');
    }
    const stage = conflict[side];
    if (!stage) return t('settings.merge.removed');
    const words = [t(`settings.template.${stage.template}`), t(`settings.purpose.${stage.purpose}`)];
    return `${stageWords(stage.daysBefore)} · ${words.join(' · ')}`;
  };
  return (
    <fieldset className={style.mergeSides}>
      <legend>{t('settings.merge.both', { calendar: nameOf(conflict.calendar) })}</legend>
      <Radio.Group value={chosen ?? null} onChange={(side) => choose(side as Side)}>
        <div className={style.fields}>
          <Radio value="theirs" label={`${who}: ${text('theirs')}`} />
          <Radio value="mine" label={`${t('settings.merge.you')}: ${text('mine')}`} />
        </div>
      </Radio.Group>
    </fieldset>
  );
}
