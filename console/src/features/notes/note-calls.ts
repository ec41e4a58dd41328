import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Undoable } from '../../../../contract/list.ts';
import type { WrittenNote } from '../../../../contract/notes.ts';
import { api } from '../../api/client.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';

/** What notes are about. */
export interface NotesAbout {
  readonly of: 'orders' | 'customers';
  readonly id: string;
  /** Whose colleagues may be named. */
  readonly customer: string;
}

/** Writes, edits and takes away notes of one's own; each offers to be taken back. */
export function useNoteChanges({ of, id }: NotesAbout) {
  const { t } = useWords();
  const queries = useQueryClient();
  const path = `/${of}/${id}/notes`;
  const said = (key: string) => (answer: { undo: string | null }) => {
    toast({ text: t(`notes.${key}`), undo: answer.undo });
    return queries.invalidateQueries();
  };
  const add = useMutation({
    mutationFn: (words: string) => api.post<WrittenNote>(path, { body: { words } }),
    onSuccess: said('added'),
  });
  const edit = useMutation({
    mutationFn: ({ note, words }: { readonly note: string; readonly words: string }) =>
      api.patch<Undoable>(`${path}/${note}`, { body: { words } }),
    onSuccess: said('edited'),
  });
  const remove = useMutation({
    mutationFn: (note: string) => api.delete<Undoable>(`${path}/${note}`),
    onSuccess: said('removed'),
  });
  return { add, edit, remove, problem: add.error ?? edit.error ?? remove.error };
}
