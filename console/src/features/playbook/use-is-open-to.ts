import { useSession } from '../../api/use-session.ts';
import { pages } from '../../shell/pages.tsx';

/** Whether a page is there and this person may open it. */
export function useIsOpenTo(): (path: string) => boolean {
  const permissions = useSession()?.permissions ?? [];
  return (path) =>
    pages.some(
      (page) =>
        page.path === path && (page.permission === undefined || permissions.includes(page.permission)),
    );
}
