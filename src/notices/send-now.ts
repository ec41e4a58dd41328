import type { Reason } from '../cadence/reason.ts';
import { loadClocks } from '../inventory/load-clock-facts.ts';
import { Fault } from '../kernel/fault.ts';
import type { RowId } from '../kernel/ids.ts';
import { partnerLock } from '../kernel/partner-lock.ts';
import type { Partner } from '../partners/partner.ts';
import { outlookOfClocks } from './outlook-of-clocks.ts';
import { countDecisions, noTouches } from './pass-report.ts';
import { beginPass, countWaiting, endPass } from './pass-store.ts';
import { planClocks, planningRules } from './plan-touches.ts';
import type { PassDeps } from './run-pass.ts';

export interface SentNow {
  /** Messages that were made and go out with the next tick. */
  readonly messages: number;
  /** Orders of which nothing is said now, each with the reason. */
  readonly silent: readonly { readonly order: RowId; readonly why: Reason | undefined }[];
}

/**
 * A person's word not to wait for office hours: the stages that are open for these clocks are decided now and their
 * messages leave with the next tick. Everything else is as ever: renewals, objections, caps, the distance between
 * messages, and that a stage is said once. Throws `conflict` while sending is off.
 */
export async function sendNow(deps: PassDeps, partner: Partner, clocks: readonly RowId[]): Promise<SentNow> {
  if (!partner.sendingOn) {
    throw new Fault('conflict', 'sending is off for this partner: nothing leaves', {
      code: 'sending-off',
      hint: 'a renewals manager can switch sending on under Sending',
    });
  }
  const lock = await deps.db.connect();
  try {
    await lock.query('select pg_advisory_lock($1, $2)', [partnerLock, partner.id]);
    return await planNow(deps, partner, clocks);
  } finally {
    await lock.query('select pg_advisory_unlock_all()').catch(() => {});
    lock.release();
  }
}

async function planNow(deps: PassDeps, partner: Partner, ids: readonly RowId[]): Promise<SentNow> {
  const now = deps.now();
  const millis = now.epochMilliseconds;
  const usual = planningRules(partner, deps.cadence);
  const anyHour = {
    quietHours: { from: '00:00', until: '00:00' },
    workingDays: [1, 2, 3, 4, 5, 6, 7],
    holidays: {},
  };
  const planning = { ...usual, rules: { ...usual.rules, ...anyHour } };
  return deps.db.forPartner(partner.id).transaction(async (tx) => {
    const pass = await beginPass(tx, now.toString());
    const clocks = await loadClocks(tx, { clocks: ids, defaults: usual.defaults });
    const result = await planClocks(tx, { pass, clocks, planning, now: millis });
    const messages = await countWaiting(tx, pass);
    const touches = noTouches();
    countDecisions(touches, result.decisions);
    await endPass(tx, pass, { state: 'released', notices: messages, report: { touches, byHand: true } });
    const told = new Set(result.notices.flatMap((notice) => notice.deliveries.map(({ order }) => order)));
    const quiet = clocks.filter(({ order }) => !told.has(order));
    const outlook = await outlookOfClocks(tx, quiet, { planning: usual, now: millis });
    const silent = new Map(quiet.map(({ clock, order }) => [order, reasonOf(outlook.get(clock))]));
    return { messages, silent: [...silent].map(([order, why]) => ({ order, why })) };
  });
}

function reasonOf(
  outlook:
    | { readonly why: Reason | undefined; readonly next: { readonly at: Temporal.Instant } | undefined }
    | undefined,
): Reason | undefined {
  if (outlook?.why) return outlook.why;
  const at = outlook?.next?.at.epochMilliseconds;
  return at === undefined ? undefined : { code: 'opens-later', params: { at } };
}
