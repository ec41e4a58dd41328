import { useMemo } from 'react';
import { ProblemNote } from '../problem/problem-note.tsx';
import { useIsPhone } from '../use-media.ts';
import { BulkBar } from './bulk-bar.tsx';
import { itemsOf } from './items.ts';
import style from './list.module.css';
import { ListGrid } from './list-grid.tsx';

export type { RowKey } from './list-props.ts';

import type { ListProps } from './list-props.ts';
import { ListSkeleton } from './list-skeleton.tsx';
import { NothingMatches } from './nothing-matches.tsx';
import { useActiveRow } from './use-active-row.ts';
import { useSelection } from './use-selection.ts';
import { useShownColumns } from './use-shown-columns.ts';

/** The list that every page uses: virtual rows, keyset loading, keyboard, selection; cards on a phone. */
export function List<T>(props: ListProps<T>) {
  const { loaded, idOf, groupOf } = props;
  const { rows } = loaded;
  const items = useMemo(() => itemsOf({ rows, idOf, groupOf }), [rows, idOf, groupOf]);
  const order = useMemo(() => rows.map(idOf), [rows, idOf]);
  const selecting = useSelection(order);
  const isPhone = useIsPhone();
  const fitting = useShownColumns(props.columns, {
    areChosen: props.areColumnsChosen ?? false,
    hasCheck: props.bulk !== undefined,
  });
  // A card has room for every fact.
  const columns = isPhone ? props.columns : fitting;
  const active = useActiveRow(props, selecting);
  if (loaded.isFirstLoad)
    return (
      <ListSkeleton {...{ columns, isPhone, rowLines: props.rowLines }} hasBulk={props.bulk !== undefined} />
    );
  if (rows.length === 0)
    return loaded.problem ? (
      <ProblemNote problem={loaded.problem} again={loaded.again} />
    ) : (
      (props.empty ?? <NothingMatches />)
    );
  const chosen = rows.filter((row) => selecting.selection.ids.has(idOf(row)));
  return (
    <div className={style.list} data-stale={loaded.isStale || undefined} aria-busy={loaded.isStale}>
      <ListGrid {...{ ...props, items, columns, selecting, active, isPhone }} />
      {loaded.problem !== null && <ProblemNote problem={loaded.problem} again={loaded.again} />}
      {props.bulk && chosen.length > 0 && (
        <BulkBar count={chosen.length} clear={selecting.clear}>
          {props.bulk(chosen, selecting.clear)}
        </BulkBar>
      )}
    </div>
  );
}
