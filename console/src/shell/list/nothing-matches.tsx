import { Button } from '@mantine/core';
import { useWords } from '../../words/use-words.ts';
import { EmptyState } from '../empty-state.tsx';
import { useAddressWords, useChangeAddress } from '../use-address.ts';

/** How a list is shown, not what is in it. */
const keptWords = new Set(['sort', 'open', 'view', 'saved', 'columns']);

/** No row fulfils the filters; one press takes them away. */
export function NothingMatches() {
  const { t } = useWords();
  const words = useAddressWords();
  const change = useChangeAddress();
  const narrowing = Object.keys(words).filter((name) => !keptWords.has(name));
  return (
    <EmptyState title={t('list.nothing')} text={t('list.nothing.then')}>
      {narrowing.length > 0 && (
        <Button onClick={() => void change(Object.fromEntries(narrowing.map((name) => [name, undefined])))}>
          {t('list.filter.clear')}
        </Button>
      )}
    </EmptyState>
  );
}
