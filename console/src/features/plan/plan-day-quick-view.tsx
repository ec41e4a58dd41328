import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DayApproved, PlanDaySummary } from '../../../../contract/plan.ts';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/use-session.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import type { QuickViewProps } from '../../shell/quick-views.tsx';
import { dayText } from '../../shell/time-text.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { stageValues } from '../messages/messages-page.tsx';
import style from './plan.module.css';
import { planDayQuery, readPlanAgain } from './plan-query.ts';
import { TouchState } from './touch-state.tsx';

/** One day beside the calendar: what happens and why, and its approval. */
export function PlanDayQuickView({ id: day }: QuickViewProps) {
  const { t, locale } = useWords();
  const { data, error, refetch } = useQuery(planDayQuery(day));
  if (!data) {
    return error ? <ProblemNote problem={error} again={() => void refetch()} /> : <PageSkeleton rows={8} />;
  }
  return (
    <article className={style.quick} aria-label={dayText(day, locale)}>
      <h2 className={style.long}>{longDay(day, locale)}</h2>
      <p className={style.figure}>{t('plan.messages', { count: data.messages })}</p>
      {data.approval.needed && <Approval summary={data} />}
      {data.groups.length === 0 ? (
        <p className="quiet">{t('plan.day.nothing')}</p>
      ) : (
        <>
          <p>
            <PageLink to="/plan" words={{ view: 'list', from: day, until: day }}>
              {t('plan.day.all')}
            </PageLink>
          </p>
          <Reasons summary={data} />
          <Stages summary={data} />
        </>
      )}
    </article>
  );
}

function longDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );
}

function Reasons({ summary: { day, groups } }: { summary: PlanDaySummary }) {
  const { t, locale } = useWords();
  const number = new Intl.NumberFormat(locale);
  return (
    <section aria-label={t('plan.day.reasons')}>
      <h3>{t('plan.day.reasons')}</h3>
      <ul className={style.reasons}>
        {groups.map(({ state, reason, name, touches }) => (
          <li key={`${state} ${reason}`}>
            <PageLink to="/plan" words={{ view: 'list', from: day, until: day, state, reason }}>
              {number.format(touches)}
            </PageLink>
            <TouchState state={state} />
            <span>{name}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Stages({ summary: { day, stages } }: { summary: PlanDaySummary }) {
  const { t, locale } = useWords();
  const number = new Intl.NumberFormat(locale);
  return (
    <section aria-label={t('plan.day.stages')}>
      <h3>{t('plan.day.stages')}</h3>
      <ul className={style.reasons}>
        {stages.map(({ kind, stage, touches }) => (
          <li key={`${kind} ${stage}`}>
            <PageLink to="/plan" words={{ view: 'list', from: day, until: day, kind, stage: String(stage) }}>
              {number.format(touches)}
            </PageLink>
            <span>{t('messages.stage-words', stageValues(stage))}</span>
            <span className="quiet">{t('messages.clock', { kind })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Approval({ summary }: { summary: PlanDaySummary }) {
  const { t } = useWords();
  const { approved, tolerance } = summary.approval;
  return (
    <section className={style.approval} aria-label={t('plan.approve.title')}>
      <h3>{t('plan.approve.title')}</h3>
      <p className="quiet">{t('plan.approve.needed', { tolerance })}</p>
      <p>{t('plan.approve.waiting', { count: summary.waiting })}</p>
      {approved ? <Approved summary={summary} approved={approved} /> : <Approve summary={summary} />}
    </section>
  );
}

type Approved = NonNullable<PlanDaySummary['approval']['approved']>;

function Approved({ summary, approved }: { summary: PlanDaySummary; approved: Approved }) {
  const { t } = useWords();
  const withdraw = useMutation({
    mutationFn: () => api.delete<DayApproved>(`/plan/days/${summary.day}/approval`),
    onSuccess: () => {
      toast({ text: t('plan.approve.back-done') });
      return readPlanAgain();
    },
  });
  const [before = '', after = ''] = t('plan.approve.by', {
    ...{ by: approved.by, count: approved.messages, at: '\u0001' },
  }).split('\u0001');
  return (
    <>
      <p>
        {before}
        <Moment at={approved.at} />
        {after}
      </p>
      {approved.note && <p className="quiet">{approved.note}</p>}
      {useMay('plan:approve') && (
        <Button loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {t('plan.approve.back')}
        </Button>
      )}
      {withdraw.error && <ProblemNote problem={withdraw.error} />}
    </>
  );
}

function Approve({ summary }: { summary: PlanDaySummary }) {
  const { t } = useWords();
  const [note, setNote] = useState('');
  const messages = Math.max(summary.messages, summary.waiting);
  const approve = useMutation({
    mutationFn: () =>
      api.post<DayApproved>(`/plan/days/${summary.day}/approval`, { body: { messages, note: note.trim() } }),
    onSuccess: ({ released }) => {
      toast({ text: t('plan.approve.done', { released }) });
      return readPlanAgain();
    },
  });
  if (!useMay('plan:approve')) return null;
  return (
    <form
      className={style.word}
      onSubmit={(event) => {
        event.preventDefault();
        approve.mutate();
      }}
    >
      <TextInput
        label={t('plan.approve.note')}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" variant="filled" loading={approve.isPending}>
        {t('plan.approve.action', { count: messages })}
      </Button>
      {approve.error && <ProblemNote problem={approve.error} />}
    </form>
  );
}
