import { Icon } from '../../shell/icon.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { PageLink } from '../../shell/page-link.tsx';
import { useWords } from '../../words/use-words.ts';
import { useSections } from './sections.ts';
import style from './settings.module.css';

export function SettingsPage() {
  const { t } = useWords();
  return (
    <>
      <PageHead title={t('settings.title')} line={t('settings.line')} />
      <ul className={style.list}>
        {useSections().map(({ path, name }) => (
          <li key={path}>
            <PageLink to={path}>
              <span>
                <strong>{t(`settings.section.${name}`)}</strong>
                <small>{t(`settings.section.${name}.line`)}</small>
              </span>
              <Icon name="right" />
            </PageLink>
          </li>
        ))}
      </ul>
    </>
  );
}
