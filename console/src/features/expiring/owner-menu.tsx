import { Button, Popover, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { colleaguesQuery, ownersQuery } from '../../api/colleagues.ts';
import { useMay } from '../../api/use-session.ts';
import { useWords } from '../../words/use-words.ts';
import style from './expiring.module.css';

interface OwnerMenuProps {
  /** On the button: "Asignar responsable", or who it is now. */
  readonly label: string;
  /** Where the label is only a name: what the button does, for who hears it. */
  readonly says?: string;
  readonly assign: (owner: string | null) => void;
}

interface OwnerChoice {
  readonly owner: string;
  readonly name: string;
  /** The colleague's address; null for a name that is nobody's account. */
  readonly email: string | null;
}

/** A colleague, a name that looks after orders already, a new name, or nobody. */
export function OwnerMenu({ label, says, assign }: OwnerMenuProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const choose = (owner: string | null) => {
    setOpen(false);
    assign(owner);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus position="bottom-start">
      <Popover.Target>
        <Button
          size="xs"
          data-size="xs"
          aria-label={says && `${says}: ${label}`}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={4} aria-label={t('expiring.assign-owner')}>
        {isOpen && <Choices choose={choose} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function Choices({ choose }: { choose: (owner: string | null) => void }) {
  const { t, locale } = useWords();
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const wanted = name.toLocaleLowerCase(locale);
  const all = useOwnerChoices();
  const shown = all
    .filter((one) => `${one.name} ${one.email ?? ''}`.toLocaleLowerCase(locale).includes(wanted))
    .slice(0, 50);
  const isNew = name !== '' && !all.some(({ owner }) => owner === name);
  return (
    <div data-choices>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name) choose(shown.length === 1 ? shown[0]!.owner : name);
        }}
      >
        <TextInput
          data-autofocus
          m={4}
          aria-label={t('expiring.owner-name')}
          placeholder={t('expiring.owner-name')}
          maxLength={200}
          value={typed}
          onKeyDown={walk}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </form>
      <ul className={style.owners}>
        {shown.map(({ owner, name: shownName, email }) => (
          <li key={owner}>
            <button type="button" onKeyDown={walk} onClick={() => choose(owner)}>
              {shownName} <span className="quiet">{email ?? t('expiring.owner.no-account')}</span>
            </button>
          </li>
        ))}
        {isNew && (
          <li>
            <button type="button" onKeyDown={walk} onClick={() => choose(name)}>
              {t('expiring.owner-new', { name })}
            </button>
          </li>
        )}
        {!name && (
          <li>
            <button type="button" onKeyDown={walk} onClick={() => choose(null)}>
              {t('expiring.owner.none')}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}

/** Colleagues first; then the names in use that are nobody's account. */
function useOwnerChoices(): readonly OwnerChoice[] {
  const mayAsk = useMay('inbox:read');
  const mayOwn = useMay('customers:read');
  const colleagues = useQuery({ ...colleaguesQuery(), enabled: mayAsk }).data?.rows ?? [];
  const owners = useQuery({ ...ownersQuery, enabled: mayOwn }).data?.rows ?? [];
  return [
    ...colleagues.map(({ owner, name, email }) => ({ owner, name, email })),
    ...owners
      .filter(({ people }) => people.length === 0)
      .map(({ name }) => ({ owner: name, name, email: null })),
  ];
}

/** The arrows go through the field and the names. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const list = event.currentTarget.closest('[data-choices]');
  const stops = [...(list?.querySelectorAll<HTMLElement>('input, button') ?? [])];
  const next = stops[stops.indexOf(event.currentTarget) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
