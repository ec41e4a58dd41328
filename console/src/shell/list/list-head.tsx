import { Checkbox } from '@mantine/core';
import { useWords } from '../../words/use-words.ts';
import { Icon } from '../icon.tsx';
import { type Column, nextSort, sortDirection } from './column.ts';
import type { GridProps } from './grid-props.ts';
import style from './list.module.css';
import { tracksOf } from './tracks-of.ts';

export function ListHead<T>(props: GridProps<T>) {
  const { columns, bulk, selecting, loaded } = props;
  const { t } = useWords();
  const count = selecting.selection.ids.size;
  return (
    <div
      role="row"
      className={style.head}
      style={{ gridTemplateColumns: tracksOf(columns, bulk !== undefined) }}
    >
      {bulk && (
        <span role="columnheader" className={style.check}>
          <Checkbox
            aria-label={t('list.choose-all')}
            checked={count > 0 && count === loaded.rows.length}
            indeterminate={count > 0 && count < loaded.rows.length}
            onChange={selecting.toggleAll}
          />
        </span>
      )}
      {columns.map((column) => (
        <Heading key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
      ))}
    </div>
  );
}

interface HeadingProps<T> {
  readonly column: Column<T>;
  readonly sort: string | undefined;
  readonly onSort: ((sort: string) => void) | undefined;
}

function Heading<T>({ column, sort, onSort }: HeadingProps<T>) {
  const direction = onSort ? sortDirection(sort, column.sort) : undefined;
  return (
    <span role="columnheader" aria-sort={direction} className={column.align ? style.end : style.cell}>
      {direction ? (
        <button type="button" className={style.sort} onClick={() => onSort?.(nextSort(sort, column.sort!))}>
          {column.title}
          <span className={style.arrow} data-direction={direction}>
            <Icon name="chevron" size={14} />
          </span>
        </button>
      ) : (
        column.title
      )}
    </span>
  );
}
