import { Tooltip } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { useSession } from '../../api/use-session.ts';
import { useWords } from '../../words/use-words.ts';
import { Icon } from '../icon.tsx';
import { useKept } from '../kept.ts';
import { PageLink } from '../page-link.tsx';
import { RingMark } from '../ring.tsx';
import style from './navigation.module.css';
import { type NavPage, navGroups, useNavigation } from './use-navigation.ts';

/** The sections on the left: 216 px wide, or icons. */
export function Navigation() {
  const { t } = useWords();
  const session = useSession();
  const [width, setWidth] = useKept<'wide' | 'icons'>('navigation', 'wide');
  const isNarrow = width === 'icons';
  const there = useNavigation();
  return (
    <header className={style.side} data-narrow={isNarrow || undefined}>
      <PageLink
        to="/"
        className={style.mark}
        aria-label={isNarrow ? `Vigente · ${session?.partner.name ?? ''}` : undefined}
      >
        <RingMark size={26} />
        {!isNarrow && (
          <span>
            Vigente<small>{session?.partner.name}</small>
          </span>
        )}
      </PageLink>
      <nav aria-label={t('shell.navigation')} className={style.sections}>
        {navGroups.map((group) => {
          const own = there.filter((page) => page.nav.group === group);
          return own.length === 0 ? null : (
            <div key={group} className={style.group}>
              <h2 id={`nav-${group}`} className={isNarrow ? 'unseen' : style.heading}>
                {t(`nav.group.${group}`)}
              </h2>
              <ul aria-labelledby={`nav-${group}`}>
                {own.map((page) => (
                  <li key={page.path}>
                    <Section page={page} isNarrow={isNarrow} />
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </nav>
      <button
        type="button"
        className={style.collapse}
        aria-expanded={!isNarrow}
        aria-label={t(isNarrow ? 'shell.expand' : 'shell.collapse')}
        onClick={() => setWidth(isNarrow ? 'wide' : 'icons')}
      >
        <Icon name={isNarrow ? 'expand' : 'collapse'} />
        {!isNarrow && <span>{t('shell.collapse')}</span>}
      </button>
    </header>
  );
}

function Section({ page, isNarrow }: { page: NavPage; isNarrow: boolean }) {
  const { t } = useWords();
  const isHere = useIsHere(page.path);
  const name = t(`nav.${page.nav.name}`);
  const link = (
    <PageLink
      to={page.path}
      className={style.section}
      aria-current={isHere ? 'page' : undefined}
      aria-label={isNarrow ? name : undefined}
      onMouseEnter={page.preload}
      onFocus={page.preload}
    >
      <Icon name={page.nav.icon} />
      {!isNarrow && <span>{name}</span>}
    </PageLink>
  );
  return isNarrow ? (
    <Tooltip label={name} position="right" openDelay={100}>
      {link}
    </Tooltip>
  ) : (
    link
  );
}

/** A page and what lies under it: `/orders` while an order is shown. */
export function useIsHere(path: string): boolean {
  const here = useRouterState({ select: (state) => state.location.pathname });
  return path === '/' ? here === '/' : here === path || here.startsWith(`${path}/`);
}
