import { useEffect, useRef } from 'react';
import type { SavedView, ViewPage, ViewsShown } from '../../../../contract/views.ts';
import { useAddressWords, useChangeAddress } from '../use-address.ts';
import { choiceOf } from './use-views.ts';
import { addressOfView, ownWords } from './view-words.ts';

/**
 * A page that is opened without any words opens with the person's default view; an address that only names a view gets
 * the view's words. What a person has changed since stays.
 */
export function useOpenView(page: ViewPage, known: ViewsShown | undefined, view: SavedView | null): void {
  const words = useAddressWords();
  const change = useChangeAddress();
  const opened = useRef<string | null>(null);
  const named = words.saved;
  const isBare = Object.keys(ownWords(words)).length === 0 && words.columns === undefined;
  useEffect(() => {
    if (!known) return;
    const isFirst = opened.current === null;
    const before = opened.current;
    opened.current = named ?? '';
    if (!isBare) return;
    const wanted = named === undefined && isFirst ? choiceOf(known, page).defaultView : null;
    const own = named === undefined ? known.views.find(({ id }) => id === wanted) : view;
    if (own && before !== own.id && (named === undefined || Object.keys(own.words).length > 0))
      void change(addressOfView(own));
  }, [known, named, isBare, page, view, change]);
}
