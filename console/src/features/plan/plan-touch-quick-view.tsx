import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Undoable } from '../../../../contract/list.ts';
import type { InstructionView, PlanTouch } from '../../../../contract/plan.ts';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/use-session.ts';
import { PageLink, QuickLink } from '../../shell/page-link.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import type { QuickViewProps } from '../../shell/quick-views.tsx';
import { dayText } from '../../shell/time-text.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { Day, Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { stageValues } from '../messages/messages-page.tsx';
import { GiveWord } from './give-word.tsx';
import style from './plan.module.css';
import { planTouchQuery, readPlanAgain } from './plan-query.ts';
import { TouchPreview } from './touch-preview.tsx';
import { TouchState } from './touch-state.tsx';

/** One touch beside the list: why it goes or not, what colleagues said, its message, and what may be done. */
export function PlanTouchQuickView({ id }: QuickViewProps) {
  const { t } = useWords();
  const { data: touch, error, refetch } = useQuery(planTouchQuery(id));
  const mayInstruct = useMay('plan:instruct');
  if (!touch) {
    return error ? <ProblemNote problem={error} again={() => void refetch()} /> : <PageSkeleton rows={8} />;
  }
  const { row } = touch;
  return (
    <article className={style.quick} aria-label={row.commonName ?? row.number}>
      <h2>{row.commonName ?? row.number}</h2>
      <p className="quiet">
        <QuickLink kind="order" id={row.order}>
          {row.number}
        </QuickLink>{' '}
        · <PageLink to={`/customers/${row.customer.id}`}>{row.customer.name}</PageLink> ·{' '}
        {t('messages.clock', { kind: row.kind })}
        {row.endsOn && (
          <>
            {' '}
            · <Day on={row.endsOn} />
          </>
        )}{' '}
        · {t('messages.stage-words', stageValues(row.stage))}
      </p>
      <Said touch={touch} />
      <p>
        <PageLink to="/plan" words={{ view: 'list', customer: row.customer.id }}>
          {t('plan.touch.only-customer')}
        </PageLink>
      </p>
      {touch.instructions.length > 0 && <Instructions said={touch.instructions} />}
      <TouchPreview row={row} />
      {mayInstruct && <GiveWord row={row} />}
    </article>
  );
}

function Said({ touch: { words } }: { touch: PlanTouch }) {
  const { t } = useWords();
  return (
    <section aria-label={t('plan.touch.word')}>
      <h3>{t('plan.touch.word')}</h3>
      <ol className={style.words}>
        {words.map(({ day, at, state, why, until }) => (
          <li key={`${day} ${at}`}>
            <p>
              <Moment at={at} /> <TouchState state={state} />
            </p>
            <p>{why}</p>
            {until && (
              <p className="quiet">
                <LookedAgain at={until} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function LookedAgain({ at }: { at: string }) {
  const { t } = useWords();
  const [before = '', after = ''] = t('plan.touch.looked-again', { at: '\u0001' }).split('\u0001');
  return (
    <>
      {before}
      <Moment at={at} />
      {after}
    </>
  );
}

function Instructions({ said }: { said: readonly InstructionView[] }) {
  const { t } = useWords();
  return (
    <section aria-label={t('plan.touch.said')}>
      <h3>{t('plan.touch.said')}</h3>
      <ul className={style.words}>
        {said.map((one) => (
          <Instruction key={one.id} said={one} />
        ))}
      </ul>
    </section>
  );
}

function Instruction({ said }: { said: InstructionView }) {
  const { t, locale } = useWords();
  const takeBack = useMutation({
    mutationFn: () => api.delete<Undoable>(`/plan/instructions/${said.id}`),
    onSuccess: ({ undo }) => {
      toast({ text: t('plan.said.back-done'), undo, onUndo: readPlanAgain });
      return readPlanAgain();
    },
  });
  const values = {
    ...{ by: said.by, scope: t(said.touch ? 'plan.scope.touch' : 'plan.scope.all') },
    until: said.until ? dayText(said.until, locale) : '',
    hasUntil: said.until ? 'yes' : 'no',
  };
  return (
    <li>
      <p>{t(`plan.said.${said.kind}`, values)}</p>
      {said.note && <p>«{said.note}»</p>}
      <p className="quiet">
        <Moment at={said.at} />
      </p>
      {useMay('plan:instruct') && (
        <Button size="xs" loading={takeBack.isPending} onClick={() => takeBack.mutate()}>
          {t('plan.said.back')}
        </Button>
      )}
      {takeBack.error && <ProblemNote problem={takeBack.error} />}
    </li>
  );
}
