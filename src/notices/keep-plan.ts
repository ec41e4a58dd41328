import { createHash } from 'node:crypto';
import { groupsOfCustomers, walkCustomerGroups } from '../inventory/load-customer-groups.ts';
import type { RowId } from '../kernel/ids.ts';
import type { Partner } from '../partners/partner.ts';
import type { PartnerScope, PartnerTransaction } from '../storage/database.ts';
import type { ChangeCause } from './plan-changes.ts';
import {
  countCustomers,
  finishMaking,
  isAnythingStale,
  noteRefreshed,
  type PlanHead,
  type PlanMaking,
  selectPlanHead,
  selectPlanMates,
  selectStaleCustomers,
  storeMaking,
  takeStaleWhole,
  tryPlanKeeping,
} from './plan-store.ts';
import { type PlanningRules, planningRules } from './plan-touches.ts';
import { KnownCells, type Projection, projectGroups } from './project-plan.ts';
import type { PassDeps } from './run-pass.ts';

/** The plan is kept for so many days, today included. */
export const planLength = 120;
/** A making that was cut short longer ago than this begins anew, so that its parts speak of about the same moment. */
const goesOnWithin = 3_600_000;
const ordersAtOnce = 1_500;
const customersAtOnce = 200;
/** Changes that are kept one by one for one making; all are counted. */
const changesKept = 20_000;

export type PlanKept =
  | { readonly kind: 'made'; readonly customers: number; readonly changes: number }
  | { readonly kind: 'refreshed'; readonly customers: number; readonly changes: number }
  | { readonly kind: 'fresh' }
  /** Another process is at it. */
  | { readonly kind: 'elsewhere' }
  /** Asked to stop in the middle; the next call goes on. */
  | { readonly kind: 'stopped' };

export interface KeepOptions {
  readonly signal?: AbortSignal;
  /** About so many are lived through in one transaction. */
  readonly ordersAtOnce?: number;
}

/**
 * Brings the stored plan up to date: whole when the day or the rules have changed, else the parts of those of whom
 * something has become known. Killed in between, it goes on where it was; done twice, it finds nothing to do.
 */
export async function keepPlan(
  deps: PassDeps,
  partner: Partner,
  options: KeepOptions = {},
): Promise<PlanKept> {
  const leave = await tryPlanKeeping(deps.db, partner.id);
  if (!leave) return { kind: 'elsewhere' };
  try {
    const keeping = new PlanKeeping(deps, partner);
    const head = await keeping.scope.transaction(selectPlanHead);
    const stale = await keeping.scope.transaction(isAnythingStale);
    if (keeping.isOutdated(head) || stale.whole) return await keeping.makeWhole(head, options);
    return stale.some ? await keeping.refresh(head!, options) : { kind: 'fresh' };
  } finally {
    await leave();
  }
}

/**
 * Brings the parts of these customers up to date at once, for somebody who has just changed them and looks. Does
 * nothing while there is no plan.
 */
export async function refreshPlanOf(
  deps: PassDeps,
  partner: Partner,
  customers: readonly RowId[],
): Promise<void> {
  const keeping = new PlanKeeping(deps, partner);
  const head = await keeping.scope.transaction(selectPlanHead);
  if (head?.day === undefined || head.day === null) return;
  await keeping.refreshCustomers(head, customers);
}

class PlanKeeping {
  readonly scope: PartnerScope;
  private readonly deps: PassDeps;
  private readonly partner: Partner;
  private readonly planning: PlanningRules;
  private readonly rules: string;
  private readonly now: Temporal.Instant;
  private readonly cells: KnownCells;

  constructor(deps: PassDeps, partner: Partner) {
    this.deps = deps;
    this.partner = partner;
    this.scope = deps.db.forPartner(partner.id);
    this.planning = planningRules(partner, deps.cadence);
    this.rules = createHash('sha256').update(JSON.stringify(this.planning)).digest('hex');
    this.now = deps.now();
    this.cells = new KnownCells(this.scope);
  }

  isOutdated(head: PlanHead | undefined): boolean {
    return head === undefined || head.day !== this.today || head.rules !== this.rules;
  }

