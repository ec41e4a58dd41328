import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportMapping, ImportPlan } from '../../../../contract/imports.ts';
import { useProblemText } from '../../shell/problem/use-problem-text.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';
import { ColumnMapping } from './column-mapping.tsx';
import { applyPlan, planPath, readAgain } from './import-calls.ts';
import style from './imports.module.css';
import { PlanLists } from './plan-lists.tsx';
import { Recognised } from './recognised.tsx';

interface PlanViewProps {
  readonly plan: ImportPlan;
  readonly leave: () => void;
}

/** The dry run: nothing is written until somebody says so. */
export function ImportPlanView({ plan, leave }: PlanViewProps) {
  const { t } = useWords();
  const { job, counts, knownBefore } = plan;
  const { act, isBusy } = useAct(job.id);
  const changes = counts ? changesOf(counts) : 0;
  const isReady = job.stage === 'waiting';
  return (
    <>
      {knownBefore && <p className={style.remark}>{t('imports.known-before')}</p>}
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
        <Button variant="subtle" disabled={isBusy} onClick={leave}>
          {t(isReady ? 'imports.discard' : 'imports.another')}
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
  const [isOpen, setOpen] = useState(plan.counts === null);
  return (
    <details className={style.mapping} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>{t(plan.columns.length > 0 ? 'imports.columns' : 'imports.how-read')}</h2>
        {plan.columns.length > 0 && (
          <span className="quiet">{t('imports.columns.read', { used, all: plan.columns.length })}</span>
        )}
      </summary>
      <ColumnMapping plan={plan} read={read} isBusy={isBusy} />
    </details>
  );
}

/** Lists of the reading before are no longer true. */
function isOfPlan([, path]: readonly unknown[], job: string): boolean {
  return typeof path === 'string' && path.startsWith(planPath(job));
}
