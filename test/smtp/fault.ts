/**
 * Where in a conversation a fault happens. `content`: in the middle of the message. `dot`: the whole message
 * has arrived and has not been answered. `rset`, `quit`: those commands.
 */
export const faultSteps = [
  'connect',
  'ehlo',
  'starttls',
  'auth',
  'mail',
  'rcpt',
  'data',
  'content',
  'dot',
  'rset',
  'quit',
] as const;
export type FaultStep = (typeof faultSteps)[number];

/** What the server does instead of answering as it should. */
export type FaultAction =
  /** Answers with this, code included. With `accept` at `dot` the message is taken all the same. */
  | { readonly do: 'answer'; readonly with: string; readonly accept?: boolean }
  /** Cuts the connection without an answer. */
  | { readonly do: 'drop'; readonly accept?: boolean }
  /** Never answers and keeps the connection. */
  | { readonly do: 'stall'; readonly accept?: boolean }
  /** Answers as it should, later. */
  | { readonly do: 'delay'; readonly milliseconds: number }
  /** Answers as it should, then says this as well. */
  | { readonly do: 'add'; readonly text: string }
  /** Answers as it should and closes the connection after it. */
  | { readonly do: 'answer-and-close' };

/** When a fault happens. Counts begin with 1, over the life of the server. */
export interface Fault {
  readonly step: FaultStep;
  readonly action: FaultAction;
  /** The nth, mth … time this step is reached; absent: every time. */
  readonly on?: readonly number[];
  /** Every nth time. */
  readonly every?: number;
  /** Only for recipients that contain this. */
  readonly to?: string;
}

export function faultFor(
  faults: readonly Fault[],
  at: { readonly step: FaultStep; readonly count: number; readonly to: string },
): FaultAction | undefined {
  return faults.find(
    (fault) =>
      fault.step === at.step &&
      (fault.on === undefined || fault.on.includes(at.count)) &&
      (fault.every === undefined || at.count % fault.every === 0) &&
      (fault.to === undefined || at.to.includes(fault.to)),
  )?.action;
}
