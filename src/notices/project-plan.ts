import type { ClockFacts } from '../cadence/clock-facts.ts';
import { type PlanLine, planLines } from '../cadence/plan-line.ts';
import type { CustomerGroup } from '../inventory/load-customer-groups.ts';
import { loadOwners } from '../inventory/load-owners.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerScope, PartnerTransaction } from '../storage/database.ts';
import { cellKey, cellOf, type PlanCell } from './plan-cell.ts';
import { type ChangeCause, changeCause, planChange, type StaleNote, type TouchWord } from './plan-changes.ts';
import { planGroups } from './plan-days.ts';
import {
  addCells,
  addChanges,
  addLines,
  addToTotals,
  type ChangeRow,
  type LineRow,
  lockPlanLines,
  selectCells,
  storePlanGroups,
  takeLines,
  takeStale,
} from './plan-store.ts';
import type { PlanningRules } from './plan-touches.ts';

export interface ProjectionSpan {
  readonly now: number;
  /** Epoch milliseconds; not included. */
  readonly until: number;
  /** Today where the partner is. */
  readonly today: string;
  /** The first day that the plan before did not reach; null when there was none, and so no change. */
  readonly reached: string | null;
}

export interface Projection {
  readonly scope: PartnerScope;
  readonly planning: PlanningRules;
  readonly span: ProjectionSpan;
  readonly cells: KnownCells;
  readonly at: string;
  /** For everybody, whatever is written down of a customer. */
  readonly cause: ChangeCause | null;
  /** For what was planned for a day gone by and is planned again. */
  readonly missed: ChangeCause;
  /** Changes that may still be kept one by one. */
  readonly mayKeep: number;
  /** false: totals are counted at the end. */
  readonly keepsTotals: boolean;
}

/**
 * Lives the days ahead of these groups and puts what comes of it in place of what the plan said of them, in one
 * transaction: a kill leaves the old part or the new one. Returns how many touches changed.
 */
export async function projectGroups(
  tx: PartnerTransaction,
  groups: readonly CustomerGroup[],
  projection: Projection,
): Promise<number> {
  const customers = groups.flat();
  await lockPlanLines(tx);
  // Taken before anything is read: what is said from here on is written down anew and looked at again.
  const notes = await takeStale(tx, customers);
  const { now, until } = projection.span;
  const lived = await planGroups(tx, projection.planning, { now, from: now, until }, groups);
  const { cadence, rules, defaults } = projection.planning;
  const view = { timeZone: defaults.timeZone, cadence, defaultLocale: rules.defaultLocale };
  const lines = lived.flatMap((days) => planLines(days, view));
  const before = await takeLines(tx, customers);
  const after = await rowsOf(tx, lines, projection);
  const kept = overToday(before, after, projection);
  await addLines(tx, [...after, ...kept]);
  await storePlanGroups(tx, groups);
  if (projection.keepsTotals) await addToTotals(tx, difference(before, [...after, ...kept]));
  const facts = new Map(lived.flatMap((days) => [...days.clocks]));
  const changes = changesOf(before, [...kept, ...after], { projection, notes, facts });
  await addChanges(tx, changes, { at: projection.at, atMost: projection.mayKeep });
  return changes.length;
}

async function rowsOf(
  tx: PartnerTransaction,
  lines: readonly PlanLine[],
  { cells }: Projection,
): Promise<LineRow[]> {
  const owners = await loadOwners(tx, new Set(lines.map((line) => line.facts.order)));
  const told = lines.map((line) => ({ line, cell: cellOf(line, owners.get(line.facts.order) ?? null) }));
  await cells.learn(told.map(({ cell }) => cell));
  return told.map(({ line, cell }) => lineRow(line, cells.idOf(cell)));
}

function lineRow(line: PlanLine, cell: number): LineRow {
  const { at, day, facts, stage, until, notices } = line;
  const isFirst = (notice: (typeof notices)[number]) =>
    notice.deliveries[0]!.clock === facts.clock && notice.deliveries[0]!.stage === stage;
  const { evidence: _, ...params } = line.reason.params as Record<string, unknown>;
  return {
    ...{ day, at, clock: facts.clock, cell, customer: facts.customer, order: facts.order, until },
    contact: notices[0]?.contact ?? null,
    others: Math.max(0, notices.length - 1),
    leads: notices.filter(isFirst).length,
    params: Object.keys(params).length === 0 ? null : params,
  };
}

