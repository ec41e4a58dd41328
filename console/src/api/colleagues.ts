import { queryOptions } from '@tanstack/react-query';
import type { Colleagues, Owners } from '../../../contract/inbox.ts';
import { api } from './client.ts';

const staleTime = 60_000;

/** Who works here now; with a customer, only those who see it. */
export const colleaguesQuery = (customer?: string) =>
  queryOptions({
    queryKey: ['colleagues', customer ?? null],
    queryFn: ({ signal }) => api.get<Colleagues>('/colleagues', { customer }, signal),
    staleTime,
  });

/** The owners' names in use, and whose accounts they are. */
export const ownersQuery = queryOptions({
  queryKey: ['owners'],
  queryFn: ({ signal }) => api.get<Owners>('/owners', undefined, signal),
  staleTime,
});
