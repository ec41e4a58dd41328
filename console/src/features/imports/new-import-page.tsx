import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ImportJob } from '../../../../contract/imports.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { PageLink } from '../../shell/page-link.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { RingMark } from '../../shell/ring.tsx';
import { useAddressWords, useChangeAddress } from '../../shell/use-address.ts';
import { useWords } from '../../words/use-words.ts';
import { DropFile } from './drop-file.tsx';
import { uploadFile, useImportJob } from './import-calls.ts';
import { ImportPlanView } from './import-plan-view.tsx';
import { ImportProgress } from './import-progress.tsx';
import style from './imports.module.css';
import { UndoImport } from './undo-import.tsx';

/** From a file to an applied import; the job stands in the address, so a reload loses nothing. */
export function NewImportPage() {
  const { t } = useWords();
  const { job } = useAddressWords();
  return (
    <>
      <PageHead title={t('imports.new')} line={t('imports.new.line')} />
      {job ? <Job id={job} /> : <Choose />}
    </>
  );
}

function Choose() {
  const { t } = useWords();
  const change = useChangeAddress();
  const upload = useMutation({
    mutationFn: uploadFile,
    onSuccess: (job) => change({ job: job.id, show: undefined }, 'add'),
  });
  return (
    <div className={style.choose}>
      {upload.error && <ProblemNote problem={upload.error} />}
      <DropFile take={(file) => upload.mutate(file)} isBusy={upload.isPending} />
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
  const { data: job, error, refetch } = useImportJob(id);
  if (error) return <Lost problem={error} again={() => void refetch()} leave={leave} />;
  if (!job) return <PageSkeleton rows={4} />;
  switch (job.stage) {
    case 'reading':
    case 'applying':
      return <ImportProgress job={job} />;
    case 'waiting':
      return <ImportPlanView key={job.at} job={job} leave={leave} />;
    case 'applied':
      return <Applied job={job} leave={leave} />;
    case 'failed':
      return <Failed job={job} leave={leave} />;
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
  return (
    <section className={style.applied} aria-live="polite">
      <RingMark size={72} />
      <h2>{t('imports.applied', { file: job.file })}</h2>
      <p className="quiet">{t('imports.applied.then')}</p>
      <div className={style.actions}>
        <PageLink to="/expiring" className={style.strong}>
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

/** What stopped it, and what can be done: correct how the file is read, or bring another file. */
function Failed({ job, leave }: { job: ImportJob; leave: () => void }) {
  const { t } = useWords();
  return (
    <>
      <div className={style.failed} role="alert">
        <h2>{t('imports.failed', { file: job.file })}</h2>
        <p>{job.problem}</p>
        {job.hint && <p className="quiet">{job.hint}</p>}
      </div>
      <ImportPlanView job={job} leave={leave} />
    </>
  );
}
