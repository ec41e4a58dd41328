import { Button, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DiscardWord, SendingRun } from '../../../../contract/sending.ts';
import { useWords } from '../../words/use-words.ts';
import style from './sending.module.css';
import { useSendingChanges } from './use-sending-changes.ts';

/** Why a run is thrown away, and what becomes of what it would have said. Cannot be taken back. */
export function DiscardRun({ run, leave }: { run: SendingRun; leave: () => void }) {
  const { t } = useWords();
  const { discard } = useSendingChanges();
  const [afterwards, setAfterwards] = useState<DiscardWord['afterwards']>('again');
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  return (
    <form
      className={style.ask}
      onSubmit={async (event) => {
        event.preventDefault();
        if (note.trim() === '' || isBusy) return;
        setBusy(true);
        await discard(run, { note: note.trim(), afterwards });
        setBusy(false);
      }}
    >
      <p>{t('sending.discard.what', { count: run.left })}</p>
      <Radio.Group
        label={t('sending.discard.then')}
        value={afterwards}
        onChange={(value) => setAfterwards(value as DiscardWord['afterwards'])}
      >
        {(['again', 'silent'] as const).map((value) => (
          <Radio
            key={value}
            value={value}
            mt="xs"
            label={t(`sending.discard.${value}`)}
            description={t(`sending.discard.${value}.more`)}
          />
        ))}
      </Radio.Group>
      <TextInput
        mt="sm"
        label={t('sending.discard.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={500}
        required
        withAsterisk={false}
        data-autofocus
      />
      <div className={style.actions}>
        <Button type="submit" color="red" variant="filled" loading={isBusy} disabled={note.trim() === ''}>
          {t('sending.discard.yes', { count: run.left })}
        </Button>
        <Button variant="subtle" onClick={leave} disabled={isBusy}>
          {t('shell.cancel')}
        </Button>
      </div>
    </form>
  );
}
