import type { SavedView } from '../../../../contract/views.ts';
import { useAddressWords } from '../use-address.ts';
import { useViewChanges } from './use-view-changes.ts';
import { columnsOfAddress, ownWords } from './view-words.ts';

/** What is shown now becomes the view. */
export function useSaveView(view: SavedView | null): () => void {
  const words = useAddressWords();
  const changes = useViewChanges(view?.page ?? 'orders');
  return () => {
    if (!view) return;
    const columns = columnsOfAddress(words.columns);
    const fields = {
      words: { ...ownWords(words) },
      ...(columns === undefined ? {} : { columns: columns && [...columns] }),
    };
    changes.change(view, fields, 'saved').catch(changes.fail);
  };
}
