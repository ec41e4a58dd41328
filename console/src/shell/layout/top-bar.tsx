import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useSession } from '../../api/use-session.ts';
import { useWords } from '../../words/use-words.ts';
import { Icon } from '../icon.tsx';
import { PageLink } from '../page-link.tsx';
import { RingMark } from '../ring.tsx';
import { useIsPhone } from '../use-media.ts';
import { InboxBell } from './inbox-bell.tsx';
import { PartnerItems } from './partner-items.tsx';
import style from './top-bar.module.css';
import { useSignOut } from './use-sign-out.ts';

const modKey = /mac|iphone|ipad/i.test(navigator.platform) ? '⌘' : 'Ctrl';

/** One search for everything, and who is signed in. */
export function TopBar({ search, help }: { search: () => void; help: () => void }) {
  const { t } = useWords();
  const isPhone = useIsPhone();
  // Beside the navigation, which is the page's banner, it is a part of its own; on a phone it is the banner.
  const Bar = isPhone ? 'header' : 'section';
  return (
    <Bar className={style.bar} aria-label={isPhone ? undefined : t('shell.bar')}>
      {isPhone && (
        <PageLink to="/" aria-label={t('nav.dashboard')} className={style.mark}>
          <RingMark size={26} />
        </PageLink>
      )}
      <search className={style.searchPlace}>
        <button type="button" className={style.search} onClick={search}>
          <Icon name="search" />
          <span>{t(isPhone ? 'shell.search.short' : 'shell.search')}</span>
          {!isPhone && (
            <span className={style.keys} aria-hidden="true">
              <kbd>{modKey}</kbd> <kbd>K</kbd>
            </span>
          )}
        </button>
      </search>
      {!isPhone && (
        <Tooltip label={t('keys.help')}>
          <ActionIcon aria-label={t('keys.help')} onClick={help} className={style.help}>
            ?
          </ActionIcon>
        </Tooltip>
      )}
      <InboxBell />
      <PersonMenu />
    </Bar>
  );
}

function PersonMenu() {
  const { t } = useWords();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const person = useSession()?.person;
  if (!person) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={style.person}>
          {initials(person.name)} <span className="unseen">{t('shell.person', { name: person.name })}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={style.who}>
          <strong>{person.name}</strong>
          <span>{person.email}</span>
        </div>
        <Menu.Divider />
        <PartnerItems />
        <Menu.Item
          leftSection={<Icon name="profile" />}
          onClick={() => void navigate({ to: '/profile' as never })}
        >
          {t('nav.profile')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="sign-out" />} onClick={() => void signOut()}>
          {t('shell.sign-out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
