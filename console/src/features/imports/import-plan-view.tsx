import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportMapping, ImportPlan } from '../../../../contract/imports.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { useProblemText } from '../../shell/problem/use-problem-text.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { ColumnMapping } from './column-mapping.tsx';
import { applyPlan, planPath, readAgain } from './import-calls.ts';
import style from './imports.module.css';
import { PlanLists } from './plan-lists.tsx';
import { Recognised } from './recognised.tsx';
import { useDiscard } from './use-discard.ts';

interface PlanViewProps {
  readonly plan: ImportPlan;
  /** Lets the choosing begin anew; the file stays where it is. */
  readonly leave: () => void;
}

/** The dry run: nothing is written until somebody says so. */
export function ImportPlanView({ plan, leave }: PlanViewProps) {
  const { t } = useWords();
  const { job, counts } = plan;
  const { act, isBusy } = useAct(job.id);
  const discard = useDiscard(leave);
  const changes = counts ? changesOf(counts) : 0;
  const isReady = job.stage === 'waiting';
  return (
    <>
      <Before plan={plan} />
      {plan.isOutdated && (
        <div className={style.remark}>
          <p>{t('imports.outdated')}</p>
          <Button mt="sm" loading={isBusy} onClick={() => act(() => readAgain(job.id, {}))}>
            {t('imports.outdated.again')}
          </Button>
        </div>
      )}
      {isReady && <Recognised plan={plan} />}
      <MappingPart plan={plan} read={(mapping) => act(() => readAgain(job.id, mapping))} isBusy={isBusy} />
      {isReady && counts && (
        <section aria-label={t('imports.dry-run')} className={style.part}>
          <h2>{t('imports.dry-run')}</h2>
          <p className="quiet">{t('imports.dry-run.counts', { ...counts })}</p>
          <PlanLists job={job.id} counts={counts} />
        </section>
      )}
      <div className={style.decide}>
        <p>{t(!isReady || changes > 0 ? 'imports.decide' : 'imports.nothing-to-do')}</p>
        <Button
          variant="subtle"
          disabled={isBusy}
          loading={discard.isPending}
          onClick={() => discard.mutate({ id: job.id, file: job.file })}
        >
          {t('imports.discard')}
        </Button>
        <Button variant="default" disabled={isBusy} onClick={leave}>
          {t('imports.later')}
        </Button>
        {isReady && (
          <Button
            variant="filled"
            loading={isBusy}
            disabled={changes === 0}
            onClick={() => act(() => applyPlan(job.id))}
          >
            {t('imports.apply')}
          </Button>
        )}
      </div>
    </>
  );
}

/** The same bytes were imported before: when, by whom, and what importing them again means. */
function Before({ plan: { before, counts } }: { plan: ImportPlan }) {
  const { t, rich } = useWords();
  if (!before) return null;
  const at = <Moment key="at" at={before.at} />;
  const key = before.undoneAt ? 'imports.before.undone' : 'imports.before';
  const by = before.by ?? t('imports.by.command');
  const undoneAt = before.undoneAt && <Moment key="undone" at={before.undoneAt} />;
  return (
    <p className={style.remark}>
      {rich(key, { at, by, undoneAt: undoneAt ?? '' })}{' '}
      {counts && !before.undoneAt && t(changesOf(counts) > 0 ? 'imports.before.some' : 'imports.before.none')}{' '}
      <PageLink to={`/imports/${before.id}`}>{t('imports.applied.see')}</PageLink>
    </p>
  );
}

function changesOf(counts: NonNullable<ImportPlan['counts']>): number {
  const { added, changed, customersAdded, customersChanged, contactsAdded, contactsChanged } = counts;
  return added + changed + customersAdded + customersChanged + contactsAdded + contactsChanged;
}

/** One thing at a time; afterwards the job is asked where it stands. */
function useAct(job: string) {
  const queries = useQueryClient();
  const problemText = useProblemText();
  const { mutate, isPending } = useMutation({
    mutationFn: (run: () => Promise<unknown>) => run(),
    onSuccess: async () => {
      queries.removeQueries({ queryKey: ['list'], predicate: ({ queryKey }) => isOfPlan(queryKey, job) });
      await queries.invalidateQueries({ queryKey: ['import-plan', job] });
    },
    onError: (error) => {
      const { what, toDo } = problemText(error);
      toast({ text: `${what} ${toDo}`, tone: 'problem' });
    },
  });
  return { act: mutate, isBusy: isPending };
}

function MappingPart({
  plan,
  read,
  isBusy,
}: {
  plan: ImportPlan;
  read: (mapping: ImportMapping) => void;
  isBusy: boolean;
}) {
  const { t } = useWords();
  const used = plan.columns.filter(({ field }) => field !== null).length;
  // Where the file was not understood, its columns are what there is to look at.
  const [isOpen, setOpen] = useState(plan.counts === null || plan.job.stage !== 'waiting');
  return (
    <details className={style.mapping} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>{t('imports.how-read')}</h2>
        {plan.columns.length > 0 && (
          <span className="quiet">{t('imports.columns.read', { used, all: plan.columns.length })}</span>
        )}
      </summary>
      <ColumnMapping key={readingOf(plan)} plan={plan} read={read} isBusy={isBusy} />
    </details>
  );
}

/** Another word for each reading, so that what was chosen over one is not carried into the next. */
function readingOf({ columns, encoding, separator, sheet, dates, currency }: ImportPlan): string {
  return JSON.stringify([columns, encoding, separator, sheet, dates, currency]);
}

/** Lists of the reading before are no longer true. */
function isOfPlan([, path]: readonly unknown[], job: string): boolean {
  return typeof path === 'string' && path.startsWith(planPath(job));
}
