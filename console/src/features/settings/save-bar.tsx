import { Button, TextInput } from '@mantine/core';
import { useEffect } from 'react';
import type { RulesEffect } from '../../../../contract/settings.ts';
import { useWords } from '../../words/use-words.ts';
import style from './settings.module.css';

interface SaveBarProps {
  /** In words: what would be saved. */
  readonly changes: string;
  readonly isBusy: boolean;
  /** What it would do, in one line; the rest stands in the page. */
  readonly effect?: RulesEffect | null | undefined;
  readonly isWrong?: boolean;
  readonly note: string;
  readonly setNote: (note: string) => void;
  readonly save: () => void;
  readonly discard: () => void;
}

/** At the foot while something is unsaved; leaving the page asks first. */
export function SaveBar({
  changes,
  effect,
  isBusy,
  isWrong = false,
  note,
  setNote,
  save,
  discard,
}: SaveBarProps) {
  const { t } = useWords();
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  return (
    <section className={style.saveBar} aria-label={t('settings.unsaved')}>
      <p>
        <span aria-live="polite">{changes}</span>
        {effect && (
          <small>
            <a href="#settings-effect">{t('settings.unsaved.effect', { ...effect.notices })}</a>
          </small>
        )}
      </p>
      <TextInput
        className={style.note}
        aria-label={t('settings.note')}
        placeholder={t('settings.note')}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button onClick={discard} disabled={isBusy}>
        {t('settings.discard')}
      </Button>
      <Button variant="filled" onClick={save} loading={isBusy} disabled={isWrong}>
        {t('settings.save')}
      </Button>
    </section>
  );
}
