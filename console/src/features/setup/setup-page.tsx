import { useEffect } from 'react';
import { type SetupShown, setupSteps } from '../../../../contract/setup.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { NothingHere } from '../../shell/problem/nothing-here.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { RingProgress } from '../../shell/ring.tsx';
import { useAddressWords, useChangeAddress } from '../../shell/use-address.ts';
import { useWords } from '../../words/use-words.ts';
import style from './setup.module.css';
import { SetupDone } from './setup-done.tsx';
import { StepList } from './step-list.tsx';
import { StepView } from './step-view.tsx';
import { useMaySetUp, useSetup } from './use-setup.ts';

/** From an empty inventory to the first real message; the step stands in the address, what is done in the database. */
export function SetupPage() {
  const { t } = useWords();
  const may = useMaySetUp();
  const { data, error, refetch } = useSetup();
  if (!may) return <NothingHere />;
  return (
    <>
      <PageHead title={t('setup.title')} line={t('setup.line')}>
        {data && <Progress seen={data} />}
      </PageHead>
      {error && <ProblemNote problem={error} again={() => void refetch()} />}
      {data ? <Guide seen={data} /> : !error && <PageSkeleton rows={7} />}
    </>
  );
}

function Progress({ seen: { done, steps } }: { seen: SetupShown }) {
  const { t } = useWords();
  const says = t('setup.progress', { done, all: steps.length });
  return (
    <p className={style.progress}>
      <RingProgress done={done / steps.length} label={says} size={36} />
      <span aria-hidden="true">{says}</span>
    </p>
  );
}

function Guide({ seen }: { seen: SetupShown }) {
  const asked = useAddressWords().step;
  const change = useChangeAddress();
  const { next } = seen;
  // The step stays the one in the address while it is done: only the person goes on.
  useEffect(() => {
    if (asked === undefined && next !== null) void change({ step: next });
  }, [asked, next, change]);
  const chosen = setupSteps.find((step) => step === asked) ?? seen.next;
  return (
    <div className={style.guide}>
      <StepList seen={seen} chosen={chosen} />
      {chosen === null ? <SetupDone seen={seen} /> : <StepView key={chosen} seen={seen} step={chosen} />}
    </div>
  );
}
