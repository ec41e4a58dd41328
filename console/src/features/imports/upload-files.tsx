import { useEffect, useState } from 'react';
import type { ImportJob } from '../../../../contract/imports.ts';
import { isProblem } from '../../api/problem.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { useProblemText } from '../../shell/problem/use-problem-text.ts';
import { useWords } from '../../words/use-words.ts';
import { uploadFile } from './import-calls.ts';
import style from './imports.module.css';

/** One file on its way to Vigente. */
export interface Sending {
  readonly file: File;
  readonly state: 'waits' | 'goes' | 'there' | 'refused';
  readonly job?: ImportJob;
  readonly problem?: unknown;
}

/** Takes files one after the other; one that is refused does not keep the next ones back. */
export function useUploads(onOne: (job: ImportJob) => void) {
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  const change = (file: File, to: Partial<Sending>) =>
    setSendings((all) => all.map((one) => (one.file === file ? { ...one, ...to } : one)));
  const take = async (files: readonly File[]) => {
    setSendings(files.map((file) => ({ file, state: 'waits' })));
    for (const file of files) {
      change(file, { state: 'goes' });
      try {
        const job = await uploadFile(file);
        change(file, { state: 'there', job });
        if (files.length === 1) onOne(job);
      } catch (problem) {
        change(file, { state: 'refused', problem });
      }
    }
  };
  return { sendings, take, isBusy: sendings.some(({ state }) => state === 'waits' || state === 'goes') };
}

/** The files of this visit: what has become of each, and the way to its plan. */
export function Sendings({ sendings }: { sendings: readonly Sending[] }) {
  const { t } = useWords();
  const isWhole = sendings.every(({ state }) => state === 'there' || state === 'refused');
  useLeaveWarning(!isWhole);
  if (sendings.length === 0) return null;
  return (
    <div aria-live="polite">
      <ul className={style.sendings}>
        {sendings.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name; they stay in place
          <SendingLine key={at} {...one} />
        ))}
      </ul>
      {sendings.length > 1 && isWhole && <p className="quiet">{t('imports.sendings.then')}</p>}
    </div>
  );
}

function SendingLine({ file, state, job, problem }: Sending) {
  const { t } = useWords();
  const problemText = useUploadProblem();
  return (
    <li data-state={state} role={state === 'refused' ? 'alert' : undefined}>
      <strong>{file.name}</strong>
      {job ? (
        <PageLink to="/imports/new" words={{ job: job.id }}>
          {t('imports.sending.see')}
        </PageLink>
      ) : (
        <span className="quiet">
          {state === 'refused' ? problemText(problem) : t(`imports.sending.${state}`)}
        </span>
      )}
    </li>
  );
}

/** Why a file was not taken: the server's own sentence knows the file. */
function useUploadProblem(): (problem: unknown) => string {
  const problemText = useProblemText();
  return (problem) => {
    const { what, toDo } = problemText(problem);
    const says = isProblem(problem, 'forbidden') ? undefined : isProblem(problem) && problem.document.detail;
    return says ? `${says}. ${isProblem(problem) ? (problem.document.hint ?? '') : ''}` : `${what} ${toDo}`;
  };
}

/** A file that is half on its way is lost with the page. */
function useLeaveWarning(isOnItsWay: boolean): void {
  useEffect(() => {
    if (!isOnItsWay) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isOnItsWay]);
}
