import { isWithin, type Window } from '../kernel/window.ts';
import type { Cadence } from './cadence.ts';
import { calendarFor } from './calendar-for.ts';
import type { ClockFacts } from './clock-facts.ts';
import type { FormerNumber, Stage, StageOpening } from './stage.ts';

export const dayMs = 86_400_000;

export interface StageWindow extends Window {
  readonly stage: Stage;
  /** Its place among the stages: the day by which it opens here. Its own, or the one that it had before it was moved. */
  readonly order: number;
  /** Present where a colleague brought it forward; `opensAt`: when it would have opened. */
  readonly broughtBy?: {
    readonly by: string;
    readonly note: string;
    readonly anyHour: boolean;
    readonly opensAt: number;
  };
}

/** How far from the end a stage opens, for one lifetime. Negative: after the end. */
interface StageOffset {
  readonly stage: Stage;
  readonly offset: number;
}

const offsetsByStages = new WeakMap<readonly Stage[], Map<number, readonly StageOffset[]>>();

/**
 * When each stage of a clock is open: half-open, disjoint, from the earliest to the latest. Stages that fell together
 * (short lifetime, or none may open before `inviteFrom`) appear as the most urgent of them only.
 */
export function stageWindows(kind: string, facts: WindowFacts, cadence: Cadence): StageWindow[] {
  const calendar = calendarFor({ kind, ...(facts.audience && { audience: facts.audience }) }, cadence);
  if (calendar === undefined) return [];
  const opened: OpeningStage[] = [];
  let hasLastSafety = false;
  for (const { stage, offset } of offsetsFor(calendar.stages, facts.endsAt - facts.beganAt)) {
    const isLastSafety = stage.lastSafety && stage.daysBefore > 0 && !hasLastSafety;
    if (isLastSafety) hasLastSafety = true;
    const standing = openingUnder(stage, offset, { facts, since: calendar.since, isLastSafety });
    if (standing !== undefined) opened.push(standing);
  }
  // Where a stage opens as it used to, it may have changed places with others.
  if (opened.some(({ stage, order }) => order !== stage.daysBefore)) {
    opened.sort((a, b) => b.opens - a.opens || a.order - b.order);
  }
  return laid(opened, facts);
}

/** From the latest to the earliest: each is open until the next one opens. */
function laid(opened: readonly OpeningStage[], facts: WindowFacts): StageWindow[] {
  const windows: StageWindow[] = [];
  let nextOpens = Infinity;
  for (const { stage, order, opens: standing } of opened) {
    const opens = opening(stage, standing, facts.inviteFrom);
    const closes = Math.min(latestClose(stage, facts.endsAt, opens), nextOpens);
    if (opens < closes) windows.push({ stage, order, opens, closes });
    nextOpens = Math.min(nextOpens, opens);
  }
  return windows.reverse();
}

/** A stage and the instant from which it would be open, were nothing else. */
type OpeningStage = Pick<StageWindow, 'stage' | 'order' | 'opens'>;

/** What windows are laid by. The ledger matters only where the calendar has changed. */
type WindowFacts = Pick<ClockFacts, 'beganAt' | 'endsAt' | 'inviteFrom'> &
  Partial<Pick<ClockFacts, 'audience' | 'anchor' | 'ledger'>>;

/**
 * When a stage opens, under a calendar that may have changed meanwhile; undefined: for this clock not at all.
 *
 * A changed stage whose new moment lay in the past when it was changed is not opened all at once for everyone whom it
 * has passed. It stands where it is if the ledger has spoken of it; it opens where it used to, if that is yet to
 * come; else this clock goes without it, as it would have before. The last safety stage before the end is never
 * given up.
 */
