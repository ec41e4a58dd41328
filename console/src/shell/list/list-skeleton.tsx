import type { CSSProperties } from 'react';
import { useWords } from '../../words/use-words.ts';
import { Bar } from '../page-skeleton.tsx';
import type { Column } from './column.ts';
import style from './list.module.css';
import { tracksOf } from './tracks-of.ts';
import { useRowHeight } from './use-row-height.ts';

interface ListSkeletonProps<T> {
  readonly columns: readonly Column<T>[];
  readonly isPhone: boolean;
  readonly hasBulk: boolean;
  readonly rowLines: 1 | 2 | undefined;
}

/** Rows in the shape of those that come. */
export function ListSkeleton<T>({ columns, isPhone, hasBulk, rowLines }: ListSkeletonProps<T>) {
  const { t } = useWords();
  const rowHeight = useRowHeight(rowLines);
  const gridTemplateColumns = tracksOf(columns, hasBulk);
  return (
    <div
      className={isPhone ? style.cards : style.grid}
      aria-busy="true"
      role="status"
      aria-label={t('list.loading')}
      style={{ '--row': `${rowHeight}px` } as CSSProperties}
    >
      {!isPhone && (
        <div className={style.head} style={{ gridTemplateColumns }}>
          {hasBulk && <span />}
          {columns.map((column) => (
            <span key={column.key} className={column.align ? style.end : style.cell}>
              {column.title}
            </span>
          ))}
        </div>
      )}
      {Array.from({ length: isPhone ? 6 : 14 }, (_, index) =>
        isPhone ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton have nothing else
          <div key={index} className={style.card} style={{ minHeight: 96 }}>
            <Bar width="70%" />
          </div>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton have nothing else
          <div key={index} className={style.row} style={{ gridTemplateColumns }}>
            {hasBulk && <span />}
            {columns.map((column, place) => (
              <span key={column.key} className={column.align ? style.end : style.cell}>
                <Bar width={`${45 + ((index * 13 + place * 29) % 40)}%`} height={12} />
              </span>
            ))}
          </div>
        ),
      )}
    </div>
  );
}
