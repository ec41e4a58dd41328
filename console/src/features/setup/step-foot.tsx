import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type SetupShown, type SetupStep, type SetupWord, setupSteps } from '../../../../contract/setup.ts';
import { Icon } from '../../shell/icon.tsx';
import { useProblemText } from '../../shell/problem/use-problem-text.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';
import style from './setup.module.css';
import { useSetupWord } from './use-setup.ts';

/** Steps of which a person may say that they are right as they are. */
const confirmable: readonly SetupStep[] = ['mail', 'promise', 'calendar', 'plan'];

/** The way on: done, right as it is, or later. Every step can be left and found again. */
export function StepFoot({ seen, step }: { seen: SetupShown; step: SetupStep }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const saying = useSetupWord();
  const state = seen.steps.find((one) => one.step === step)?.state ?? 'open';
  const go = (to: SetupStep | null) =>
    void navigate({ to: '/setup' as never, search: { step: to ?? 'done' } as never });
  const say = (word: SetupWord | null) =>
    saying.mutate(
      { step, word },
      {
        onSuccess: (now) => word !== null && go(stepAfter(now, step)),
        onError: (error) => toast({ text: problemText(error).what, tone: 'problem' }),
      },
    );
  const next = stepAfter(seen, step);
  const onward = (variant: 'filled' | 'default') => (
    <Button variant={variant} onClick={() => go(next)} rightSection={<Icon name="right" size={16} />}>
      {next ? t('setup.next', { step: t(`setup.step.${next}`) }) : t('setup.finish')}
    </Button>
  );
  return (
    <footer className={style.foot}>
      {state === 'done' && onward('filled')}
      {state === 'open' && confirmable.includes(step) && (
        <Button variant="filled" loading={saying.isPending} onClick={() => say('confirmed')}>
          {t(`setup.confirm.${step}`)}
        </Button>
      )}
      {state === 'open' && (
        <Button variant="subtle" disabled={saying.isPending} onClick={() => say('skipped')}>
          {t('setup.later')}
        </Button>
      )}
      {state === 'skipped' && (
        <>
          {onward('default')}
          <Button variant="subtle" disabled={saying.isPending} onClick={() => say(null)}>
            {t('setup.take-up')}
          </Button>
        </>
      )}
    </footer>
  );
}

/** The next open step behind this one, else the first open one; null when none is left. */
function stepAfter({ steps, next }: SetupShown, step: SetupStep): SetupStep | null {
  const at = setupSteps.indexOf(step);
  const behind = steps.slice(at + 1).find(({ state }) => state === 'open')?.step;
  return behind ?? (next === step ? null : next);
}
