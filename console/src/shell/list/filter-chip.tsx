import { Popover } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import { Icon } from '../icon.tsx';
import style from './filter-bar.module.css';
import { FilterOptions } from './filter-options.tsx';
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
      {filter.options.length === 0 && !filter.search ? (
        <span className={style.fixed}>{says}</span>
      ) : (
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
            <FilterOptions
              filter={filter}
              value={value}
              set={(next) => {
                setOpen(false);
                set(next);
              }}
            />
          </Popover.Dropdown>
        </Popover>
      )}
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
