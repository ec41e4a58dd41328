import type { Undoable } from '../../../../contract/list.ts';
import type { NewView, SavedView, ViewChanged, ViewPage } from '../../../../contract/views.ts';
import { api } from '../../api/client.ts';
import { useWords } from '../../words/use-words.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { toast } from '../toast/toasts.ts';
import { useAddressWords, useChangeAddress } from '../use-address.ts';
import { choiceOf, useViews, useViewsKnown } from './use-views.ts';
import { addressOfView } from './view-words.ts';

type Changed = 'saved' | 'renamed' | 'shared' | 'kept';

/** Everything that can be done to views; each says that it was done and how to take it back. */
export function useViewChanges(page: ViewPage) {
  const { t } = useWords();
  const words = useAddressWords();
  const changeAddress = useChangeAddress();
  const known = useViews();
  const { putView, takeView, putChoice, again } = useViewsKnown();
  const fail = useSayProblem();
  const setDefault = async (view: SavedView | null) => {
    const choice = { ...choiceOf(known, page), defaultView: view?.id ?? null };
    putChoice(choice);
    try {
      await api.put(`/views/of/${page}`, { body: { defaultView: choice.defaultView } });
      toast({ text: view ? t('views.did.default', { name: view.name }) : t('views.did.no-default') });
    } catch (error) {
      fail(error);
      await again();
    }
  };
  return {
    setDefault,
    /** Throws what the server refuses: the form shows it. */
    async add(view: NewView, isDefault: boolean): Promise<void> {
      const added = await api.post<ViewChanged>('/views', { body: view });
      putView(added);
      await changeAddress({ ...addressOfView(added, words), columns: undefined });
      toast({ text: t('views.did.added', { name: added.name }), undo: added.undo });
      if (isDefault) await setDefault(added);
    },
    /** Throws likewise. */
    async change(view: SavedView, fields: Partial<NewView>, did: Changed): Promise<void> {
      const changed = await api.patch<ViewChanged>(`/views/${view.id}`, { body: fields, etag: view.etag });
      putView(changed);
      if (fields.columns !== undefined) await changeAddress({ columns: undefined });
      toast({ text: t(`views.did.${did}`, { name: changed.name }), undo: changed.undo });
    },
    async remove(view: SavedView): Promise<void> {
      try {
        const { undo } = await api.delete<Undoable>(`/views/${view.id}`);
        takeView(view.id);
        await changeAddress({ saved: undefined, columns: undefined });
        toast({
          text: t('views.did.removed', { name: view.name }),
          undo,
          onUndo: () => changeAddress(addressOfView(view)),
        });
      } catch (error) {
        fail(error);
        await again();
      }
    },
    fail: async (error: unknown) => {
      fail(error);
      await again();
    },
  };
}

function useSayProblem() {
  const problemText = useProblemText();
  return (error: unknown) => {
    const { what, toDo } = problemText(error);
    toast({ text: `${what} ${toDo}`, tone: 'problem' });
  };
}
