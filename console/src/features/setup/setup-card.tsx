import { PageLink } from '../../shell/page-link.tsx';
import { RingProgress } from '../../shell/ring.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './setup-card.module.css';
import { stepMinutes } from './step-minutes.ts';
import { useSetup } from './use-setup.ts';

/** On the dashboard while setting up is not finished: how far it is, and the one step to go on with. */
export function SetupCard() {
  const { t } = useWords();
  const { data } = useSetup();
  if (!data || data.next === null) return null;
  const { done, next, steps } = data;
  const says = t('setup.progress', { done, all: steps.length });
  return (
    <section className={style.card} aria-label={t('setup.title')}>
      <RingProgress done={done / steps.length} label={says} size={44} />
      <p>
        <strong>
          {t('setup.title')} <span className="quiet">· {says}</span>
        </strong>
        <span>{t(`setup.step.${next}.why`)}</span>
      </p>
      <PageLink to="/setup" words={{ step: next }} className={style.go}>
        {t('setup.go-on', { step: t(`setup.step.${next}`), minutes: stepMinutes[next] })}
      </PageLink>
    </section>
  );
}