/** What was to leave earlier today, and is not planned again, stays in the plan of the day. */
function overToday(
  before: readonly LineRow[],
  after: readonly LineRow[],
  { cells, span }: Projection,
): LineRow[] {
  const told = new Set(after.map((row) => cells.touchOf(row)));
  return before.filter(
    (row) =>
      row.day === span.today &&
      row.at < span.now &&
      cells.cell(row.cell).state === 'due' &&
      !told.has(cells.touchOf(row)),
  );
}

function difference(before: readonly LineRow[], after: readonly LineRow[]) {
  const totals = new Map<string, { day: string; cell: number; lines: number; messages: number }>();
  const count = (row: LineRow, sign: 1 | -1) => {
    const key = `${row.day} ${row.cell}`;
    const total = totals.get(key) ?? { day: row.day, cell: row.cell, lines: 0, messages: 0 };
    total.lines += sign;
    total.messages += sign * row.leads;
    totals.set(key, total);
  };
  for (const row of before) count(row, -1);
  for (const row of after) count(row, 1);
  return [...totals.values()].filter(({ lines, messages }) => lines !== 0 || messages !== 0);
}

interface Comparing {
  readonly projection: Projection;
  readonly notes: readonly StaleNote[];
  readonly facts: ReadonlyMap<RowId, ClockFacts>;
}

function changesOf(
  before: readonly LineRow[],
  after: readonly LineRow[],
  { projection, notes, facts }: Comparing,
): ChangeRow[] {
  const { cells, span } = projection;
  if (span.reached === null) return [];
  const was = cells.lastWords(before);
  const is = cells.lastWords(after);
  const changes: ChangeRow[] = [];
  for (const [touch, row] of new Map([...was.rows, ...is.rows])) {
    const [old, now] = [was.words.get(touch), is.words.get(touch)];
    const kind = planChange(old, now, { today: span.today, until: span.reached });
    const { stage, channel } = cells.cell(row.cell);
    if (kind === null || (kind === 'gone' && isSaid(facts.get(row.clock), stage, channel))) continue;
    const missed = old !== undefined && old.day < span.today;
    const why = changeCause(row, notes, missed ? projection.missed : projection.cause);
    changes.push({
      ...{ customer: row.customer, order: row.order, clock: row.clock, stage, channel, kind, ...why },
      ...{
        wasDay: old?.day ?? null,
        wasCell: old?.cell ?? null,
        isDay: now?.day ?? null,
        isCell: now?.cell ?? null,
      },
    });
  }
  return changes;
}

/** It is gone from the plan because it was said. */
function isSaid(facts: ClockFacts | undefined, stage: number, channel: string): boolean {
  return facts?.ledger.some((row) => row.final && row.stage === stage && row.channel === channel) === true;
}

/** The cells by number, as far as they are known; learnt in a transaction of their own, so that a number stays good. */
export class KnownCells {
  private readonly scope: PartnerScope;
  private readonly byKey = new Map<string, number>();
  private readonly byId = new Map<number, PlanCell>();

  constructor(scope: PartnerScope) {
    this.scope = scope;
  }

  async learn(cells: readonly PlanCell[]): Promise<void> {
    const wanted = new Map(cells.map((cell) => [cellKey(cell), cell]));
    const fresh = [...wanted].flatMap(([key, cell]) => (this.byKey.has(key) ? [] : [cell]));
    if (fresh.length > 0 || this.byId.size === 0) await this.load(fresh);
  }

  async load(fresh: readonly PlanCell[] = []): Promise<void> {
    const rows = await this.scope.transaction(async (tx) => {
      if (fresh.length > 0) await addCells(tx, fresh);
      return selectCells(tx);
    });
    for (const { id, ...cell } of rows) {
      this.byKey.set(cellKey(cell), id);
      this.byId.set(id, cell);
    }
  }

  idOf(cell: PlanCell): number {
    return this.byKey.get(cellKey(cell))!;
  }

  cell(id: number): PlanCell {
    return this.byId.get(id)!;
  }

  touchOf({ clock, cell }: LineRow): string {
    const { stage, channel } = this.cell(cell);
    return `${clock} ${stage} ${channel}`;
  }

  lastWords(rows: readonly LineRow[]): { words: Map<string, TouchWord>; rows: Map<string, LineRow> } {
    const words = new Map<string, TouchWord>();
    const byTouch = new Map<string, LineRow>();
    for (const row of rows) {
      const touch = this.touchOf(row);
      const { state, reason } = this.cell(row.cell);
      words.set(touch, { day: row.day, cell: row.cell, state, reason });
      byTouch.set(touch, row);
    }
    return { words, rows: byTouch };
  }
}
