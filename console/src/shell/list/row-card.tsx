import type { Column } from './column.ts';
import type { RowProps } from './grid-props.ts';
import style from './list.module.css';
import { RowCheck } from './row-check.tsx';

function at<T>(columns: readonly Column<T>[], place: NonNullable<Column<T>['card']>): readonly Column<T>[] {
  return columns.filter(({ card = 'line' }) => card === place);
}

/** A row on a phone. Columns that left the table for want of room come back here: a card is as tall as it needs. */
export function RowCard<T>(props: RowProps<T>) {
  const { item, active, bulk, openedId } = props;
  const isChosen = props.selecting.selection.ids.has(item.id);
  const cell = (column: Column<T>) => <span key={column.key}>{column.cell(item.row)}</span>;
  return (
    <div
      role="row"
      className={style.card}
      data-row={item.id}
      aria-selected={bulk ? isChosen : undefined}
      data-open={openedId === item.id || undefined}
      data-chosen={isChosen || undefined}
      tabIndex={active.index === item.index ? 0 : -1}
    >
      {bulk && (
        <span role="gridcell" className={style.cardCheck}>
          <RowCheck {...props} />
        </span>
      )}
      <div role="gridcell" className={style.cardBody}>
        <div className={style.cardTitle}>
          <strong>{at(props.columns, 'title').map(cell)}</strong>
          <span>{at(props.columns, 'aside').map(cell)}</span>
        </div>
        <div className={style.cardLines}>{at(props.columns, 'line').map(cell)}</div>
      </div>
    </div>
  );
}
