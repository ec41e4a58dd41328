import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { UndoOutlook, UndoReport } from '../../../../contract/imports.ts';
import { useMay } from '../../api/use-session.ts';
import { Icon } from '../../shell/icon.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';
import { useFieldWords } from './field-words.ts';
import { undoImport, useUndoOutlook } from './import-calls.ts';
import style from './imports.module.css';

/** Takes an import back. Cannot itself be taken back, so it asks once, in its place, and says what it will do. */
export function UndoImport({ id }: { id: string }) {
  const { t } = useWords();
  const may = useMay('imports:undo');
  const queries = useQueryClient();
  const [isAsking, ask] = useState(false);
  const outlook = useUndoOutlook(id, isAsking && may);
  const undo = useMutation({
    mutationFn: () => undoImport(id),
    onSuccess: async () => {
      toast({ text: t('imports.undone') });
      ask(false);
      // What undoing would do is no longer a question.
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[2] !== 'undo' });
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
    <section className={style.ask} aria-label={t('imports.undo')}>
      {undo.error && <ProblemNote problem={undo.error} />}
      {outlook.error && <ProblemNote problem={outlook.error} again={() => void outlook.refetch()} />}
      <h2>{t('imports.undo.outlook')}</h2>
      {outlook.data ? <Outlook outlook={outlook.data} /> : <Skeleton height={72} />}
      <p className="quiet">{t('imports.undo.what')}</p>
      <div className={style.actions}>
        <Button
          color="red"
          variant="filled"
          loading={undo.isPending}
          disabled={!outlook.data}
          onClick={() => undo.mutate()}
        >
          {t('imports.undo.now')}
        </Button>
        <Button variant="subtle" disabled={undo.isPending} onClick={() => ask(false)} data-autofocus>
          {t('shell.cancel')}
        </Button>
      </div>
    </section>
  );
}

const counted = [
  'ordersRemoved',
  'ordersWithdrawn',
  'ordersRestored',
  'customersRestored',
  'contactsRestored',
  'customersRemoved',
  'contactsRemoved',
] as const;

/** What undoing will do, or has done: how much goes, how much comes back, and what stays as it is. */
export function Outlook({
  outlook,
  isDone = false,
}: {
  outlook: UndoOutlook | UndoReport;
  isDone?: boolean;
}) {
  const { t } = useWords();
  const counts = outlook as unknown as Readonly<Record<string, number | undefined>>;
  const lines = counted.filter((name) => (counts[name] ?? 0) > 0);
  return (
    <>
      <ul className={style.outlook}>
        {lines.map((name) => (
          <li key={name}>
            {t(`imports.undo.${name}`, { count: counts[name] ?? 0, done: isDone ? 'yes' : 'no' })}
          </li>
        ))}
        {lines.length === 0 && <li>{t(isDone ? 'imports.undo.nothing-done' : 'imports.undo.nothing')}</li>}
      </ul>
      {outlook.keptCount > 0 && <Kept outlook={outlook} isDone={isDone} />}
    </>
  );
}

const shownKept = 100;

function Kept({ outlook, isDone }: { outlook: UndoOutlook | UndoReport; isDone: boolean }) {
  const { t } = useWords();
  const { keptWords } = useFieldWords();
  const { keptCount, kept } = outlook;
  const shown = kept.slice(0, shownKept);
  return (
    <details className={style.kept}>
      <summary>{t(isDone ? 'imports.kept' : 'imports.kept.will', { count: keptCount })}</summary>
      <ul className={style.lines}>
        {shown.map(({ entity, name, fields, reason }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a finished list that never changes its order
          <li key={at}>
            <span>
              {t(`imports.entity.${entity}`)} <strong>{name}</strong>
              {fields && ` (${fields.map(keptWords).join(', ')})`}
            </span>
            <span className="quiet">{t(`imports.kept-reason.${reason}`)}</span>
          </li>
        ))}
      </ul>
      {keptCount > shown.length && (
        <p className="quiet">{t('imports.kept.more', { count: keptCount - shown.length })}</p>
      )}
    </details>
  );
}
