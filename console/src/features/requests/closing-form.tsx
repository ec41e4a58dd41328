import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type DeclineReason, declineReasons, type RequestChange } from '../../../../contract/requests.ts';
import { useWords } from '../../words/use-words.ts';
import style from './requests.module.css';

export type Outcome = 'renewed' | 'renewed-elsewhere' | 'declined';
export const outcomes: readonly Outcome[] = ['renewed', 'renewed-elsewhere', 'declined'];

interface ClosingFormProps {
  readonly outcome: Outcome;
  /** For many at once there is no new order's number to give. */
  readonly isOne: boolean;
  readonly close: (change: RequestChange) => void;
  readonly leave: () => void;
}

/** How it ended: with the new order, or with the reason, and a note. The notices of the order stop. */
export function ClosingForm({ outcome, isOne, close, leave }: ClosingFormProps) {
  const { t } = useWords();
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState<DeclineReason | ''>('');
  const [note, setNote] = useState('');
  const words = note.trim() ? { note: note.trim() } : {};
  const change = (): RequestChange | undefined => {
    if (outcome === 'renewed') return { kind: outcome, number: number.trim() || null, ...words };
    if (outcome === 'renewed-elsewhere') return { kind: outcome, ...words };
    return reason === '' ? undefined : { kind: outcome, reason, ...words };
  };
  return (
    <form
      className={style.closing}
      onSubmit={(event) => {
        event.preventDefault();
        const made = change();
        if (made) close(made);
      }}
    >
      <p>
        <strong>{t(`requests.close.${outcome}`)}</strong>{' '}
        <span className="quiet">{t(`requests.close.${outcome}.then`)}</span>
      </p>
      {outcome === 'renewed' && isOne && (
        <TextInput
          autoFocus
          label={t('requests.new-number')}
          description={t('requests.new-number.line')}
          maxLength={100}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
      )}
      {outcome === 'declined' && (
        <NativeSelect
          autoFocus
          required
          label={t('requests.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value as DeclineReason | '')}
          data={[
            { value: '', label: t('requests.reason.choose'), disabled: true },
            ...declineReasons.map((value) => ({ value, label: t(`requests.reason.${value}`) })),
          ]}
        />
      )}
      <Textarea
        label={t('requests.note')}
        rows={2}
        maxLength={5000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={style.buttons}>
        <Button type="submit" variant="filled">
          {t('requests.close')}
        </Button>
        <Button variant="subtle" onClick={leave}>
          {t('shell.cancel')}
        </Button>
      </div>
    </form>
  );
}
