import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlanRow } from '../../../../contract/plan.ts';
import { apiPath } from '../../api/client.ts';
import { usePreferences } from '../../api/use-session.ts';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { dayOf, dayText } from '../../shell/time-text.ts';
import { useWords } from '../../words/use-words.ts';
import style from './plan.module.css';
import { planPreviewQuery } from './plan-query.ts';

/** The message that carries a touch, made as it will be made on its day; asked for when somebody wants to see it. */
export function TouchPreview({ row }: { row: PlanRow }) {
  const { t } = useWords();
  const [isWanted, want] = useState(false);
  return (
    <section aria-label={t('plan.preview')}>
      <h3>{t('plan.preview')}</h3>
      {isWanted ? (
        <Shown id={row.id} />
      ) : (
        <Button onClick={() => want(true)}>{t('plan.preview.show')}</Button>
      )}
    </section>
  );
}

function Shown({ id }: { id: string }) {
  const { t, locale } = useWords();
  const { timeZone } = usePreferences();
  const [part, setPart] = useState('html');
  const { data, error, refetch } = useQuery(planPreviewQuery(id));
  if (!data) {
    return error ? <ProblemNote problem={error} again={() => void refetch()} /> : <PageSkeleton rows={4} />;
  }
  const { to, subject, orders } = data;
  const at = dayText(dayOf(data.at, timeZone), locale);
  const parts = ['html', 'text'].map((value) => ({ value, label: t(`plan.preview.${value}`) }));
  return (
    <>
      <p>{data.goes ? t('plan.preview.goes', { to, at }) : t('plan.preview.would', { to })}</p>
      <p className="quiet">
        {t('plan.preview.orders', { count: orders.length, orders: orders.slice(0, 12).join(', ') })}
      </p>
      {data.pricesHidden && <p className="quiet">{t('plan.preview.prices')}</p>}
      <p>
        <strong>{subject}</strong>
      </p>
      <SegmentedControl aria-label={t('plan.preview')} data={parts} value={part} onChange={setPart} />
      {part === 'html' ? (
        <iframe
          className={style.frame}
          sandbox=""
          referrerPolicy="no-referrer"
          title={t('plan.preview.shown')}
          src={apiPath(`/plan/touches/${id}/html`)}
        />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre className={style.text} tabIndex={0} lang="">
          {data.text}
        </pre>
      )}
    </>
  );
}
