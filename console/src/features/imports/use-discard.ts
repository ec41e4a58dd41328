import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useProblemText } from '../../shell/problem/use-problem-text.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';
import { discardUpload, restoreUpload } from './import-calls.ts';

/** Lays an upload aside; for a while the toast brings it back. */
export function useDiscard(done?: () => void) {
  const { t } = useWords();
  const queries = useQueryClient();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: ({ id }: { id: string; file: string }) => discardUpload(id),
    onSuccess: async (_, { id, file }) => {
      toast({
        text: t('imports.discarded', { file }),
        onUndo: async () => {
          await restoreUpload(id);
          await queries.invalidateQueries();
        },
      });
      done?.();
      await queries.invalidateQueries();
    },
    onError: (error) => {
      const { what, toDo } = problemText(error);
      toast({ text: `${what} ${toDo}`, tone: 'problem' });
    },
  });
}
