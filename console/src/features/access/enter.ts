import { queryClient } from '../../api/query-client.ts';

/** After signing in: everything is asked anew, at the place that was wanted. Only our own addresses count. */
export function enter(wanted: string | undefined): void {
  queryClient.clear();
  const isOurs = wanted !== undefined && /^\/(?![/\\])/.test(wanted);
  window.location.assign(isOurs ? wanted : '/');
}
