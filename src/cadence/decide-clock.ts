import type { Cadence } from './cadence.ts';
import { calendarFor } from './calendar-for.ts';
import type { Candidate, Offering } from './candidate.ts';
import { chooseRecipients } from './choose-recipients.ts';
import type { RenewedFact } from './clock-facts.ts';
import {
  type ClockTurn,
  furthestGone,
  record,
  rowOf,
  saidBefore,
  tellOnly,
  type Verdict,
} from './clock-turn.ts';
import { instructionReason, isKeptSilent } from './heed-instructions.ts';
import type { PlanInput } from './plan-input.ts';
import type { Reason } from './reason.ts';
import type { ChannelName } from './stage.ts';
import { dayMs, openWindow, type StageWindow } from './stage-windows.ts';
import { stopReason } from './stop-reason.ts';

type Outside = Pick<PlanInput, 'addresses' | 'cadence' | 'rules' | 'now'>;

/**
 * Decides for one clock all that does not depend on other clocks: records what is suppressed, held for its own reasons
 * or past, and offers what may go.
 */
export function decideClock(turn: ClockTurn, outside: Outside, offering: Offering): void {
  const { windows, facts } = turn;
  settleRemoved(turn, outside.cadence);
  const last = windows.at(-1);
  if (last === undefined || outside.now < windows[0]!.opens - outside.rules.pullForwardDays * dayMs) return;
  if (outside.now >= last.closes && turn.rows.length === 0) {
    const reason: Reason = { code: 'ended-long-ago', params: { endedAt: facts.endsAt } };
    tellOnly(turn, last.stage.daysBefore, last.stage.channels[0] ?? 'email', reason);
    return;
  }
  settlePast(turn, outside.now);
  const stop = stopReason(facts, outside.cadence.silentWhenCoverageEndsWithinDays);
  const open = openWindow(windows, outside.now);
  const next = windows.find((window) => window.opens > outside.now);
  for (const channel of open?.stage.channels ?? []) {
    decideOpen({ turn, open: open!, channel, stop, next }, outside, offering);
  }
  if (stop === null && next !== undefined) offerNext({ turn, open, next }, outside, offering);
}

/** What waits for a stage that the clock's calendar has no more waits no longer; it may if the stage comes back. */
function settleRemoved(turn: ClockTurn, cadence: Cadence): void {
  if (turn.rows.every((row) => row.final)) return;
  const stages = calendarFor(turn.facts, cadence)?.stages ?? [];
  for (const { stage, channel, final, reason } of turn.rows) {
    if (final || stages.some((one) => one.daysBefore === stage && one.channels.includes(channel))) continue;
    const params = reason === undefined ? {} : { last: reason };
    const why: Reason = { code: 'stage-removed', params };
    if (reason !== 'stage-removed')
      record(turn, stage, channel, { state: 'suppressed', reason: why, final: false });
  }
}

/** Stages whose time passed without a final word get one, now: they were overtaken, or nothing took their place. */
function settlePast(turn: ClockTurn, now: number): void {
  const latest = turn.windows.findLast((window) => window.opens <= now);
  for (const { stage, closes } of turn.windows) {
    if (closes > now) break;
    for (const channel of stage.channels) {
      const row = rowOf(turn, stage.daysBefore, channel);
      if (row?.final) continue;
      const kept = row?.reason === undefined ? {} : { last: row.reason };
      const reason: Reason =
        latest === undefined || latest.stage === stage
          ? { code: 'window-closed', params: kept }
          : { code: 'superseded', params: { by: latest.stage.daysBefore, ...kept } };
      record(turn, stage.daysBefore, channel, { state: 'suppressed', reason, final: true });
    }
  }
}

interface OpenTurn {
  readonly turn: ClockTurn;
  readonly open: StageWindow;
  readonly channel: ChannelName;
  readonly stop: Reason | null;
  readonly next: StageWindow | undefined;
}

function decideOpen(on: OpenTurn, outside: Outside, offering: Offering): void {
  const { turn, open, channel } = on;
  const stage = open.stage.daysBefore;
  if (rowOf(turn, stage, channel)?.final) return;
  const verdict = ownVerdict(on, outside.now);
  if (verdict !== null) {
    record(turn, stage, channel, verdict);
    return;
  }
  const choice = chooseRecipients(turn.facts.recipients, open.stage, outside.addresses);
  if (choice.kind === 'found') {
    const { first, others } = choice;
    const next = successorOf(on, outside);
    const successor = next?.first === first ? next : null; // another person's message cannot stand in for this one
    offering.open.push({ turn, window: open, channel, first, others, successor });
  } else {
    const { state, reason } = choice;
    record(turn, stage, channel, {
      ...{ state, reason, final: false },
      ...(state === 'held' && { until: open.closes }),
    });
  }
}

