import { Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import { Icon } from '../icon.tsx';
import style from './filter-bar.module.css';
import type { Filter } from './filters.ts';

interface FilterChipProps {
  readonly filter: Filter;
  readonly value: string | undefined;
  /** Just added: it asks for its value at once. */
  readonly isNew: boolean;
  readonly set: (value: string | undefined) => void;
  readonly leave: () => void;
}

export function FilterChip({ filter, value, isNew, set, leave }: FilterChipProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(isNew);
  const close = () => {
    setOpen(false);
    leave();
  };
  const says = value === undefined ? filter.title : filter.says(value);
  return (
    <span className={style.chip} data-empty={value === undefined || undefined}>
      <Popover
        opened={isOpen}
        onChange={(next) => (next ? setOpen(true) : close())}
        trapFocus
        returnFocus
        position="bottom-start"
      >
        <Popover.Target>
          <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {says}
          </button>
        </Popover.Target>
        <Popover.Dropdown p={4} aria-label={filter.title}>
          <Options
            filter={filter}
            value={value}
            set={(next) => {
              setOpen(false);
              set(next);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      {value !== undefined && (
        <button
          type="button"
          className={style.off}
          aria-label={t('list.filter.off', { filter: says })}
          onClick={() => set(undefined)}
        >
          <Icon name="close" size={14} />
        </button>
      )}
    </span>
  );
}

const manyOptions = 8;

function Options({ filter, value, set }: Pick<FilterChipProps, 'filter' | 'value' | 'set'>) {
  const { t, locale } = useWords();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLocaleLowerCase(locale);
  const shown = filter.options
    .filter(({ label }) => label.toLocaleLowerCase(locale).includes(wanted))
    .slice(0, 100);
  return (
    <>
      {filter.options.length > manyOptions && (
        <TextInput
          data-autofocus
          m={4}
          aria-label={t('list.filter.find')}
          placeholder={t('list.filter.find')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <ul className={style.options}>
        {shown.map((option) => (
          <li key={option.value}>
            <button type="button" aria-pressed={option.value === value} onClick={() => set(option.value)}>
              {option.label}
              {option.value === value && <Icon name="check" size={16} />}
            </button>
          </li>
        ))}
        {shown.length === 0 && <li className={style.none}>{t('list.filter.none')}</li>}
      </ul>
    </>
  );
}
