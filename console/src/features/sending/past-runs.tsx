import type { SendingRun } from '../../../../contract/sending.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import type { Column } from '../../shell/list/column.ts';
import { List } from '../../shell/list/list.tsx';
import { useList } from '../../shell/list/use-list.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './sending.module.css';

/** Every run and what became of its messages, newest first. */
export function PastRuns() {
  const { t } = useWords();
  const loaded = useList<SendingRun>('/sending/runs', {});
  const number = (run: SendingRun, state: keyof SendingRun['counts']) => (
    <span className={style.tall}>
      <PageLink to="/messages" words={{ run: run.id, state }}>
        {t('sending.number', { count: run.counts[state] })}
      </PageLink>
    </span>
  );
  const columns: readonly Column<SendingRun>[] = [
    {
      key: 'at',
      title: t('sending.at'),
      width: 'minmax(150px, 1fr)',
      card: 'title',
      cell: (run) => (
        <span className={style.tall}>
          <PageLink to="/messages" words={{ run: run.id }}>
            <Moment at={run.asOf} />
          </PageLink>
        </span>
      ),
    },
    {
      key: 'state',
      title: t('sending.state'),
      width: 'minmax(150px, 1fr)',
      card: 'line',
      cell: (run) => t(`sending.state.${run.state === 'released' && run.left === 0 ? 'done' : run.state}`),
    },
    {
      key: 'planned',
      title: t('sending.planned'),
      width: '110px',
      card: 'aside',
      cell: (run) => t('sending.number', { count: run.planned }),
    },
    {
      key: 'submitted',
      card: 'none',
      title: t('sending.submitted'),
      width: '120px',
      cell: (run) => number(run, 'submitted'),
    },
    {
      key: 'left',
      card: 'none',
      title: t('sending.left'),
      width: '110px',
      leaves: 2,
      cell: (run) => t('sending.number', { count: run.left }),
    },
    {
      key: 'failed',
      card: 'none',
      title: t('sending.failed'),
      width: '140px',
      cell: (run) => (
        <>
          {number(run, 'failed')}
          {run.counts.uncertain > 0 && (
            <span className={style.tall}>
              {' · '}
              <PageLink to="/messages" words={{ run: run.id, state: 'uncertain' }}>
                {t('sending.doubtful', { count: run.counts.uncertain })}
              </PageLink>
            </span>
          )}
        </>
      ),
    },
    {
      key: 'word',
      card: 'line',
      title: t('sending.word'),
      width: 'minmax(120px, 1.4fr)',
      leaves: 1,
      cell: (run) =>
        [run.word?.by, run.word?.note].filter(Boolean).join(': ') || (run.byHand ? t('sending.by-hand') : ''),
    },
  ];
  return (
    <section className={style.past} aria-label={t('sending.past')}>
      <h2>{t('sending.past')}</h2>
      <List
        label={t('sending.past')}
        columns={columns}
        loaded={loaded}
        idOf={idOf}
        nameOf={(run) => run.asOf}
        empty={
          <EmptyState title={t('sending.none')} text={t('sending.none-then')}>
            <PageLink to="/expiring">{t('messages.none-action')}</PageLink>
          </EmptyState>
        }
      />
    </section>
  );
}

const idOf = (run: SendingRun) => run.id;
