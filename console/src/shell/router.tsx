import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { Frame } from './layout/frame.tsx';
import { SignedOutFrame } from './layout/signed-out-frame.tsx';
import { PageSkeleton } from './page-skeleton.tsx';
import { type Page, pages } from './pages.tsx';
import { PermittedPage } from './permitted-page.tsx';
import { NothingHere } from './problem/nothing-here.tsx';
import { PageProblem } from './problem/page-problem.tsx';
import { parseSearch, stringifySearch } from './search-text.ts';
import { SignedInOnly } from './signed-in-only.tsx';

const root = createRootRoute({ notFoundComponent: NothingHere });
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: SignedInFrame });
const alone = createRoute({ getParentRoute: () => root, id: 'alone', component: SignedOutFrame });

function SignedInFrame() {
  return (
    <SignedInOnly>
      <Frame />
    </SignedInOnly>
  );
}

function routeOf(page: Page) {
  return createRoute({
    getParentRoute: () => (page.frame === 'signed-out' ? alone : frame),
    path: page.path,
    component: page.permission ? () => <PermittedPage page={page} /> : page.component,
    ...(page.frame === 'signed-out' ? { pendingComponent: () => null } : {}),
    validateSearch: (words) => words as Record<string, string>,
  });
}

export const router = createRouter({
  routeTree: root.addChildren([
    frame.addChildren(pages.filter((page) => page.frame !== 'signed-out').map(routeOf)),
    alone.addChildren(pages.filter((page) => page.frame === 'signed-out').map(routeOf)),
  ]),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultErrorComponent: PageProblem,
  defaultPendingComponent: PageSkeleton,
  defaultPendingMs: 80,
  defaultPendingMinMs: 0,
});
