import type { SetupShown, SetupStep, SetupStepShown } from '../../../../contract/setup.ts';
import { Icon } from '../../shell/icon.tsx';
import { PageLink } from '../../shell/page-link.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './setup.module.css';
import { stepMinutes } from './step-minutes.ts';

/** All steps with how they stand; each can be opened at any time. */
export function StepList({ seen, chosen }: { seen: SetupShown; chosen: SetupStep | null }) {
  const { t } = useWords();
  return (
    <nav className={style.steps} aria-label={t('setup.steps')}>
      <ol>
        {seen.steps.map((one, nth) => (
          <li key={one.step}>
            <PageLink
              to="/setup"
              words={{ step: one.step }}
              data-state={one.state}
              aria-current={one.step === chosen ? 'step' : undefined}
            >
              <Mark state={one.state} nth={nth + 1} />
              <span className={style.stepWords}>
                {t(`setup.step.${one.step}`)}
                <small>
                  {one.state === 'open'
                    ? t('setup.minutes', { minutes: stepMinutes[one.step] })
                    : t(`setup.state.${one.state}`)}
                </small>
              </span>
            </PageLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Mark({ state, nth }: { state: SetupStepShown['state']; nth: number }) {
  return (
    <span className={style.mark} data-state={state} aria-hidden="true">
      {state === 'done' ? <Icon name="check" size={14} /> : nth}
    </span>
  );
}
