import type { SendingRun } from '../../../../contract/sending.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './sending.module.css';

const shown = ['waiting', 'claimed', 'attempted', 'submitted', 'failed', 'uncertain', 'withdrawn'] as const;
const always: ReadonlySet<string> = new Set(['waiting', 'submitted', 'failed']);

/** Where a run's messages stand; every number is a link to them. */
export function RunCounts({ run }: { run: SendingRun }) {
  const { t } = useWords();
  return (
    <dl className={style.counts}>
      {shown
        .filter((state) => always.has(state) || run.counts[state] > 0)
        .map((state) => (
          <div key={state} data-tone={run.counts[state] > 0 ? state : undefined}>
            <dt>{t(`messages.state.${state}`)}</dt>
            <dd>
              <PageLink to="/messages" words={{ run: run.id, state }}>
                {t('sending.number', { count: run.counts[state] })}
              </PageLink>
            </dd>
          </div>
        ))}
    </dl>
  );
}
