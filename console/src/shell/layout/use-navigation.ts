import { useSession } from '../../api/use-session.ts';
import { type NavGroup, type Page, pages } from '../pages.tsx';

export type NavPage = Page & { readonly nav: NonNullable<Page['nav']> };

export const navGroups: readonly NavGroup[] = ['today', 'book', 'sent', 'help', 'settings'];

/** The pages this person may go to, in the navigation's order. */
export function useNavigation(): readonly NavPage[] {
  const permissions = useSession()?.permissions ?? [];
  return pages.filter(
    (page): page is NavPage =>
      page.nav !== undefined && (page.permission === undefined || permissions.includes(page.permission)),
  );
}