  async makeWhole(head: PlanHead | undefined, options: KeepOptions): Promise<PlanKept> {
    await this.cells.load();
    let making = await this.scope.transaction((tx) => this.begin(tx, head));
    const walk = walkCustomerGroups(this.scope, {
      after: making.upTo,
      orders: options.ordersAtOnce ?? ordersAtOnce,
    });
    for await (const { groups, upTo } of walk) {
      if (options.signal?.aborted) return { kind: 'stopped' };
      const before: PlanMaking = making;
      making = await this.scope.transaction(async (tx) => {
        const projection = this.projection({ ...before, reached: head?.until ?? null });
        const changes = before.changes + (await projectGroups(tx, groups, projection));
        const next = { ...before, upTo, done: before.done + groups.flat().length, changes };
        await storeMaking(tx, next);
        return next;
      });
    }
    const done = making;
    await this.scope.transaction((tx) => finishMaking(tx, done, this.now.toString()));
    if (done.total > 100) await this.deps.db.refreshStatistics();
    return { kind: 'made', customers: done.done, changes: done.changes };
  }

  async refresh(head: PlanHead, options: KeepOptions): Promise<PlanKept> {
    await this.cells.load();
    let [count, changes] = [0, 0];
    for (;;) {
      if (options.signal?.aborted) return { kind: 'stopped' };
      const stale = await this.scope.transaction((tx) => selectStaleCustomers(tx, customersAtOnce));
      if (stale.length === 0) return { kind: 'refreshed', customers: count, changes };
      changes += await this.refreshCustomers(head, stale);
      count += stale.length;
    }
  }

  async refreshCustomers(head: PlanHead, customers: readonly RowId[]): Promise<number> {
    await this.cells.load();
    const { day, until } = this.spanOf(this.now);
    const making = {
      day,
      until,
      now: this.now.epochMilliseconds,
      cause: null,
      changes: 0,
      reached: head.until,
    };
    return this.scope.transaction(async (tx) => {
      // Whoever was planned together with them until now may no longer be joined to them, and then is missed as well.
      const groups = await groupsOfCustomers(tx, await selectPlanMates(tx, customers));
      const changes = await projectGroups(tx, groups, { ...this.projection(making), keepsTotals: true });
      await noteRefreshed(tx, this.now.toString());
      return changes;
    });
  }

  /** A making that was cut short goes on; whatever is said of everybody from here on makes the next one. */
  private async begin(tx: PartnerTransaction, head: PlanHead | undefined): Promise<PlanMaking> {
    const told = await takeStaleWhole(tx);
    const { day, until } = this.spanOf(this.now);
    const now = this.now.epochMilliseconds;
    const open = head?.making;
    const goesOn =
      open &&
      !told &&
      open.day === day &&
      open.rules === this.rules &&
      Math.abs(now - open.now) < goesOnWithin;
    if (goesOn) return open;
    const isOther = head !== undefined && head.rules !== null && head.rules !== this.rules;
    const cause = told ?? (isOther ? { cause: 'setting', ref: null } : null);
    const total = await countCustomers(tx);
    const making: PlanMaking = {
      ...{ day, until, rules: this.rules, now, began: this.now.toString(), upTo: '0' },
      ...{ done: 0, total, cause, changes: 0 },
    };
    await storeMaking(tx, making);
    return making;
  }

  private projection(
    making: Pick<PlanMaking, 'day' | 'until' | 'now' | 'cause' | 'changes'> & { reached: string | null },
  ): Projection {
    const zone = this.planning.defaults.timeZone;
    const until = Temporal.PlainDate.from(making.until).toZonedDateTime(zone).epochMilliseconds;
    const missed: ChangeCause = { cause: this.partner.sendingOn ? 'not-run' : 'sending-off', ref: null };
    return {
      ...{ scope: this.scope, planning: this.planning, cells: this.cells, at: this.now.toString() },
      span: { now: making.now, until, today: making.day, reached: making.reached },
      ...{ cause: making.cause, missed, mayKeep: changesKept - making.changes, keepsTotals: false },
    };
  }

  private get today(): string {
    return this.spanOf(this.now).day;
  }

  private spanOf(now: Temporal.Instant): { day: string; until: string } {
    const day = now.toZonedDateTimeISO(this.planning.defaults.timeZone).toPlainDate();
    return { day: day.toString(), until: day.add({ days: planLength }).toString() };
  }
}
