import { type SetupStep, type SetupWord, setupSteps } from '../../contract/setup.ts';

/** What is set already, as far as the steps of the set-up guide can be read from it. */
export interface SetupFacts {
  /** The partner has a brand of its own. */
  readonly brand: boolean;
  /** Messages leave this installation, and under the partner's own address. */
  readonly mail: boolean;
  /** There are orders. */
  readonly orders: boolean;
  /** Somebody stands behind a promise of days kept. */
  readonly promise: boolean;
  /** The calendars of notices are the partner's own. */
  readonly calendar: boolean;
  /** Sending is on, or has been. */
  readonly sending: boolean;
}

export interface SaidWord {
  readonly word: SetupWord;
  readonly by: string | null;
  readonly at: Temporal.Instant;
}

export interface SetupStepState {
  readonly step: SetupStep;
  readonly state: 'done' | 'skipped' | 'open';
  readonly by: 'fact' | 'word' | null;
  readonly word: SaidWord | null;
}

export interface SetupProgress {
  readonly steps: readonly SetupStepState[];
  readonly done: number;
  readonly next: SetupStep | null;
}

/** Steps that nothing else shows or that a person may find right as they are: their word is enough. */
const byWord: readonly SetupStep[] = ['mail', 'promise', 'calendar', 'plan'];

/** How far a partner is set up. A fact outweighs what was said; what was skipped is open to nobody's reproach. */
export function setupProgress(facts: SetupFacts, words: Partial<Record<SetupStep, SaidWord>>): SetupProgress {
  const steps = setupSteps.map((step): SetupStepState => {
    const word = words[step] ?? null;
    if (isFact(step, facts)) return { step, state: 'done', by: 'fact', word };
    if (word?.word === 'skipped') return { step, state: 'skipped', by: 'word', word };
    if (word && byWord.includes(step)) return { step, state: 'done', by: 'word', word };
    return { step, state: 'open', by: null, word: null };
  });
  return {
    steps,
    done: steps.filter(({ state }) => state === 'done').length,
    next: steps.find(({ state }) => state === 'open')?.step ?? null,
  };
}

/** Whether a step can be confirmed by a word. */
export function isConfirmable(step: SetupStep): boolean {
  return byWord.includes(step);
}

function isFact(step: SetupStep, facts: SetupFacts): boolean {
  switch (step) {
    case 'import':
      return facts.orders;
    case 'plan':
      // Whoever has switched sending on has been shown what would leave.
      return facts.sending;
    default:
      return facts[step];
  }
}
