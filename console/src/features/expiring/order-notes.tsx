import { ActionIcon, Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Undoable } from '../../../../contract/list.ts';
import type { WrittenNote } from '../../../../contract/notes.ts';
import type { OrderView } from '../../../../contract/orders.ts';
import { api } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { useMay } from '../../api/use-session.ts';
import { Icon } from '../../shell/icon.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { toast } from '../../shell/toast/toasts.ts';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './order-view.module.css';
import { orderKey } from './patch-rows.ts';
import { Section } from './section.tsx';

/** What colleagues have written down about this order. */
export function OrderNotes({ order }: { order: OrderView }) {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const readAgain = () => queryClient.invalidateQueries({ queryKey: orderKey(order.id) });
  const add = useMutation({
    mutationFn: () => api.post<WrittenNote>(`/orders/${order.id}/notes`, { body: { words: words.trim() } }),
    onSuccess: ({ undo }) => {
      setWords('');
      toast({ text: t('customers.note.added'), undo });
      return readAgain();
    },
  });
  const remove = useMutation({
    mutationFn: (note: string) => api.delete<Undoable>(`/orders/${order.id}/notes/${note}`),
    onSuccess: ({ undo }) => {
      toast({ text: t('customers.note.removed'), undo });
      return readAgain();
    },
  });
  const mayWrite = useMay('notes:write');
  return (
    <Section title={t('expiring.view.notes')}>
      <ul className={style.lines}>
        {order.notes.map((note) => (
          <li key={note.id} className={style.note}>
            <div>
              <p className={style.said}>{note.words}</p>
              <p className="quiet">
                {note.by} · <Moment at={note.at} />
              </p>
            </div>
            {note.mine && mayWrite && (
              <ActionIcon aria-label={t('expiring.view.note-remove')} onClick={() => remove.mutate(note.id)}>
                <Icon name="close" size={14} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (words.trim()) add.mutate();
          }}
        >
          <Textarea
            aria-label={t('expiring.view.note')}
            placeholder={t('expiring.view.note')}
            rows={2}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          {words.trim() && (
            <Button type="submit" mt="xs" loading={add.isPending}>
              {t('expiring.view.note-add')}
            </Button>
          )}
        </form>
      ) : (
        order.notes.length === 0 && <p className="quiet">{t('expiring.view.no-notes')}</p>
      )}
      {(add.error ?? remove.error) && <ProblemNote problem={add.error ?? remove.error} />}
    </Section>
  );
}