/** What the clock alone has against its open stage; null: nothing. */
function ownVerdict({ turn, open, channel, stop }: OpenTurn, now: number): Verdict | null {
  const said = saidBefore(turn, open.stage, channel);
  if (said !== undefined) {
    return { state: 'suppressed', reason: { code: 'said-before', params: { as: said } }, final: true };
  }
  const gone = furthestGone(turn, channel);
  if (gone !== undefined && gone.order < open.order) {
    // Also after a clock was set back: what comes before a word already said is never said again.
    return { state: 'suppressed', reason: { code: 'superseded', params: { by: gone.stage } }, final: true };
  }
  if (stop !== null) return { state: 'suppressed', reason: stop, final: false };
  const word = instructionReason(turn.facts, open, channel, now);
  if (word !== null) return wordVerdict(word, open);
  const { renewed } = turn.facts;
  if (!waitsForPerson(renewed, open, channel)) return null;
  const reason: Reason = { code: 'perhaps-renewed', params: evidenceOf(renewed) };
  return { state: 'held', reason, until: untilSafety(turn, open, now), final: false };
}

function wordVerdict(word: Reason, open: StageWindow): Verdict {
  if (word.code !== 'on-hold') return { state: 'suppressed', reason: word, final: false };
  return { state: 'held', reason: word, until: Math.min(word.params.until, open.closes), final: false };
}

/** The stage that opens next may be pulled forward, on the channels on which the open one has had its final word. */
function offerNext(
  { turn, open, next }: { turn: ClockTurn; open: StageWindow | undefined; next: StageWindow },
  outside: Outside,
  offering: Offering,
): void {
  for (const channel of next.stage.channels) {
    if (open !== undefined && !isDecided(turn, open, channel)) continue;
    const candidate = pullableStage(turn, next, channel, outside);
    if (candidate !== null) offering.pullable.push(candidate);
  }
}

/** Calls stop altogether while a renewal is likely; messages wait for the last safety stages. */
function waitsForPerson(renewed: RenewedFact, window: StageWindow, channel: ChannelName): boolean {
  return renewed.kind === 'perhaps' && (!window.stage.lastSafety || channel === 'call');
}

function untilSafety(turn: ClockTurn, open: StageWindow, now: number): number {
  const safety = turn.windows.find((window) => window.stage.lastSafety && window.opens > now);
  return open.stage.lastSafety ? open.closes : (safety?.opens ?? open.closes);
}

function evidenceOf(renewed: RenewedFact): { readonly evidence?: unknown } {
  return renewed.evidence === undefined ? {} : { evidence: renewed.evidence };
}

function isDecided(turn: ClockTurn, window: StageWindow, channel: ChannelName): boolean {
  const stage = window.stage.daysBefore;
  if (!window.stage.channels.includes(channel)) return true;
  return (
    rowOf(turn, stage, channel)?.final === true ||
    turn.made.some((one) => one.stage === stage && one.channel === channel && one.final)
  );
}

/**
 * The clock's next stage in place of the open one, if both would otherwise be said within days. A safety stage is
 * never given up for the next, so the last words stay as many as they are; and it takes the place of an earlier one
 * only where it would follow sooner than notices to one address may.
 */
function successorOf({ turn, open, next, channel }: OpenTurn, outside: Outside): Candidate | null {
  if (next === undefined || open.stage.lastSafety || !next.stage.channels.includes(channel)) return null;
  const soon = outside.now + outside.rules.minDaysBetweenNotices * dayMs;
  if (next.stage.lastSafety && next.opens > soon) return null;
  return pullableStage(turn, next, channel, outside);
}

/** The next stage as something a notice may take along, if it is near enough to opening and nothing keeps it back. */
function pullableStage(
  turn: ClockTurn,
  next: StageWindow,
  channel: ChannelName,
  { addresses, rules, now }: Outside,
): Candidate | null {
  if (turn.facts.renewed.kind === 'perhaps' || isKeptSilent(turn.facts, now)) return null;
  if (instructionReason(turn.facts, next, channel, now) !== null) return null;
  if (now < earliestPull(turn, next, rules.pullForwardDays)) return null;
  const stage = next.stage.daysBefore;
  const gone = furthestGone(turn, channel);
  if (saidBefore(turn, next.stage, channel) !== undefined) return null;
  if (rowOf(turn, stage, channel)?.final || (gone !== undefined && gone.order < next.order)) return null;
  const choice = chooseRecipients(turn.facts.recipients, next.stage, addresses);
  if (choice.kind === 'none') return null;
  return { turn, window: next, channel, first: choice.first, others: choice.others };
}

/**
 * `days` before it opens, but never more than half the way back to the stage before it (so that the words of a short
 * life are not all said at once), never before renewing loses nothing, and a word after the end never before the end.
 */
function earliestPull({ facts, windows }: ClockTurn, next: StageWindow, days: number): number {
  const before = windows[windows.indexOf(next) - 1]?.opens ?? facts.beganAt;
  const lead = Math.min(days * dayMs, Math.max(0, next.opens - before) / 2);
  const bound = next.stage.daysBefore > 0 ? (facts.inviteFrom ?? -Infinity) : facts.endsAt;
  return Math.max(next.opens - lead, bound);
}
