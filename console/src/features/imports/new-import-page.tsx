import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ImportJob, ImportPlan } from '../../../../contract/imports.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { PageLink } from '../../shell/page-link.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { RingMark } from '../../shell/ring.tsx';
import { useAddressWords, useChangeAddress } from '../../shell/use-address.ts';
import { useWords } from '../../words/use-words.ts';
import { BackToSetup } from '../setup/back-to-setup.tsx';
import { DropFile } from './drop-file.tsx';
import { useImportPlan } from './import-calls.ts';
import { ImportPlanView } from './import-plan-view.tsx';
import { ImportProgress } from './import-progress.tsx';
import style from './imports.module.css';
import { UndoImport } from './undo-import.tsx';
import { Sendings, useUploads } from './upload-files.tsx';

/** From a file to an applied import; the job stands in the address, so a reload loses nothing. */
export function NewImportPage() {
  const { t } = useWords();
  const { job } = useAddressWords();
  return (
    <>
      <BackToSetup step="import" />
      <PageHead title={t('imports.new')} line={t('imports.new.line')} />
      {job ? <Job id={job} /> : <Choose />}
    </>
  );
}

function Choose() {
  const { t } = useWords();
  const change = useChangeAddress();
  const { sendings, take, isBusy } = useUploads((job) => change({ job: job.id, show: undefined }, 'add'));
  return (
    <div className={style.choose}>
      <Sendings sendings={sendings} />
      <DropFile take={(files) => void take(files)} isBusy={isBusy} />
      <ul className={style.promises}>
        <li>{t('imports.promise.dry')}</li>
        <li>{t('imports.promise.undo')}</li>
        <li>{t('imports.promise.repeat')}</li>
      </ul>
    </div>
  );
}

function Job({ id }: { id: string }) {
  const change = useChangeAddress();
  const leave = () => void change({ job: undefined, show: undefined });
  const { data: plan, error, refetch } = useImportPlan(id);
  if (error) return <Lost problem={error} again={() => void refetch()} leave={leave} />;
  if (!plan) return <PageSkeleton rows={4} />;
  switch (plan.job.stage) {
    case 'reading':
    case 'applying':
      return <ImportProgress job={plan.job} />;
    case 'waiting':
      return <ImportPlanView plan={plan} leave={leave} />;
    case 'applied':
      return <Applied job={plan.job} leave={leave} />;
    case 'failed':
      return <Failed plan={plan} leave={leave} />;
    case 'stopped':
      return <Stopped plan={plan} leave={leave} />;
    case 'discarded':
      return <Choose />;
  }
}

function Lost({ problem, again, leave }: { problem: unknown; again: () => void; leave: () => void }) {
  const { t } = useWords();
  return (
    <>
      <ProblemNote problem={problem} again={again} />
      <Button onClick={leave}>{t('imports.another')}</Button>
    </>
  );
}

function Applied({ job, leave }: { job: ImportJob; leave: () => void }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const isFromSetup = useAddressWords().from === 'setup';
  // Every list and figure that was loaded before tells of another inventory.
  useEffect(() => void queries.invalidateQueries(), [queries]);
  return (
    <section className={style.applied} aria-live="polite">
      <RingMark size={72} />
      <h2>{t('imports.applied', { file: job.file })}</h2>
      <p className="quiet">{t('imports.applied.then')}</p>
      <div className={style.actions}>
        <BackToSetup step="import" isStrong />
        <PageLink to="/expiring" {...(isFromSetup ? {} : { className: style.strong })}>
          {t('imports.applied.expiring')}
        </PageLink>
        {job.import !== null && <PageLink to={`/imports/${job.import}`}>{t('imports.applied.see')}</PageLink>}
        <Button variant="subtle" onClick={leave}>
          {t('imports.another')}
        </Button>
      </div>
      {job.import !== null && <UndoImport id={job.import} />}
    </section>
  );
}

/** Somebody stopped the reading: the file is there, and can be read again or discarded. */
function Stopped({ plan, leave }: { plan: ImportPlan; leave: () => void }) {
  const { t } = useWords();
  return (
    <>
      <div className={style.remark}>
        <h2>{t('imports.stopped', { file: plan.job.file })}</h2>
        <p>{t('imports.stopped.then')}</p>
      </div>
      <ImportPlanView plan={plan} leave={leave} />
    </>
  );
}

/** Hints for the terminal name its options; here the choices stand below. */
const speaksOfCommands = (hint: string): boolean => /(^|\s)--\w/.test(hint);

/** What stopped it, and what can be done: correct how the file is read, or bring another file. */
function Failed({ plan, leave }: { plan: ImportPlan; leave: () => void }) {
  const { t } = useWords();
  const { file, problem, hint } = plan.job;
  return (
    <>
      <div className={style.failed} role="alert">
        <h2>{t('imports.failed', { file })}</h2>
        <p>{problem ?? t('imports.failed.unknown')}</p>
        <p className="quiet">{hint === null || speaksOfCommands(hint) ? t('imports.failed.then') : hint}</p>
      </div>
      <ImportPlanView plan={plan} leave={leave} />
    </>
  );
}
