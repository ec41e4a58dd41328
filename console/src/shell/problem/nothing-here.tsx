import { useWords } from '../../words/use-words.ts';
import { EmptyState } from '../empty-state.tsx';
import { PageLink } from '../page-link.tsx';

/** An address that leads nowhere. */
export function NothingHere() {
  const { t } = useWords();
  return (
    <EmptyState title={t('problem.not-found')} text={t('problem.not-found.then')}>
      <PageLink to="/">{t('nav.dashboard')}</PageLink>
    </EmptyState>
  );
}
