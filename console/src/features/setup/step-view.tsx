import { type ComponentType, useEffect, useRef } from 'react';
import type { SetupShown, SetupStep } from '../../../../contract/setup.ts';
import { useWords } from '../../words/use-words.ts';
import { BrandStep } from './brand-step.tsx';
import { CalendarStep } from './calendar-step.tsx';
import { ImportStep } from './import-step.tsx';
import { MailStep } from './mail-step.tsx';
import { PlanStep } from './plan-step.tsx';
import { PromiseStep } from './promise-step.tsx';
import { SendingStep } from './sending-step.tsx';
import style from './setup.module.css';
import { StepFoot } from './step-foot.tsx';
import { stepMinutes } from './step-minutes.ts';
import type { StepProps } from './step-props.ts';

const contents: Readonly<Record<SetupStep, ComponentType<StepProps>>> = {
  brand: BrandStep,
  mail: MailStep,
  import: ImportStep,
  promise: PromiseStep,
  calendar: CalendarStep,
  plan: PlanStep,
  sending: SendingStep,
};

/** One step: why it matters, how long it takes, what there is to do, and the way on. */
export function StepView({ seen, step }: { seen: SetupShown; step: SetupStep }) {
  const { t } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  const Content = contents[step];
  // Whoever goes on by keyboard begins at the top of the next step.
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  return (
    <article className={style.step} aria-labelledby="setup-step">
      <header>
        <h2 id="setup-step" ref={title} tabIndex={-1}>
          {t(`setup.step.${step}.title`)}
        </h2>
        <p>{t(`setup.step.${step}.why`)}</p>
        <p className="quiet">{t('setup.takes', { minutes: stepMinutes[step] })}</p>
      </header>
      <Content seen={seen} />
      <StepFoot seen={seen} step={step} />
    </article>
  );
}
