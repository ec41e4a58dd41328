import { Button, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import style from './expiring.module.css';
import { useExpiringFacets } from './use-expiring-filters.ts';

interface OwnerMenuProps {
  /** On the button: "Asignar responsable", or who it is now. */
  readonly label: string;
  readonly assign: (owner: string | null) => void;
}

/** Somebody who looks after orders already, a new name, or nobody. */
export function OwnerMenu({ label, assign }: OwnerMenuProps) {
  const { t, locale } = useWords();
  const owners = useExpiringFacets()?.owners ?? [];
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const wanted = name.toLocaleLowerCase(locale);
  const shown = owners.filter((owner) => owner.toLocaleLowerCase(locale).includes(wanted)).slice(0, 50);
  const choose = (owner: string | null) => {
    setOpen(false);
    setTyped('');
    assign(owner);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus position="bottom-start">
      <Popover.Target>
        <Button size="xs" data-size="xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={4} aria-label={t('expiring.assign-owner')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name) choose(shown.length === 1 ? shown[0]! : name);
          }}
        >
          <TextInput
            data-autofocus
            m={4}
            aria-label={t('expiring.owner-name')}
            placeholder={t('expiring.owner-name')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </form>
        <ul className={style.owners}>
          {shown.map((owner) => (
            <li key={owner}>
              <button type="button" onClick={() => choose(owner)}>
                {owner}
              </button>
            </li>
          ))}
          {name && !owners.includes(name) && (
            <li>
              <button type="button" onClick={() => choose(name)}>
                {t('expiring.owner-new', { name })}
              </button>
            </li>
          )}
          {!name && (
            <li>
              <button type="button" onClick={() => choose(null)}>
                {t('expiring.owner.none')}
              </button>
            </li>
          )}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
