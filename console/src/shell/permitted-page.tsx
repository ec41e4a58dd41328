import { useMay } from '../api/use-session.ts';
import { useWords } from '../words/use-words.ts';
import { EmptyState } from './empty-state.tsx';
import { PageLink } from './page-link.tsx';
import type { Page } from './pages.tsx';

/** The page, or for whoever came by an address to a page that their role does not open: that, and whom to ask. */
export function PermittedPage({ page }: { page: Page }) {
  const { t } = useWords();
  const may = useMay(page.permission);
  const Component = page.component;
  if (may) return <Component />;
  return (
    <EmptyState title={t('problem.forbidden')} text={t('problem.forbidden.then')}>
      <PageLink to="/">{t('nav.dashboard')}</PageLink>
    </EmptyState>
  );
}
