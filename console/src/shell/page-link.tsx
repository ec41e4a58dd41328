import { Link } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { preloadPage } from './pages.tsx';
import { preloadQuickView } from './quick-views.tsx';

interface PageLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** A path with its parts filled in: `/orders/123`. */
  readonly to: string;
  readonly words?: Readonly<Record<string, string | undefined>>;
  readonly children?: ReactNode;
}

/** A link inside the console; opens in place, or wherever the person asks the browser for. */
export function PageLink({ to, words, children, ...rest }: PageLinkProps) {
  return (
    <Link
      onMouseEnter={() => preloadPage(to)}
      onFocus={() => preloadPage(to)}
      {...(rest as object)}
      to={to as never}
      search={(words ?? {}) as never}
    >
      {children}
    </Link>
  );
}

interface QuickLinkProps extends Omit<PageLinkProps, 'to' | 'words'> {
  readonly kind: string;
  readonly id: string;
}

/** Opens the quick view beside whatever is shown. */
export function QuickLink({ kind, id, children, ...rest }: QuickLinkProps) {
  return (
    <Link
      onMouseEnter={() => preloadQuickView(kind)}
      onFocus={() => preloadQuickView(kind)}
      {...(rest as object)}
      to={'.' as never}
      search={((words: object) => ({ ...words, open: `${kind}:${id}` })) as never}
      resetScroll={false}
    >
      {children}
    </Link>
  );
}
