import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import { QuickViewDrawer } from '../drawer/quick-view-drawer.tsx';
import { useKept } from '../kept.ts';
import { useShortcuts } from '../keyboard/shortcuts.ts';
import { PageSkeleton } from '../page-skeleton.tsx';
import { ToastStack } from '../toast/toast-stack.tsx';
import { useIsPhone } from '../use-media.ts';
import { BottomBar } from './bottom-bar.tsx';
import style from './frame.module.css';
import { Navigation } from './navigation.tsx';
import { OfflineBar } from './offline-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useGoKeys } from './use-go-keys.ts';

const loadPalette = async () => ({ default: (await import('../palette/palette.tsx')).Palette });
const Palette = lazy(loadPalette);
const HelpSheet = lazy(async () => ({ default: (await import('../keyboard/help-sheet.tsx')).HelpSheet }));

type Over = 'palette' | 'help' | null;

/** Navigation, search, content, quick view: everything a signed-in person sees around a page. */
export function Frame() {
  const { t } = useWords();
  const [over, setOver] = useState<Over>(null);
  const [width] = useKept<'wide' | 'icons'>('navigation', 'wide');
  const isPhone = useIsPhone();
  const search = () => setOver('palette');
  useGoKeys();
  useShortcuts([
    { chord: 'mod+k', says: 'keys.search', run: search },
    { chord: '/', says: 'keys.search', run: search },
    { chord: '?', says: 'keys.help', run: () => setOver('help') },
  ]);
  useRowsHeight();
  // Fetched before it is wanted: what is typed after `/` must find a field.
  useEffect(() => void loadPalette(), []);
  return (
    <div className={style.frame} data-navigation={width}>
      <a className={style.skip} href="#content">
        {t('shell.skip')}
      </a>
      {!isPhone && <Navigation />}
      <div className={style.column}>
        <TopBar search={search} help={() => setOver('help')} />
        <OfflineBar />
        <Content />
      </div>
      <QuickViewDrawer />
      {isPhone && <BottomBar />}
      <ToastStack />
      <div id="announcer" className="unseen" aria-live="polite" />
      <Suspense fallback={null}>
        {over === 'palette' && <Palette close={() => setOver(null)} help={() => setOver('help')} />}
        {over === 'help' && <HelpSheet close={() => setOver(null)} />}
      </Suspense>
    </div>
  );
}

/** The page. Going to another one moves the focus to it, so that keyboard and screen reader begin at its top. */
function Content() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return (
    <main id="content" ref={main} className={style.content} tabIndex={-1}>
      <Suspense fallback={<PageSkeleton />}>
        <Outlet />
      </Suspense>
    </main>
  );
}

function useRowsHeight(): void {
  const [rows] = useKept<'dense' | 'comfortable'>('rows', 'dense');
  useEffect(() => {
    document.documentElement.dataset.rows = rows;
  }, [rows]);
}
