import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportJob, ImportMapping, ImportPlan } from '../../../../contract/imports.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { Bar } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { useProblemText } from '../../shell/problem/use-problem-text.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { ColumnMapping } from './column-mapping.tsx';
import { applyPlan, discardPlan, importPlanQuery, readAgain } from './import-calls.ts';
import style from './imports.module.css';
import { PlanLists } from './plan-lists.tsx';
import { Recognised } from './recognised.tsx';

interface PlanViewProps {
  readonly job: ImportJob;
  readonly leave: () => void;
}

/** The dry run: nothing is written until somebody says so. */
export function ImportPlanView({ job, leave }: PlanViewProps) {
  const { data: plan, error, refetch } = useQuery(importPlanQuery(job.id));
  if (error) return <ProblemNote problem={error} again={() => void refetch()} />;
  if (!plan) return <PlanSkeleton />;
  return <Plan plan={plan} job={job} leave={leave} />;
}

function Plan({ plan, job, leave }: PlanViewProps & { plan: ImportPlan }) {
  const { t, rich } = useWords();
  const { act, isBusy } = useAct(job.id);
  const { counts } = plan;
  const changes = counts ? changesOf(counts) : 0;
  const read = (mapping: ImportMapping) => act(() => readAgain(job.id, mapping));
  return (
    <>
      {plan.appliedBefore && (
        <p className={style.remark}>
          {rich('imports.applied-before', {
            at: <Moment key="at" at={plan.appliedBefore.at} />,
            a: (parts) => (
              <PageLink key="a" to={`/imports/${plan.appliedBefore?.import}`}>
                {parts}
              </PageLink>
            ),
          })}
        </p>
      )}
      <Recognised plan={plan} />
      <MappingPart plan={plan} read={read} isBusy={isBusy} />
      {counts && (
        <section aria-label={t('imports.dry-run')} className={style.part}>
          <h2>{t('imports.dry-run')}</h2>
          <p className="quiet">{t('imports.dry-run.counts', { ...counts })}</p>
          <PlanLists job={job.id} counts={counts} />
        </section>
      )}
      <div className={style.decide}>
        <p>{t(changes === 0 ? 'imports.nothing-to-do' : 'imports.decide', { changes })}</p>
        <Button
          variant="subtle"
          disabled={isBusy}
          onClick={() =>
            act(async () => {
              await discardPlan(job.id);
              leave();
            })
          }
        >
          {t('imports.discard')}
        </Button>
        <Button
          variant="filled"
          loading={isBusy}
          disabled={changes === 0}
          onClick={() => act(() => applyPlan(job.id))}
        >
          {t('imports.apply')}
        </Button>
      </div>
    </>
  );
}

function changesOf(counts: NonNullable<ImportPlan['counts']>): number {
  const { ordersAdded, ordersChanged, customersAdded, customersChanged, contactsAdded, contactsChanged } =
    counts;
  return ordersAdded + ordersChanged + customersAdded + customersChanged + contactsAdded + contactsChanged;
}

/** One thing at a time; afterwards the job is asked where it stands. */
export function useAct(job: string) {
  const queries = useQueryClient();
  const problemText = useProblemText();
  const { mutate, isPending } = useMutation({
    mutationFn: (run: () => Promise<unknown>) => run(),
    onSuccess: async () => {
      queries.removeQueries({ queryKey: ['import-plan', job] });
      queries.removeQueries({ queryKey: ['list', `/imports/jobs/${job}`], exact: false });
      await queries.invalidateQueries({ queryKey: ['import-job', job] });
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
        <h2>{t('imports.columns')}</h2>
        <span className="quiet">{t('imports.columns.read', { used, all: plan.columns.length })}</span>
      </summary>
      <ColumnMapping plan={plan} read={read} isBusy={isBusy} />
    </details>
  );
}

function PlanSkeleton() {
  return (
    <div aria-busy="true" className={style.part}>
      <Bar width="32ch" height={20} />
      <p>
        <Bar width="60%" />
      </p>
      <p>
        <Bar width="48%" />
      </p>
    </div>
  );
}
