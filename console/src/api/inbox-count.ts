import { queryOptions } from '@tanstack/react-query';
import type { InboxCount } from '../../../contract/inbox.ts';
import { api } from './client.ts';

const askEveryMs = 30_000;

/** The numbers at the bell, asked for again and again while the window is looked at. */
export const inboxCountQuery = queryOptions({
  queryKey: ['inbox', 'count'],
  queryFn: ({ signal }) => api.get<InboxCount>('/inbox/count', undefined, signal),
  refetchInterval: askEveryMs,
  staleTime: 5_000,
});
