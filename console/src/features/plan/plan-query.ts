import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type {
  PlanDaySummary,
  PlanDays,
  PlanFacets,
  PlanPreview,
  PlanTouch,
} from '../../../../contract/plan.ts';
import { api, type Query } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';

/** The words of the address that narrow the plan. */
export const planFilterNames = [
  'from',
  'until',
  'state',
  'customer',
  'owner',
  'stage',
  'kind',
  'template',
  'language',
  'reason',
] as const;

export function planFilterOf(words: Readonly<Record<string, string>>): Query {
  return Object.fromEntries(planFilterNames.map((name) => [name, words[name]]));
}

const soonMs = 2_500;
const laterMs = 60_000;

/** The totals of the days; asked again soon while the plan is being worked out. What is new in it is shown everywhere. */
export function usePlanDays(filter: Query) {
  const asked = useQuery({
    queryKey: ['plan', 'days', filter],
    queryFn: ({ signal }) => api.get<PlanDays>('/plan/days', filter, signal),
    placeholderData: (before) => before,
    refetchInterval: ({ state }) => {
      const standing = state.data?.standing;
      return !standing || standing.stale || standing.making || standing.day === null ? soonMs : laterMs;
    },
  });
  const fresh = asked.data?.standing.refreshedAt;
  const before = useRef(fresh);
  useEffect(() => {
    if (before.current !== undefined && before.current !== fresh) void readPlanAgain();
    before.current = fresh;
  }, [fresh]);
  return asked;
}

export function usePlanFacets(): PlanFacets | undefined {
  return useQuery({
    queryKey: ['plan', 'facets'],
    queryFn: ({ signal }) => api.get<PlanFacets>('/plan/facets', undefined, signal),
    staleTime: 60_000,
  }).data;
}

export function planDayQuery(day: string) {
  return queryOptions({
    queryKey: ['plan', 'day', day],
    queryFn: ({ signal }) => api.get<PlanDaySummary>(`/plan/days/${day}`, undefined, signal),
  });
}

export function planTouchQuery(id: string) {
  return queryOptions({
    queryKey: ['plan', 'touch', id],
    queryFn: ({ signal }) => api.get<PlanTouch>(`/plan/touches/${id}`, undefined, signal),
  });
}

export function planPreviewQuery(id: string) {
  return queryOptions({
    queryKey: ['plan', 'preview', id],
    queryFn: ({ signal }) => api.get<PlanPreview>(`/plan/touches/${id}/preview`, undefined, signal),
    staleTime: 30_000,
  });
}

/** Everything of the plan that is shown is asked for again. */
export async function readPlanAgain(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['plan'] }),
    queryClient.invalidateQueries({ queryKey: ['list', '/plan'] }),
    queryClient.invalidateQueries({ queryKey: ['list', '/plan/changes'] }),
  ]);
}
