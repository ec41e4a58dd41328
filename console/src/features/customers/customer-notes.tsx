import { ActionIcon, Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CustomerView } from '../../../../contract/customers.ts';
import type { Note } from '../../../../contract/notes.ts';
import { useMay } from '../../api/use-session.ts';
import { Icon } from '../../shell/icon.tsx';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { addNote, removeNote, useChange } from './customer-calls.ts';
import style from './customers.module.css';
import { Part } from './part.tsx';

/** What colleagues should know. */
export function CustomerNotes({ customer }: { customer: CustomerView }) {
  const { t } = useWords();
  const may = useMay('notes:write');
  const remove = useChange((note: Note) => removeNote(customer.id, note.id), {
    says: () => t('customers.note.removed'),
  });
  return (
    <Part title={t('customers.notes')}>
      {may && <NewNote customer={customer.id} />}
      {customer.notes.length === 0 && !may && <p className="quiet">{t('customers.notes.none')}</p>}
      <ul className={style.notes}>
        {customer.notes.map((note) => (
          <li key={note.id}>
            <p className={style.words}>{note.words}</p>
            <p className={style.noteFoot}>
              <span>
                {note.by} · <Moment at={note.at} />
              </span>
              {note.mine && may && (
                <ActionIcon
                  size="sm"
                  aria-label={t('customers.note.remove')}
                  loading={remove.isPending && remove.variables.id === note.id}
                  onClick={() => remove.mutate(note)}
                >
                  <Icon name="close" size={14} />
                </ActionIcon>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function NewNote({ customer }: { customer: string }) {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const add = useChange((text: string) => addNote(customer, text), {
    says: () => t('customers.note.added'),
  });
  const send = () => {
    const text = words.trim();
    if (text !== '') add.mutate(text, { onSuccess: () => setWords('') });
  };
  return (
    <form
      className={style.newNote}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Textarea
        aria-label={t('customers.note.new')}
        placeholder={t('customers.note.new')}
        rows={2}
        maxLength={5000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        }}
      />
      {words.trim() !== '' && (
        <Button type="submit" variant="filled" loading={add.isPending}>
          {t('customers.note.add')}
        </Button>
      )}
    </form>
  );
}
