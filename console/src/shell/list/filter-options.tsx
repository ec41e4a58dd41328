import { TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import { Icon } from '../icon.tsx';
import style from './filter-bar.module.css';
import type { Filter, FilterOption } from './filters.ts';

interface FilterOptionsProps {
  readonly filter: Filter;
  readonly value: string | undefined;
  readonly set: (value: string | undefined) => void;
}

const manyOptions = 8;
const mostShown = 100;

/** The values to choose from; a field to find one where there are many, or where only the server knows them all. */
export function FilterOptions({ filter, value, set }: FilterOptionsProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const own = useOwnOptions(filter, typed);
  const found = useFoundOptions(filter, typed);
  const shown = filter.search ? found.options : own;
  return (
    <>
      {(filter.search || filter.options.length > manyOptions) && (
        <TextInput
          data-autofocus
          m={4}
          aria-label={t('list.filter.find')}
          placeholder={t('list.filter.find')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <ul className={style.options} aria-busy={found.isAsking}>
        {shown.map((option) => (
          <li key={option.value}>
            <button type="button" aria-pressed={option.value === value} onClick={() => set(option.value)}>
              {option.label}
              {option.value === value && <Icon name="check" size={16} />}
            </button>
          </li>
        ))}
        {shown.length === 0 && (
          <li className={style.none}>{t(found.isAsking ? 'list.filter.finding' : 'list.filter.none')}</li>
        )}
      </ul>
    </>
  );
}

function useOwnOptions({ options }: Filter, typed: string): readonly FilterOption[] {
  const { locale } = useWords();
  const wanted = typed.trim().toLocaleLowerCase(locale);
  return options.filter(({ label }) => label.toLocaleLowerCase(locale).includes(wanted)).slice(0, mostShown);
}

/** What the server finds for the words typed, after a pause in typing; what it found before stays until then. */
function useFoundOptions({ name, search }: Filter, typed: string) {
  const text = useAfterPause(typed.trim());
  const { data, isFetching } = useQuery({
    queryKey: ['filter-options', name, text],
    queryFn: ({ signal }) => search!(text, signal),
    enabled: search !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  return { options: data ?? [], isAsking: isFetching };
}

const typingMs = 180;

function useAfterPause(text: string): string {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text), typingMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
