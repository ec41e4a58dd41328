import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { SearchWords } from './search-text.ts';

/** The words of the address: filters, sort, what is open. */
export function useAddressWords(): SearchWords {
  return useSearch({ strict: false }) as SearchWords;
}

/** A part of the path: `useAddressPart('id')` on `/orders/$id`. */
export function useAddressPart(name: string): string {
  return (useParams({ strict: false }) as Record<string, string>)[name] ?? '';
}

/** Sets some words and keeps the others; an empty one is taken away. Replaces the history entry unless told to add one. */
export function useChangeAddress() {
  const navigate = useNavigate();
  return useCallback(
    (change: Readonly<Record<string, string | undefined>>, history: 'add' | 'replace' = 'replace') =>
      navigate({
        to: '.',
        search: ((words: SearchWords) => ({ ...words, ...change })) as never,
        replace: history === 'replace',
        resetScroll: false,
      }),
    [navigate],
  );
}

/** Opens and closes the quick view beside whatever is shown: `open('order', '123')`, `open()` closes. */
export function useQuickView() {
  const change = useChangeAddress();
  const opened = useAddressWords().open;
  const open = useCallback(
    (kind?: string, id?: string) =>
      change({ open: kind && id ? `${kind}:${id}` : undefined }, kind ? 'add' : 'replace'),
    [change],
  );
  return { opened, open };
}
