import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ListChoice, SavedView, ViewPage, ViewsShown } from '../../../../contract/views.ts';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/use-session.ts';

const queryKey = ['views'];

/** The views that the person sees and how they like each list; undefined until it is known. */
export function useViews(): ViewsShown | undefined {
  const may = useMay('views:read');
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<ViewsShown>('/views', undefined, signal),
    enabled: may,
    staleTime: 60_000,
  }).data;
}

/** Puts a change into what is known before the server has said it again. */
export function useViewsKnown() {
  const queries = useQueryClient();
  const change = (next: (known: ViewsShown) => ViewsShown) =>
    queries.setQueryData<ViewsShown>(queryKey, (known) => known && next(known));
  return {
    putView: (view: SavedView) =>
      change(({ views, choices }) => ({
        views: [...views.filter(({ id }) => id !== view.id), view].sort(byName),
        choices,
      })),
    takeView: (id: string) =>
      change(({ views, choices }) => ({ views: views.filter((view) => view.id !== id), choices })),
    putChoice: (choice: ListChoice) =>
      change(({ views, choices }) => ({
        views,
        choices: [...choices.filter(({ page }) => page !== choice.page), choice],
      })),
    again: () => queries.invalidateQueries({ queryKey }),
  };
}

function byName(one: SavedView, other: SavedView): number {
  return one.page.localeCompare(other.page) || one.name.localeCompare(other.name);
}

export function choiceOf(known: ViewsShown | undefined, page: ViewPage): ListChoice {
  return known?.choices.find((choice) => choice.page === page) ?? { page, columns: null, defaultView: null };
}
