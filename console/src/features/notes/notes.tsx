import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import type { Note } from '../../../../contract/notes.ts';
import { colleaguesQuery } from '../../api/colleagues.ts';
import { useMay } from '../../api/use-session.ts';
import { Icon } from '../../shell/icon.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { keptWords, type Nameable, writtenWords } from './mention-text.ts';
import { type NotesAbout, useNoteChanges } from './note-calls.ts';
import { NoteField } from './note-field.tsx';
import style from './notes.module.css';

type Changes = ReturnType<typeof useNoteChanges>;

/** What colleagues have written down, newest first; one's own are edited and taken away. */
export function Notes({ about, notes }: { about: NotesAbout; notes: readonly Note[] }) {
  const { t } = useWords();
  const may = useMay('notes:write');
  const changes = useNoteChanges(about);
  return (
    <div className={style.all}>
      {may && <NewNote about={about} changes={changes} />}
      {notes.length === 0 && !may && <p className="quiet">{t('notes.none')}</p>}
      <ul className={style.notes}>
        {notes.map((note) => (
          <OneNote key={note.id} note={note} about={about} changes={changes} mayEdit={may && note.mine} />
        ))}
      </ul>
      {changes.problem && <ProblemNote problem={changes.problem} />}
    </div>
  );
}

/** Everybody whom this note may name, as the field writes them. */
function useNameable(customer: string, note?: Note): () => Promise<readonly Nameable[]> {
  const queries = useQueryClient();
  const may = useMay('inbox:read');
  return async () => {
    const rows = may ? (await queries.ensureQueryData(colleaguesQuery(customer))).rows : [];
    const named = note?.mentions.map(({ person, name }) => ({ person, label: name })) ?? [];
    return [...rows.map(({ id, owner }) => ({ person: id, label: owner })), ...named];
  };
}

function NewNote({ about, changes: { add } }: { about: NotesAbout; changes: Changes }) {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const nameable = useNameable(about.customer);
  const send = async () => {
    const written = words.trim();
    if (written === '' || add.isPending) return;
    const kept = written.includes('@') ? keptWords(written, await nameable()) : written;
    add.mutate(kept, { onSuccess: () => setWords('') });
  };
  return (
    <form
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <NoteField
        label={t('notes.new')}
        customer={about.customer}
        value={words}
        set={setWords}
        send={() => void send()}
      />
      {words.trim() !== '' && (
        <Button type="submit" variant="filled" loading={add.isPending}>
          {t('notes.add')}
        </Button>
      )}
    </form>
  );
}

interface OneNoteProps {
  readonly note: Note;
  readonly about: NotesAbout;
  readonly changes: Changes;
  readonly mayEdit: boolean;
}

function OneNote(props: OneNoteProps) {
  const { note, changes, mayEdit } = props;
  const { t } = useWords();
  const [isEdited, setEdited] = useState(false);
  if (isEdited) return <EditedNote {...props} leave={() => setEdited(false)} />;
  return (
    <li>
      <p className={style.words}>
        <NoteWords note={note} />
      </p>
      <div className={style.foot}>
        <span>
          {note.by} · <Moment at={note.at} />
          {note.editedAt && (
            <>
              {' · '}
              {t('notes.edited-at')} <Moment at={note.editedAt} />
            </>
          )}
        </span>
        {mayEdit && (
          <span className={style.acts}>
            <Tooltip label={t('notes.edit')}>
              <ActionIcon size="sm" aria-label={t('notes.edit')} onClick={() => setEdited(true)}>
                <Icon name="edit" size={14} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={t('notes.remove')}>
              <ActionIcon
                size="sm"
                aria-label={t('notes.remove')}
                loading={changes.remove.isPending && changes.remove.variables === note.id}
                onClick={() => changes.remove.mutate(note.id)}
              >
                <Icon name="close" size={14} />
              </ActionIcon>
            </Tooltip>
          </span>
        )}
      </div>
    </li>
  );
}

function EditedNote({ note, about, changes: { edit }, leave }: OneNoteProps & { leave: () => void }) {
  const { t } = useWords();
  const own = note.mentions.map(({ person, name }) => ({ person, label: name }));
  const [words, setWords] = useState(writtenWords(note.source, own));
  const nameable = useNameable(about.customer, note);
  const send = async () => {
    if (words.trim() === '' || edit.isPending) return;
    const kept = keptWords(words.trim(), await nameable());
    if (kept === note.source) return leave();
    edit.mutate({ note: note.id, words: kept }, { onSuccess: leave });
  };
  return (
    <li>
      <form
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <NoteField
          label={t('notes.edit')}
          customer={about.customer}
          value={words}
          set={setWords}
          send={() => void send()}
          leave={leave}
          autoFocus
        />
        <span className={style.acts}>
          <Button type="submit" variant="filled" loading={edit.isPending}>
            {t('shell.save')}
          </Button>
          <Button variant="subtle" onClick={leave}>
            {t('shell.cancel')}
          </Button>
        </span>
      </form>
    </li>
  );
}

/** The words, and in them whom they name. */
function NoteWords({ note: { source, mentions } }: { note: Note }) {
  const names = new Map(mentions.map(({ person, name }) => [person, name]));
  return source.split(/(@\[[A-Za-z0-9_-]{1,64}\])/).map((part, index) => {
    const name = part.startsWith('@[') ? names.get(part.slice(2, -1)) : undefined;
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name than their place
    return name ? <mark key={index}>@{name}</mark> : <Fragment key={index}>{part}</Fragment>;
  });
}
