import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { RequestChange, RequestView } from '../../../../contract/requests.ts';
import { useWords } from '../../words/use-words.ts';
import style from './requests.module.css';

interface RequestNoteProps {
  readonly request: RequestView;
  readonly change: (what: RequestChange) => Promise<boolean>;
  readonly may: boolean;
}

/** The words that stand with a request; who has written what before stays in its history. */
export function RequestNote({ request, change, may }: RequestNoteProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const { note } = request;
  if (typed === null) {
    return (
      <div className={style.note}>
        {note && <p className={style.said}>{note}</p>}
        {may && (
          <Button size="xs" data-size="xs" variant="subtle" onClick={() => setTyped(note ?? '')}>
            {t(note ? 'requests.note.change' : 'requests.note.add')}
          </Button>
        )}
      </div>
    );
  }
  return (
    <form
      className={style.closing}
      onSubmit={(event) => {
        event.preventDefault();
        void change({ kind: 'note', note: typed.trim() || null }).then((done) => done && setTyped(null));
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setTyped(null);
      }}
    >
      <Textarea
        autoFocus
        label={t('requests.note')}
        rows={3}
        maxLength={5000}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className={style.buttons}>
        <Button type="submit" variant="filled">
          {t('shell.save')}
        </Button>
        <Button variant="subtle" onClick={() => setTyped(null)}>
          {t('shell.cancel')}
        </Button>
      </div>
    </form>
  );
}
