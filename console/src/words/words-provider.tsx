import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo } from 'react';
import { loadFile } from '../shell/load-file.ts';
import { type Language, loadMessages, localeFor } from './catalogue.ts';
import { makeWords } from './message.ts';
import { WordsContext } from './use-words.ts';

export function messagesQuery(language: Language) {
  return queryOptions({
    queryKey: ['words', language],
    queryFn: () => loadFile(() => loadMessages(language), { keepsPage: true }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
}

/** Everything below speaks `language`. Suspends until its messages are there. */
export function WordsProvider({ language, children }: { language: Language; children: ReactNode }) {
  const { data: messages } = useSuspenseQuery(messagesQuery(language));
  const words = useMemo(() => makeWords(language, localeFor(language), messages), [language, messages]);
  useEffect(() => {
    document.documentElement.lang = words.locale;
  }, [words.locale]);
  return <WordsContext value={words}>{children}</WordsContext>;
}
