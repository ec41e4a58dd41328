import type { MessageRow } from '../../../../contract/messages.ts';
import { useWords } from '../../words/use-words.ts';
import style from './messages.module.css';

type State = MessageRow['state'];

const tones: Readonly<Record<State, string>> = {
  waiting: 'coming',
  claimed: 'coming',
  attempted: 'coming',
  submitted: 'well',
  delivered: 'well',
  bounced: 'lost',
  failed: 'lost',
  uncertain: 'doubt',
  withdrawn: 'quiet',
  preview: 'quiet',
};

/** A mark of its own shape for each kind of state, and its word: colour is never alone. */
export function MessageState({ state }: { state: State }) {
  const { t } = useWords();
  return (
    <span className={style.state} data-tone={tones[state]}>
      <span aria-hidden="true" />
      {t(`messages.state.${state}`)}
    </span>
  );
}
