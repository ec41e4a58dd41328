import { Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { ColleagueRow } from '../../../../contract/inbox.ts';
import { colleaguesQuery } from '../../api/colleagues.ts';
import { useMay } from '../../api/use-session.ts';
import { announce } from '../../shell/announce.ts';
import { useWords } from '../../words/use-words.ts';
import { beingNamed, colleaguesLike } from './mention-text.ts';
import style from './notes.module.css';

interface NoteFieldProps {
  readonly label: string;
  readonly customer: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly send: () => void;
  readonly leave?: () => void;
  readonly autoFocus?: boolean;
}

/**
 * The words of a note. An @ offers the colleagues who see the customer: arrows choose, Enter and Tab take, Escape
 * leaves; the field itself keeps the focus.
 */
export function NoteField({ label, customer, value, set, send, leave, autoFocus = false }: NoteFieldProps) {
  const { t } = useWords();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const naming = useNaming({ field, customer, value, set });
  const { offered, active } = naming;
  const isOpen = offered.length > 0;
  useEffect(() => {
    if (isOpen) announce(t('notes.offered', { count: offered.length }));
  }, [isOpen, offered.length, t]);
  useEffect(() => {
    if (isOpen) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, active, id]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || naming.onKey(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
    if (event.key === 'Escape' && leave) {
      event.stopPropagation();
      leave();
    }
  };
  return (
    <div className={style.field}>
      <Textarea
        ref={field}
        aria-label={label}
        placeholder={label}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen ? `${id}-offered` : undefined}
        aria-activedescendant={isOpen ? `${id}-${active}` : undefined}
        data-autofocus={autoFocus || undefined}
        autoFocus={autoFocus}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={4500}
        value={value}
        onChange={(event) => {
          set(event.currentTarget.value);
          naming.look(event.currentTarget);
        }}
        onSelect={(event) => naming.look(event.currentTarget)}
        onBlur={naming.close}
        onKeyDown={onKeyDown}
      />
      {isOpen && (
        <div id={`${id}-offered`} className={style.offered} role="listbox" aria-label={t('notes.colleagues')}>
          {offered.map((colleague, index) => (
            <div
              key={colleague.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              // The field keeps the focus.
              onMouseDown={(event) => {
                event.preventDefault();
                naming.take(colleague);
              }}
            >
              <span>{colleague.name}</span>
              <span className="quiet">{colleague.email}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

interface Naming {
  readonly field: { readonly current: HTMLTextAreaElement | null };
  readonly customer: string;
  readonly value: string;
  readonly set: (value: string) => void;
}

/** Whom the words before the caret may mean, and how one of them is taken. */
function useNaming({ field, customer, value, set }: Naming) {
  const [named, setNamed] = useState<ReturnType<typeof beingNamed>>(null);
  const [left, setLeft] = useState<number | null>(null);
  const [wanted, setActive] = useState(0);
  const may = useMay('inbox:read');
  const { data } = useQuery({ ...colleaguesQuery(customer), enabled: may && value.includes('@') });
  const others = data?.rows.filter(({ isSelf }) => !isSelf) ?? [];
  const offered = named && named.from !== left ? colleaguesLike(others, named.typed) : [];
  const active = Math.min(wanted, Math.max(0, offered.length - 1));
  const close = () => setNamed(null);
  const look = ({ value: text, selectionStart, selectionEnd }: HTMLTextAreaElement) => {
    const next = selectionStart === selectionEnd ? beingNamed(text, selectionStart) : null;
    if (next?.from !== named?.from || next?.typed !== named?.typed) setActive(0);
    if (next === null) setLeft(null);
    setNamed(next);
  };
  const take = ({ owner }: ColleagueRow) => {
    if (!named) return;
    const after = value.slice(named.from + 1 + named.typed.length);
    const before = `${value.slice(0, named.from)}@${owner}${/^\s/.test(after) ? '' : ' '}`;
    set(before + after);
    setNamed(null);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(before.length, before.length);
    });
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (offered.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return false;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setActive((active + step + offered.length) % offered.length);
    else if (event.key === 'Escape') setLeft(named!.from);
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) take(offered[active]!);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { offered, active, look, take, close, onKey };
}
