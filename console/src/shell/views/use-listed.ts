import { useMemo } from 'react';
import type { SavedView, ViewPage } from '../../../../contract/views.ts';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/use-session.ts';
import { type Arranged, arrange } from '../list/arranged-columns.ts';
import type { Column } from '../list/column.ts';
import type { OnList } from '../list/list-props.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { toast } from '../toast/toasts.ts';
import { useAddressWords, useChangeAddress } from '../use-address.ts';
import { useOpenView } from './use-open-view.ts';
import { choiceOf, useViews, useViewsKnown } from './use-views.ts';
import { columnsOfAddress, columnsWord } from './view-words.ts';

/** A list as a person looks at it: through which view, with which columns. */
export interface Listed {
  readonly page: ViewPage;
  /** Words of the address that the page understands beside its filters. */
  readonly more: readonly string[];
  /** Null: none is open, or it is not known yet. */
  readonly view: SavedView | null;
  /** The address names a view that is not there, or no longer for this person. */
  readonly isGone: boolean;
  /** Every column there is, as arranged. */
  readonly arrangement: readonly Arranged<
    Pick<Column<never>, 'key' | 'title' | 'width' | 'leaves' | 'card'>
  >[];
  readonly areChosen: boolean;
  readonly columnKeys: readonly string[] | null;
  /** Null: as the list has them. */
  readonly arrangeColumns: (keys: readonly string[] | null) => void;
}

interface ListedList<T> {
  readonly listed: Listed;
  /** For `List`: `<List {...onList} …>`. */
  readonly onList: OnList<T>;
}

/** Gives a list views and a choice of columns: hand `listed` to the filter bar and `onList` to the list. */
export function useListed<T>(
  page: ViewPage,
  columns: readonly Column<T>[],
  more: readonly string[] = [],
): ListedList<T> {
  const words = useAddressWords();
  const known = useViews();
  const view = known?.views.find(({ id, page: of }) => id === words.saved && of === page) ?? null;
  useOpenView(page, known, view);
  const fromAddress = columnsOfAddress(words.columns);
  const keys = fromAddress === undefined ? (view?.columns ?? choiceOf(known, page).columns) : fromAddress;
  const signature = keys?.join(',');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same keys are the same arrangement
  const arrangement = useMemo(() => arrange(columns, keys), [columns, signature]);
  const shown = useMemo(
    () => arrangement.filter(({ isShown }) => isShown).map(({ column }) => column),
    [arrangement],
  );
  const arrangeColumns = useArrangeColumns(page, view);
  const listed = {
    ...{ page, more, view, arrangement, arrangeColumns, columnKeys: keys },
    isGone: known !== undefined && view === null && words.saved !== undefined && words.saved !== 'none',
    areChosen: keys !== null,
  };
  return { listed, onList: { columns: shown, areColumnsChosen: keys !== null } };
}

/** With a view open, into the address, until it is saved; else remembered for the person at once. */
function useArrangeColumns(page: ViewPage, view: SavedView | null): Listed['arrangeColumns'] {
  const known = useViews();
  const { putChoice, again } = useViewsKnown();
  const may = useMay('views:write');
  const change = useChangeAddress();
  const problemText = useProblemText();
  return (keys) => {
    if (view || !may) return void change({ columns: columnsWord(keys) });
    putChoice({ ...choiceOf(known, page), columns: keys && [...keys] });
    api.put(`/views/of/${page}`, { body: { columns: keys } }).catch((error: unknown) => {
      toast({ text: problemText(error).what, tone: 'problem' });
      void again();
    });
  };
}
