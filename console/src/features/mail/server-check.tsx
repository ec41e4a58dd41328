import type { ServerCheckShown } from '../../../../contract/mail-settings.ts';
import { Icon, type IconName } from '../../shell/icon.tsx';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './mail.module.css';

const icons: Readonly<Record<'ok' | 'failed' | 'skipped', IconName>> = {
  ...{ ok: 'check', failed: 'close', skipped: 'more' },
};

/** A conversation with the mail server: how far it came, what happened and what to do. */
export function CheckSteps({ check }: { check: ServerCheckShown }) {
  const { t, rich } = useWords();
  return (
    <section className={style.check} data-ok={check.ok} aria-live="polite" aria-label={t('mail.check')}>
      <p className={style.said}>
        <Icon name={check.ok ? 'check' : 'warning'} />
        <strong>{check.words}</strong>
      </p>
      {check.todo && <p>{check.todo}</p>}
      {check.said && (
        <p className="quiet">
          {t('mail.said')} <q lang="">{check.said}</q>
        </p>
      )}
      <ol className={style.steps}>
        {check.steps.map(({ step, state }) => (
          <li key={step} data-state={state}>
            <Icon name={icons[state]} size={14} />
            {t(`mail.step.${step}`)}
            <span className="unseen">: {t(`mail.step.state.${state}`)}</span>
          </li>
        ))}
      </ol>
      <p className="quiet">
        {rich('mail.checked-at', { at: <Moment key="at" at={check.at} /> })}
        {check.ok && !check.encrypted && ` · ${t('mail.check.open')}`}
      </p>
    </section>
  );
}
