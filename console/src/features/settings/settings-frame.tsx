import type { ReactNode } from 'react';
import type { HowToId } from '../../shell/help/how-to-ids.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { PageLink } from '../../shell/page-link.tsx';
import { useWords } from '../../words/use-words.ts';
import { useSections } from './sections.ts';
import style from './settings.module.css';

/** The how-to that goes with a section. */
const helps: Readonly<Record<string, HowToId>> = {
  calendars: 'change-calendar',
  mail: 'mail-records',
  promises: 'shorter-lives',
};

interface SettingsFrameProps {
  /** The section that is shown; without one, the list of them. */
  readonly section: string;
  readonly line?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A section beside the list of all of them; on a phone, with the way back to the list above it. */
export function SettingsFrame({ section, line, actions, children }: SettingsFrameProps) {
  const { t } = useWords();
  const sections = useSections();
  const help = helps[section];
  return (
    <div className={style.frame}>
      <nav className={style.side} aria-label={t('settings.title')}>
        <ul>
          {sections.map(({ path, name }) => (
            <li key={path}>
              <PageLink to={path} aria-current={name === section ? 'page' : undefined}>
                {t(`settings.section.${name}`)}
              </PageLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className={style.section}>
        <PageLink to="/settings" className={style.back}>
          {t('settings.back')}
        </PageLink>
        <PageHead
          title={t(`settings.section.${section}`)}
          line={line ?? t(`settings.section.${section}.line`)}
          {...(help ? { help } : {})}
        >
          {actions}
        </PageHead>
        {children}
      </div>
    </div>
  );
}
