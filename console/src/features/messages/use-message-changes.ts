import { useQueryClient } from '@tanstack/react-query';
import type { Undoable } from '../../../../contract/list.ts';
import type { ResendWish, ResentShown } from '../../../../contract/messages.ts';
import { api } from '../../api/client.ts';
import { useProblemText } from '../../shell/problem/use-problem-text.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';

export interface MessageChanges {
  readonly again: (message: string, how: 'try-again' | 'repeat') => Promise<void>;
  readonly see: (messages: readonly string[], seen: boolean) => Promise<void>;
  /** Undefined where it was refused; the reason stands in a toast. */
  readonly resend: (message: string, wish: ResendWish) => Promise<ResentShown | undefined>;
}

/** What a person does about messages, each told in a toast. */
export function useMessageChanges(): MessageChanges {
  const { t } = useWords();
  const problemText = useProblemText();
  const queries = useQueryClient();

  async function carryOut<T>(ask: () => Promise<T>, says: (answer: T) => Parameters<typeof toast>[0]) {
    try {
      const answer = await ask();
      toast(says(answer));
      return answer;
    } catch (problem) {
      const { what, toDo } = problemText(problem);
      toast({ text: `${what} ${toDo}`, tone: 'problem' });
      return undefined;
    } finally {
      await queries.invalidateQueries();
    }
  }

  return {
    async again(message, how) {
      await carryOut(
        () => api.post(`/messages/${message}/${how}`),
        () => ({ text: t(`messages.done.${how}`) }),
      );
    },
    async see(messages, seen) {
      await carryOut(
        () => api.post<Undoable>('/messages/seen', { body: { messages: [...messages], seen } }),
        ({ changed, undo }) => ({
          text: t(seen ? 'messages.done.see' : 'messages.done.unsee', { count: changed }),
          undo,
        }),
      );
    },
    resend: (message, wish) =>
      carryOut(
        () => api.post<ResentShown>(`/messages/${message}/resend`, { body: wish }),
        ({ address, isNew }) => ({
          text: t(isNew ? 'messages.done.resend' : 'messages.done.resend-before', { to: address }),
        }),
      ),
  };
}
