import { useMay } from '../../api/use-session.ts';
import { Icon } from '../../shell/icon.tsx';
import { PageLink } from '../../shell/page-link.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './setup.module.css';
import type { StepProps } from './step-props.ts';

const lines = ['file', 'columns', 'dry', 'again'] as const;

/** What a file needs, and the way to the page where it is dropped, which leads back here. */
export function ImportStep({ seen }: StepProps) {
  const { t } = useWords();
  const may = useMay('imports:apply');
  const isDone = seen.steps.some(({ step, state }) => step === 'import' && state === 'done');
  return (
    <div className={style.body}>
      {isDone && <p className={style.good}>{t('setup.import.done')}</p>}
      <ul className={style.ticks}>
        {lines.map((line) => (
          <li key={line}>
            <Icon name="check" size={16} />
            {t(`setup.import.${line}`)}
          </li>
        ))}
      </ul>
      {may && (
        <div className={style.row}>
          <PageLink
            to="/imports/new"
            words={{ from: 'setup' }}
            className={isDone ? style.plain : style.strong}
          >
            {t(isDone ? 'setup.import.another' : 'setup.import.go')}
          </PageLink>
          {isDone && <PageLink to="/imports">{t('setup.import.see')}</PageLink>}
        </div>
      )}
    </div>
  );
}
