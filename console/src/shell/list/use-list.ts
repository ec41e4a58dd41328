import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, type Query } from '../../api/client.ts';

interface ListPage<T> {
  readonly rows: readonly T[];
  readonly next: string | null;
}

export interface Loaded<T> {
  readonly rows: readonly T[];
  readonly isFirstLoad: boolean;
  /** Rows of the filter before are shown while those of the new one are on their way. */
  readonly isStale: boolean;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly problem: unknown;
  readonly loadMore: () => void;
  readonly again: () => void;
}

/** A keyset list: page after page as it is scrolled, cached by path and query (query key: ['list', path, query]). */
export function useList<T>(path: string, query: Query): Loaded<T> {
  const asked = useInfiniteQuery({
    queryKey: ['list', path, query],
    queryFn: ({ pageParam, signal }) =>
      api.get<ListPage<T>>(path, { ...query, ...(pageParam === null ? {} : { after: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => asked.data?.pages.flatMap((page) => page.rows) ?? [], [asked.data]);
  return {
    rows,
    isFirstLoad: asked.isPending,
    isStale: asked.isPlaceholderData,
    hasMore: asked.hasNextPage,
    isLoadingMore: asked.isFetchingNextPage,
    problem: asked.error,
    loadMore: () => {
      if (asked.hasNextPage && !asked.isFetchingNextPage) void asked.fetchNextPage();
    },
    again: () => void (asked.isFetchNextPageError ? asked.fetchNextPage() : asked.refetch()),
  };
}
