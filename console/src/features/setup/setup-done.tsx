import type { SetupShown } from '../../../../contract/setup.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { RingMark } from '../../shell/ring.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './setup.module.css';

/** Nothing is open any more: what was left for later, and where the day begins. */
export function SetupDone({ seen }: { seen: SetupShown }) {
  const { t } = useWords();
  const skipped = seen.steps.filter(({ state }) => state === 'skipped');
  return (
    <section className={style.finished} aria-labelledby="setup-done">
      <RingMark size={72} />
      <h2 id="setup-done">{t(skipped.length === 0 ? 'setup.done' : 'setup.done.some')}</h2>
      <p className="quiet">
        {skipped.length === 0
          ? t('setup.done.line')
          : t('setup.done.skipped', {
              steps: skipped.map(({ step }) => t(`setup.step.${step}`)).join(', '),
            })}
      </p>
      <PageLink to="/" className={style.strong}>
        {t('setup.done.dashboard')}
      </PageLink>
    </section>
  );
}
