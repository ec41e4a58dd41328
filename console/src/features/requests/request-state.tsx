import type { RequestRow } from '../../../../contract/requests.ts';
import { useWords } from '../../words/use-words.ts';
import style from './requests.module.css';

/** What is wished, or how it ended, in a few words. */
export function RequestStateWords({ request }: { request: RequestRow }) {
  const { t } = useWords();
  const { state, how, reason, newOrder, silent } = request;
  const more =
    state === 'declined' && reason !== null
      ? t(`requests.reason.${reason}`)
      : state === 'renewed' && newOrder !== null
        ? newOrder.number
        : null;
  return (
    <span className={style.state} data-state={state}>
      {state === 'open'
        ? t(silent ? `requests.how.${how}` : 'requests.reopened')
        : t(`requests.state.${state}`)}
      {more !== null && <span className="quiet"> · {more}</span>}
    </span>
  );
}
