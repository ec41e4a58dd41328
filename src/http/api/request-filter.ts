import type { RequestFilter as Asked } from '../../../contract/requests.ts';
import type { RequestListFilter } from '../../renewals/load-requests.ts';

/** A filter as the address has it, for the one who asks. */
export function requestFilterOf(
  { owner, ...asked }: Asked,
  who: Pick<RequestListFilter, 'visible' | 'today'>,
): RequestListFilter {
  return { ...asked, ...who, owner: owner === 'none' ? null : owner };
}
