import { Menu, TextInput, UnstyledButton } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import { Icon } from '../icon.tsx';
import { useAddressWords, useChangeAddress } from '../use-address.ts';
import { ChangedView } from '../views/changed-view.tsx';
import { ColumnsMenu } from '../views/columns-menu.tsx';
import type { Listed } from '../views/use-listed.ts';
import { ViewNotes } from '../views/view-notes.tsx';
import { ViewsMenu } from '../views/views-menu.tsx';
import style from './filter-bar.module.css';
import { FilterChip } from './filter-chip.tsx';
import { type Filter, sortedOut } from './filters.ts';

interface FilterBarProps {
  readonly filters: readonly Filter[];
  /** Words for the text field; without them there is none. Its word in the address is `text`. */
  readonly textLabel?: string;
  /** Views of the list and a choice of its columns; see `useListed`. */
  readonly listed?: Listed;
  /** At the right: a count, an export. */
  readonly children?: ReactNode;
}

/** A text field and chips that read as a sentence. All of it stands in the address. */
export function FilterBar(props: FilterBarProps) {
  const { listed } = props;
  return (
    <>
      <Bar {...props} />
      {listed && <ViewNotes listed={listed} filters={props.filters.map(({ name }) => name)} />}
    </>
  );
}

function Bar({ filters, textLabel, listed, children }: FilterBarProps) {
  const { t } = useWords();
  const words = useAddressWords();
  const change = useChangeAddress();
  const { inForce, addable } = sortedOut(filters, words);
  const [added, setAdded] = useState<Filter | null>(null);
  const chips = added && !inForce.includes(added) ? [...inForce, added] : inForce;
  const clear = () =>
    change(Object.fromEntries([...filters.map(({ name }) => [name, undefined]), ['text', undefined]]));
  return (
    <search className={style.bar}>
      {listed && <ViewsMenu listed={listed} />}
      {textLabel && <TextFilter label={textLabel} />}
      {chips.map((filter) => (
        <FilterChip
          key={filter.name}
          filter={filter}
          value={words[filter.name]}
          isNew={filter === added}
          set={(value) => {
            setAdded(null);
            void change({ [filter.name]: value });
          }}
          leave={() => setAdded(null)}
        />
      ))}
      {addable.length > 0 && (
        <Menu>
          <Menu.Target>
            <UnstyledButton className={style.add}>
              <Icon name="filter" size={16} />
              {t('list.filter')}
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            {addable.map((filter) => (
              <Menu.Item key={filter.name} onClick={() => setAdded(filter)}>
                {filter.title}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {inForce.length > 1 && (
        <UnstyledButton className={style.clear} onClick={() => void clear()}>
          {t('list.filter.clear')}
        </UnstyledButton>
      )}
      {listed && <ChangedView listed={listed} />}
      {children && <div className={style.right}>{children}</div>}
      {listed && (
        <div className={style.columns}>
          <ColumnsMenu listed={listed} />
        </div>
      )}
    </search>
  );
}

const typingMs = 220;

/** Waits for a pause in typing before it asks. */
function TextFilter({ label }: { label: string }) {
  const words = useAddressWords();
  const change = useChangeAddress();
  const inAddress = words.text ?? '';
  const [typed, setTyped] = useState(inAddress);
  const latest = useRef(inAddress);
  useEffect(() => {
    if (latest.current !== inAddress) setTyped(inAddress);
    latest.current = inAddress;
  }, [inAddress]);
  useEffect(() => {
    const text = typed.trim();
    if (text === latest.current) return;
    const timer = setTimeout(() => {
      latest.current = text;
      void change({ text: text || undefined });
    }, typingMs);
    return () => clearTimeout(timer);
  }, [typed, change]);
  return (
    <TextInput
      className={style.text ?? ''}
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<Icon name="search" size={16} />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
