import type { PlanState } from '../../../../contract/plan.ts';
import { useWords } from '../../words/use-words.ts';
import style from './plan.module.css';

/** What happens to a touch: a shape of its own and its word. */
export function TouchState({ state }: { state: PlanState }) {
  const { t } = useWords();
  return (
    <span className={style.state} data-state={state}>
      <span aria-hidden="true" />
      {t(`plan.state.${state}`)}
    </span>
  );
}
