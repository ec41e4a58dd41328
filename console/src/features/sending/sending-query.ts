import { queryOptions } from '@tanstack/react-query';
import type { RunContents, SendingRun, SendingState } from '../../../../contract/sending.ts';
import { api } from '../../api/client.ts';

const whileItRunsMs = 1_000;
const elseMs = 10_000;

/** How sending stands; asked every second while a run goes on. */
export const sendingQuery = queryOptions({
  queryKey: ['sending'],
  queryFn: ({ signal }) => api.get<SendingState>('/sending', undefined, signal),
  refetchInterval: ({ state }) => (state.data && isAnyGoing(state.data) ? whileItRunsMs : elseMs),
});

export function runQuery(id: string) {
  return queryOptions({
    queryKey: ['sending-run', id],
    queryFn: ({ signal }) => api.get<RunContents>(`/sending/runs/${id}`, undefined, signal),
  });
}

/** Its messages leave at this moment. */
export function isGoing({ on }: Pick<SendingState, 'on'>, run: SendingRun): boolean {
  return on && run.state === 'released' && run.left > 0;
}

function isAnyGoing(state: SendingState): boolean {
  return state.runs.some((run) => isGoing(state, run));
}
