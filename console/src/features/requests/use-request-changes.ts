import type { RequestChange, RequestChanges, RequestsChanged } from '../../../../contract/requests.ts';
import { api } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { useProblemText } from '../../shell/problem/use-problem-text.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';

export type ChangeRequests = (requests: readonly string[], change: RequestChange) => Promise<boolean>;

/** Changes requests, says what was done and how many were left alone, and offers to take it back. True when it went well. */
export function useRequestChanges(): ChangeRequests {
  const { t } = useWords();
  const problemText = useProblemText();
  return async (requests, change) => {
    try {
      const body: RequestChanges = { requests: [...requests], change };
      const { changed, leftOut, undo } = await api.post<RequestsChanged>('/requests/changes', { body });
      const did = t(`requests.done.${change.kind}`, { count: changed });
      const left = leftOut === 0 ? '' : t('requests.left-out', { count: leftOut });
      toast({ text: [changed > 0 || !left ? did : '', left].filter(Boolean).join(' '), undo });
      await queryClient.invalidateQueries();
      return true;
    } catch (error) {
      const { what, toDo } = problemText(error);
      toast({ text: `${what} ${toDo}`, tone: 'problem' });
      return false;
    }
  };
}
