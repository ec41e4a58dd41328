import { ActionIcon } from '@mantine/core';
import { Suspense, useEffect, useRef } from 'react';
import { useWords } from '../../words/use-words.ts';
import { Icon } from '../icon.tsx';
import { useShortcuts } from '../keyboard/shortcuts.ts';
import { PageSkeleton } from '../page-skeleton.tsx';
import { PartBoundary } from '../problem/part-boundary.tsx';
import { quickViewOf } from '../quick-views.tsx';
import { useQuickView } from '../use-address.ts';
import { useIsPhone } from '../use-media.ts';
import style from './quick-view-drawer.module.css';

/**
 * From the right, beside the list, which stays in use: `j` and `k` go on while it is open. What is open stands in
 * the address. Closing it gives the focus back to where it was.
 */
export function QuickViewDrawer() {
  const { opened, open } = useQuickView();
  const view = quickViewOf(opened);
  return view ? <Drawer key={view.kind} view={view} close={() => void open()} /> : null;
}

function Drawer({ view, close }: { view: NonNullable<ReturnType<typeof quickViewOf>>; close: () => void }) {
  const { t } = useWords();
  const isPhone = useIsPhone();
  const drawer = useRef<HTMLElement>(null);
  useShortcuts([{ chord: 'Escape', says: 'keys.close', run: close }]);
  useFocusVisit(drawer);
  const View = view.component;
  return (
    <aside
      ref={drawer}
      className={style.drawer}
      tabIndex={-1}
      aria-label={t('shell.quick-view')}
      data-phone={isPhone || undefined}
    >
      <ActionIcon
        className={style.close}
        size={isPhone ? 44 : 32}
        aria-label={t('shell.close')}
        onClick={close}
      >
        <Icon name="close" />
      </ActionIcon>
      <div className={style.body}>
        <PartBoundary key={view.id}>
          <Suspense fallback={<PageSkeleton rows={6} />}>
            <View id={view.id} />
          </Suspense>
        </PartBoundary>
      </div>
    </aside>
  );
}

/** Where somebody came from, or, where the list has gone on meanwhile, the row in hand. */
function backTo(from: Element | null): HTMLElement | null {
  if (!(from instanceof HTMLElement)) return null;
  const inHand = document.querySelector<HTMLElement>('[data-row][data-active]');
  if (from.closest('[data-row]') && inHand && !inHand.contains(from)) return inHand;
  return from.isConnected ? from : inHand;
}

/** Focus goes into the drawer as it opens and back to where it came from as it closes. */
function useFocusVisit(drawer: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const from = document.activeElement;
    drawer.current?.focus({ preventScroll: true });
    const inside = drawer.current;
    return () => {
      const isStillInside =
        !document.activeElement ||
        document.activeElement === document.body ||
        inside?.contains(document.activeElement);
      if (isStillInside) backTo(from)?.focus({ preventScroll: true });
    };
  }, [drawer]);
}
