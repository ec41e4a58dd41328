import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { PlanDays, PlanRow, planPage } from '../../../../contract/plan.ts';
import type { SendingState } from '../../../../contract/sending.ts';
import { api } from '../../api/client.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { pages } from '../../shell/pages.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { RingProgress } from '../../shell/ring.tsx';
import { Day } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { useStageWords } from '../settings/stage-words.ts';
import style from './setup.module.css';
import type { StepProps } from './step-props.ts';

const everyMs = 1_500;
const shownDays = 14;
const shownRows = 8;

/** Who will get what in the days ahead, from the plan that is also the page of that name. */
export function PlanStep({ seen }: StepProps) {
  const { t } = useWords();
  const hasOrders = seen.steps.some(({ step, state }) => step === 'import' && state === 'done');
  const { data, error, refetch } = useQuery({
    queryKey: ['setup-plan'],
    queryFn: ({ signal }) => api.get<PlanDays>('/plan/days', undefined, signal),
    enabled: hasOrders,
    staleTime: 0,
    refetchInterval: ({ state }) => (isBeingMade(state.data) ? everyMs : false),
  });
  if (!hasOrders) {
    return (
      <div className={style.body}>
        <p>{t('setup.plan.no-orders')}</p>
        <p>
          <PageLink to="/setup" words={{ step: 'import' }}>
            {t('setup.plan.import')}
          </PageLink>
        </p>
      </div>
    );
  }
  if (error) return <ProblemNote problem={error} again={() => void refetch()} />;
  if (!data) return <PageSkeleton rows={6} />;
  if (isBeingMade(data)) return <Making seen={data} />;
  return <Plan seen={data} />;
}

function isBeingMade(seen: PlanDays | undefined): boolean {
  return (
    seen !== undefined && (seen.standing.day === null || seen.standing.stale || seen.standing.making !== null)
  );
}

function Making({ seen: { standing } }: { seen: PlanDays }) {
  const { t } = useWords();
  const { data } = useQuery({
    queryKey: ['sending'],
    queryFn: ({ signal }) => api.get<SendingState>('/sending', undefined, signal),
  });
  const { making } = standing;
  const share = making && making.total > 0 ? making.done / making.total : null;
  return (
    <div className={style.body} role="status">
      <p className={style.progress}>
        <RingProgress done={share} label={t('setup.plan.making')} />
        {t('setup.plan.making')}
      </p>
      {data?.workers.alive === 0 && <p>{t('setup.plan.asleep')}</p>}
    </div>
  );
}

function Plan({ seen }: { seen: PlanDays }) {
  const { t } = useWords();
  const { days, standing } = seen;
  const all = (field: 'messages' | 'held' | 'suppressed') => days.reduce((sum, day) => sum + day[field], 0);
  const isThere = pages.some(({ path }) => path === '/plan');
  const told = days.filter(({ messages }) => messages > 0).slice(0, shownDays);
  const most = Math.max(1, ...told.map(({ messages }) => messages));
  return (
    <div className={style.body}>
      <p className={style.good}>
        {t('setup.plan.sum', { messages: all('messages') })}{' '}
        {standing.until && <span className="quiet">{<UntilDay on={standing.until} />}</span>}
      </p>
      {told.length > 0 && (
        <ul className={style.days} aria-label={t('setup.plan.days')}>
          {told.map(({ day, messages }) => (
            <li key={day}>
              <Day on={day} />
              <span className={style.bar} aria-hidden="true">
                <span style={{ width: `${(messages / most) * 100}%` }} />
              </span>
              <span>{t('setup.plan.messages', { messages })}</span>
            </li>
          ))}
        </ul>
      )}
      <First />
      <p className="quiet">{t('setup.plan.why-not', { held: all('held'), suppressed: all('suppressed') })}</p>
      {isThere && (
        <p>
          <PageLink to="/plan">{t('setup.plan.open')}</PageLink>
        </p>
      )}
    </div>
  );
}

function UntilDay({ on }: { on: string }) {
  const { rich } = useWords();
  return <>{rich('setup.plan.until', { day: <Day key="day" on={on} /> })}</>;
}

/** The first messages to come, as rows of the plan. */
function First() {
  const { t } = useWords();
  const stageWords = useStageWords();
  const { data } = useQuery({
    queryKey: ['setup-plan', 'first'],
    queryFn: ({ signal }) =>
      api.get<z.infer<typeof planPage>>('/plan', { state: 'due', limit: shownRows }, signal),
  });
  const rows = (data?.rows ?? []) as readonly PlanRow[];
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('setup.plan.first')}>
      <h3>{t('setup.plan.first')}</h3>
      <ul className={style.first}>
        {rows.map((row) => (
          <li key={row.id}>
            <span>
              <strong>{row.customer.name}</strong>
              <small>{row.to?.address}</small>
            </span>
            <span>
              {row.commonName ?? row.number}
              <small>
                <Day on={row.day} /> · {stageWords(row.stage)}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
