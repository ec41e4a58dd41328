import { ActionIcon, Checkbox, Popover, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import { announce } from '../announce.ts';
import { Icon } from '../icon.tsx';
import { keysOf, moved } from '../list/arranged-columns.ts';
import { useShownColumns } from '../list/use-shown-columns.ts';
import { useIsPhone } from '../use-media.ts';
import type { Listed } from './use-listed.ts';
import style from './views.module.css';

/** Which columns the list shows, in which order. */
export function ColumnsMenu({ listed }: { listed: Listed }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  if (listed.arrangement.length === 0) return null;
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      trapFocus
      returnFocus
      position="bottom-end"
      withinPortal={false}
    >
      <Popover.Target>
        <UnstyledButton className={style.button} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Icon name="columns" size={16} />
          {t('views.columns.title')}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={8} aria-label={t('views.columns.title')}>
        <Columns listed={listed} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Columns({ listed }: { listed: Listed }) {
  const { t } = useWords();
  const isPhone = useIsPhone();
  const { arrangement, arrangeColumns, areChosen } = listed;
  const shown = arrangement.filter(({ isShown }) => isShown).map(({ column }) => column);
  const fitting = useShownColumns(shown as never, { areChosen, hasCheck: true }) as readonly {
    key: string;
  }[];
  const move = (from: number, by: number) => {
    const next = moved(arrangement, from, by);
    if (next === arrangement) return;
    arrangeColumns(keysOf(next));
    const { title } = arrangement[from]!.column;
    announce(t('views.columns.moved', { title, place: from + by + 1, count: arrangement.length }));
  };
  const show = (at: number, isShown: boolean) =>
    arrangeColumns(keysOf(arrangement.map((one, index) => (index === at ? { ...one, isShown } : one))));
  return (
    <>
      <ul className={style.columns}>
        {arrangement.map(({ column, isShown, isFixed }, at) => {
          const hasNoRoom = isShown && !isPhone && !fitting.some(({ key }) => key === column.key);
          return (
            <li key={column.key}>
              <Checkbox
                label={
                  <>
                    {column.title}
                    {isFixed && <span className={style.note}> {t('views.columns.always')}</span>}
                    {hasNoRoom && <span className={style.note}> {t('views.columns.no-room')}</span>}
                  </>
                }
                checked={isShown}
                disabled={isFixed}
                onChange={(event) => show(at, event.currentTarget.checked)}
              />
              <MoveButton title={column.title} by={-1} isEnd={at === 0} move={() => move(at, -1)} />
              <MoveButton
                title={column.title}
                by={1}
                isEnd={at === arrangement.length - 1}
                move={() => move(at, 1)}
              />
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        className={style.reset}
        aria-disabled={!areChosen}
        onClick={() => areChosen && arrangeColumns(null)}
      >
        {t('views.columns.reset')}
      </button>
    </>
  );
}

interface MoveButtonProps {
  readonly title: string;
  readonly by: 1 | -1;
  readonly isEnd: boolean;
  readonly move: () => void;
}

/** Stays in the row of keys at either end, so that the focus is not lost there. */
function MoveButton({ title, by, isEnd, move }: MoveButtonProps) {
  const { t } = useWords();
  const says = t(by < 0 ? 'views.columns.up' : 'views.columns.down', { title });
  return (
    <ActionIcon
      size={28}
      className={style.move ?? ''}
      aria-label={says}
      title={says}
      aria-disabled={isEnd}
      onClick={() => !isEnd && move()}
    >
      <Icon name={by < 0 ? 'up' : 'chevron'} size={16} />
    </ActionIcon>
  );
}
