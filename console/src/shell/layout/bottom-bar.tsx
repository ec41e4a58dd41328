import { Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../../words/use-words.ts';
import { Icon } from '../icon.tsx';
import { PageLink } from '../page-link.tsx';
import style from './bottom-bar.module.css';
import { useIsHere } from './navigation.tsx';
import { type NavPage, useNavigation } from './use-navigation.ts';

const atHand = ['dashboard', 'expiring', 'orders', 'customers'];

/** The sections on a phone: four at the thumb, the others behind one more. */
export function BottomBar() {
  const { t } = useWords();
  const navigate = useNavigate();
  const there = useNavigation();
  const first = there.filter((page) => atHand.includes(page.nav.name));
  const others = there.filter((page) => !first.includes(page));
  return (
    <nav className={style.bar} aria-label={t('shell.navigation')}>
      {first.map((page) => (
        <Section key={page.path} page={page} />
      ))}
      {others.length > 0 && (
        <Menu position="top-end" offset={10}>
          <Menu.Target>
            <button type="button" className={style.section}>
              <Icon name="menu" size={20} />
              {t('shell.more')}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((page) => (
              <Menu.Item
                key={page.path}
                leftSection={<Icon name={page.nav.icon} />}
                onClick={() => void navigate({ to: page.path as never })}
              >
                {t(`nav.${page.nav.name}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </nav>
  );
}

function Section({ page }: { page: NavPage }) {
  const { t } = useWords();
  const isHere = useIsHere(page.path);
  return (
    <PageLink to={page.path} className={style.section} aria-current={isHere ? 'page' : undefined}>
      <Icon name={page.nav.icon} size={20} />
      {t(`nav.short.${page.nav.name}`)}
    </PageLink>
  );
}