function openingUnder(
  stage: Stage,
  offset: number,
  { facts, since, isLastSafety }: { facts: WindowFacts; since: number | undefined; isLastSafety: boolean },
): OpeningStage | undefined {
  const opens = facts.endsAt - offset;
  const asItIs = { stage, order: stage.daysBefore, opens };
  const changedAt = Math.max(stage.since ?? -Infinity, since ?? -Infinity);
  if (opens >= changedAt || isKnown(stage, facts)) return asItIs;
  if (stage.former !== undefined) {
    const before = facts.endsAt - scaledDays(stage.former, facts.endsAt - facts.beganAt) * dayMs;
    if (before >= changedAt) return { stage, order: stage.former.daysBefore, opens: before };
  }
  return isLastSafety ? asItIs : undefined;
}

function isKnown({ daysBefore, formerly }: Stage, { ledger, anchor }: WindowFacts): boolean {
  return (ledger ?? []).some(
    (row) => row.anchor === anchor && (row.stage === daysBefore || wasSaidAs(formerly, row)),
  );
}

function opening(stage: Stage, opens: number, inviteFrom: number | null): number {
  return stage.daysBefore > 0 && inviteFrom !== null ? Math.max(opens, inviteFrom) : opens;
}

/** The stage that is open at this instant, if any. */
export function openWindow(windows: readonly StageWindow[], at: number): StageWindow | undefined {
  return windows.find((window) => isWithin(window, at));
}

function latestClose(stage: Stage, endsAt: number, opens: number): number {
  return stage.daysBefore > 0 ? endsAt : opens + (stage.openForDays ?? 14) * dayMs;
}

function offsetsFor(stages: readonly Stage[], lifetime: number): readonly StageOffset[] {
  const byLifetime = offsetsByStages.get(stages) ?? new Map<number, readonly StageOffset[]>();
  const known = byLifetime.get(lifetime);
  if (known !== undefined) return known;
  // Lifetimes are whole days but for real certificates; the bound only guards against hostile data.
  if (byLifetime.size > 10_000) byLifetime.clear();
  const offsets = computeOffsets(stages, lifetime);
  offsetsByStages.set(stages, byLifetime.set(lifetime, offsets));
  return offsets;
}

/** From the latest stage to the earliest, as the windows are laid. */
function computeOffsets(stages: readonly Stage[], lifetime: number): StageOffset[] {
  const scaled = [...stages]
    .sort((a, b) => b.daysBefore - a.daysBefore)
    .map((stage) => ({ stage, offset: scaledDays(stage, lifetime) * dayMs }));
  const kept = scaled.filter(({ stage, offset }) => stage.daysBefore <= 0 || offset > 0);
  const merged = withSafety(scaled, kept, lifetime);
  return merged.filter((one, i) => one.offset !== merged[i + 1]?.offset).reverse();
}

/** min(days, ⌊share × lifetime in days⌋). A certificate that ends a second early still lives whole days, hence round. */
function scaledDays(stage: StageOpening, lifetime: number): number {
  if (stage.share === null) return stage.daysBefore;
  const lifetimeDays = Math.max(0, Math.round(lifetime / dayMs));
  return Math.min(stage.daysBefore, Math.floor(stage.share * lifetimeDays + 1e-9));
}

/**
 * However short the life, one safety stage before the end remains: where all of them would shrink to nothing, the last
 * one opens a day before the end, or at half the lifetime if that is later.
 */
function withSafety(all: readonly StageOffset[], kept: StageOffset[], lifetime: number): StageOffset[] {
  if (kept.some(({ stage }) => stage.lastSafety && stage.daysBefore > 0)) return kept;
  const final = all.findLast(({ stage }) => stage.lastSafety && stage.daysBefore > 0);
  if (final === undefined || lifetime <= 0) return kept;
  const rescued = { stage: final.stage, offset: Math.min(dayMs, lifetime / 2) };
  const before = kept.filter(({ stage, offset }) => stage.daysBefore > 0 && offset > rescued.offset);
  return [...before, rescued, ...kept.filter(({ stage }) => stage.daysBefore <= 0)];
}

/** Whether a row of the ledger is a stage's own from before it was moved. */
export function wasSaidAs(
  formerly: readonly FormerNumber[] | undefined,
  { stage, at }: Pick<ClockFacts['ledger'][number], 'stage' | 'at'>,
): boolean {
  return formerly?.some(({ number, until }) => number === stage && at <= until) === true;
}
