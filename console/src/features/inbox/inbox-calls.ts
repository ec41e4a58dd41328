import { useMutation } from '@tanstack/react-query';
import type { InboxChange } from '../../../../contract/inbox.ts';
import type { Undoable } from '../../../../contract/list.ts';
import { api } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { useProblemText } from '../../shell/problem/use-problem-text.ts';
import { dayText } from '../../shell/time-text.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';

function readInboxAgain(): Promise<unknown> {
  return Promise.all([
    queryClient.invalidateQueries({ queryKey: ['inbox'] }),
    queryClient.invalidateQueries({ queryKey: ['list', '/inbox'] }),
  ]);
}

/** Says a word about things in the inbox; what can be taken back offers it. */
export function useInboxChange() {
  const { t, locale } = useWords();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: (body: InboxChange) => api.post<Undoable>('/inbox/changes', { body }),
    onSuccess: ({ changed, undo }, word) => {
      if (word.kind !== 'read' && word.kind !== 'unread' && changed > 0) {
        const until = word.kind === 'snooze' ? dayText(word.until, locale) : '';
        toast({ text: t(`inbox.done.${word.kind}`, { count: changed, until }), undo });
      }
      return readInboxAgain();
    },
    onError: (problem) => {
      const { what, toDo } = problemText(problem);
      toast({ text: `${what} ${toDo}`, tone: 'problem' });
    },
  });
}
