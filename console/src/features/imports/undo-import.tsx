import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../../api/use-session.ts';
import { Icon } from '../../shell/icon.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';
import { undoImport } from './import-calls.ts';
import style from './imports.module.css';

/** Takes an import back. Cannot itself be taken back, so it asks once, in its place. */
export function UndoImport({ id }: { id: string }) {
  const { t } = useWords();
  const may = useMay('imports:undo');
  const queries = useQueryClient();
  const [isAsking, ask] = useState(false);
  const undo = useMutation({
    mutationFn: () => undoImport(id),
    onSuccess: async () => {
      toast({ text: t('imports.undone') });
      ask(false);
      await queries.invalidateQueries();
    },
  });
  if (!may) return null;
  if (undo.isSuccess) return <p className="quiet">{t('imports.undone')}</p>;
  if (!isAsking) {
    return (
      <Button leftSection={<Icon name="undo" />} onClick={() => ask(true)}>
        {t('imports.undo')}
      </Button>
    );
  }
  return (
    <div className={style.ask}>
      {undo.error && <ProblemNote problem={undo.error} />}
      <p>{t('imports.undo.what')}</p>
      <div className={style.actions}>
        <Button
          color="red"
          variant="filled"
          loading={undo.isPending}
          onClick={() => undo.mutate()}
          data-autofocus
        >
          {t('imports.undo.now')}
        </Button>
        <Button variant="subtle" disabled={undo.isPending} onClick={() => ask(false)}>
          {t('shell.cancel')}
        </Button>
      </div>
    </div>
  );
}
