import type { Cadence } from './cadence.ts';
import type { ClockFacts, LedgerTouch } from './clock-facts.ts';
import { broughtForward } from './heed-instructions.ts';
import type { Reason, ReasonCode } from './reason.ts';
import type { ChannelName, Stage } from './stage.ts';
import { type StageWindow, stageWindows, wasSaidAs } from './stage-windows.ts';
import type { TouchDecision } from './touch-decision.ts';

/** One clock during one run: its windows, its ledger and what this run has decided so far. */
export interface ClockTurn {
  readonly facts: ClockFacts;
  readonly windows: readonly StageWindow[];
  /** Rows of the running cycle only. */
  readonly rows: readonly LedgerTouch[];
  readonly made: TouchDecision[];
}

/** What is decided for a stage; the turn adds whose it is and whether the ledger knows it already. */
export interface Verdict {
  readonly state: 'due' | 'held' | 'suppressed';
  readonly reason: Reason;
  readonly final: boolean;
  readonly until?: number;
  readonly pulledForward?: boolean;
}

export function startTurn(facts: ClockFacts, cadence: Cadence): ClockTurn {
  const { ledger, anchor } = facts;
  const rows = ledger.every((row) => row.anchor === anchor)
    ? ledger
    : ledger.filter((row) => row.anchor === anchor);
  return { facts, windows: broughtForward(stageWindows(facts.kind, facts, cadence), facts), rows, made: [] };
}

export function rowOf(turn: ClockTurn, stage: number, channel: ChannelName): LedgerTouch | undefined {
  return turn.rows.find((row) => row.stage === stage && row.channel === channel);
}

/** The number under which a stage spoke before it was moved, if it did. */
export function saidBefore(turn: ClockTurn, stage: Stage, channel: ChannelName): number | undefined {
  if (stage.formerly === undefined) return undefined;
  const said = turn.rows.find(
    (row) => row.state === 'due' && row.channel === channel && wasSaidAs(stage.formerly, row),
  );
  return said?.stage;
}

/** The most urgent stage that already went out on this channel in this cycle, by its place among the stages. */
export function furthestGone(
  turn: ClockTurn,
  channel: ChannelName,
): { readonly stage: number; readonly order: number } | undefined {
  let furthest: { stage: number; order: number } | undefined;
  for (const row of turn.rows) {
    if (row.state !== 'due' || row.channel !== channel) continue;
    const order = turn.windows.find(({ stage }) => stage.daysBefore === row.stage)?.order ?? row.stage;
    if (furthest === undefined || order < furthest.order) furthest = { stage: row.stage, order };
  }
  return furthest;
}

export function record(turn: ClockTurn, stage: number, channel: ChannelName, verdict: Verdict): void {
  const { clock, order, kind, anchor } = turn.facts;
  const forLedger = !saysTheSame(rowOf(turn, stage, channel), verdict);
  turn.made.push({ clock, order, kind, anchor, stage, channel, ...verdict, forLedger });
}

/** Told, but not kept: the newest row stays what it is. */
export function tellOnly(turn: ClockTurn, stage: number, channel: ChannelName, reason: Reason): void {
  const { clock, order, kind, anchor } = turn.facts;
  turn.made.push({
    ...{ clock, order, kind, anchor, stage, channel },
    ...{ state: 'suppressed', reason, final: true, forLedger: false },
  });
}

/** Held by the address's time: why changes from hour to hour (day off, then quiet hours), the instant does not. */
const timeHolds: ReadonlySet<ReasonCode> = new Set(['gap', 'daily-cap', 'quiet-hours', 'day-off', 'holiday']);

function saysTheSame(row: LedgerTouch | undefined, verdict: Verdict): boolean {
  if (row === undefined || row.state !== verdict.state || row.final !== verdict.final) return false;
  if ((row.until ?? undefined) !== verdict.until || row.reason === undefined) return false;
  const { code } = verdict.reason;
  return row.reason === code || (timeHolds.has(row.reason) && timeHolds.has(code));
}

/**
 * The next instant at which something can change by itself: a stage opens, the open one closes without a final word,
 * or a held one is looked at again. null: never again, unless the facts change.
 */
export function nextMoment(turn: ClockTurn, now: number): number | null {
  let next = Infinity;
  for (const { stage, opens, closes } of turn.windows) {
    if (closes <= now || (opens > now && opens >= next)) continue;
    if (isSettled(turn, stage.daysBefore, stage.channels)) continue;
    next = Math.min(next, opens > now ? opens : closes);
  }
  for (const decision of turn.made) {
    if (decision.until !== undefined && decision.until > now) next = Math.min(next, decision.until);
  }
  return next === Infinity ? null : next;
}

function isSettled(turn: ClockTurn, stage: number, channels: readonly ChannelName[]): boolean {
  return channels.every(
    (channel) =>
      rowOf(turn, stage, channel)?.final === true ||
      turn.made.some((one) => one.stage === stage && one.channel === channel && one.final),
  );
}
