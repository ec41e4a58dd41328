import type { Dashboard } from '../../../../contract/dashboard.ts';
import { useWords } from '../../words/use-words.ts';
import style from './dashboard.module.css';
import { ListLink, Panel } from './panel.tsx';

const spans = [
  { key: 'lapsed', tone: 'lapsed' },
  { key: '7', tone: 'urgent' },
  { key: '30', tone: 'soon' },
  { key: '60', tone: 'soon' },
  { key: '90', tone: 'soon' },
] as const;

/** How much ends when; bars from zero, each with its number. */
export function DueAhead({ due }: { due: Dashboard['due'] }) {
  const { t, locale } = useWords();
  const most = Math.max(1, ...spans.map(({ key }) => due[key].count));
  return (
    <Panel title={t('dashboard.due')} place="due">
      <ul className={style.bars}>
        {spans.map(({ key, tone }) => (
          <li key={key}>
            <ListLink list={due[key].list} className={style.barLink}>
              <span className={style.barName}>{t(`dashboard.due.${key}`)}</span>
              <svg
                className={style.bar}
                data-tone={tone}
                viewBox="0 0 100 8"
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                <rect width={(due[key].count / most) * 100} height="8" />
              </svg>
              <strong>{due[key].count.toLocaleString(locale)}</strong>
            </ListLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
