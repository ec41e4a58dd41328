import { useQueryClient } from '@tanstack/react-query';
import type { Undoable } from '../../../../contract/list.ts';
import type { ChangedRun, DiscardWord, SendingRun } from '../../../../contract/sending.ts';
import { api } from '../../api/client.ts';
import { useProblemText } from '../../shell/problem/use-problem-text.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';

export interface SendingChanges {
  readonly switchSending: (on: boolean) => Promise<boolean>;
  readonly say: (run: SendingRun, word: 'release' | 'stop' | 'resume') => Promise<boolean>;
  readonly discard: (run: SendingRun, word: DiscardWord) => Promise<boolean>;
}

/** Words on sending, each told in a toast that takes it back where it can be. True where it was done. */
export function useSendingChanges(): SendingChanges {
  const { t } = useWords();
  const problemText = useProblemText();
  const queries = useQueryClient();

  async function carryOut<T extends { readonly undo: string | null }>(
    ask: () => Promise<T>,
    says: (answer: T) => string,
  ): Promise<boolean> {
    try {
      const answer = await ask();
      toast({ text: says(answer), undo: answer.undo });
      return true;
    } catch (problem) {
      const { what, toDo } = problemText(problem);
      toast({ text: `${what} ${toDo}`, tone: 'problem' });
      return false;
    } finally {
      await queries.invalidateQueries();
    }
  }

  return {
    switchSending: (on) =>
      carryOut(
        () => api.post<Undoable>('/sending/switch', { body: { on } }),
        () => t(on ? 'sending.done.on' : 'sending.done.off'),
      ),
    say: (run, word) =>
      carryOut(
        () => api.post<ChangedRun>(`/sending/runs/${run.id}/${word}`, { body: {} }),
        ({ run: { left } }) => t(`sending.done.${word}`, { left }),
      ),
    discard: (run, word) =>
      carryOut(
        () => api.post<ChangedRun>(`/sending/runs/${run.id}/discard`, { body: word }),
        ({ run: { counts } }) => t('sending.done.discard', { count: counts.withdrawn }),
      ),
  };
}
