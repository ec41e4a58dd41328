import type { Cadence } from '../cadence/cadence.ts';
import { lookForDueClocks } from '../inventory/load-clock-facts.ts';
import type { RowId } from '../kernel/ids.ts';
import type { Now } from '../kernel/now.ts';
import { partnerLock } from '../kernel/partner-lock.ts';
import type { Partner } from '../partners/partner.ts';
import type { Database, PartnerScope, PartnerTransaction } from '../storage/database.ts';
import { approvalHold } from './day-approval.ts';
import { heldInstead, noTouches, type TouchCounts } from './pass-report.ts';
import {
  beginPass,
  countWaiting,
  endPass,
  isPassLeftBehind,
  outgrowsStatistics,
  releaseHeldPasses,
  storePreview,
  usualDailyNotices,
} from './pass-store.ts';
import { type PreviewedPass, planningRules, planTouches, previewTouches } from './plan-touches.ts';
import { mostUnasked } from './unusual-volume.ts';

export interface PassDeps {
  readonly db: Database;
  readonly now: Now;
  readonly cadence: Cadence;
}

export type PassOutcome =
  | { readonly kind: 'released'; readonly touches: TouchCounts; readonly notices: number }
  /** Far more than usual, or of a day that is to be approved first: the notices wait until a person says go. */
  | {
      readonly kind: 'held';
      readonly why: 'run-too-large' | 'not-approved';
      readonly touches: TouchCounts;
      readonly notices: number;
      readonly usual: number;
    }
  /** Nothing was written but the preview. */
  | {
      readonly kind: 'preview';
      readonly why: 'sending-off' | 'in-the-future';
      readonly touches: TouchCounts;
      readonly notices: number;
    };

/**
 * One pass of the planner for one partner. While sending is off, and for a day to come (`preview`), it only shows what
 * would happen. `goAhead` is a person's word that an unusually large run is meant. One planner at a time for a partner,
 * and none while an import changes its clocks; a second one waits, then finds nothing.
 */
export async function runPass(
  deps: PassDeps,
  partner: Partner,
  options: {
    readonly preview: boolean;
    readonly goAhead: boolean;
    /** Writes the person's word down, in the transaction that obeys it. */
    readonly recordGoAhead?: ((tx: PartnerTransaction) => Promise<void>) | undefined;
  },
): Promise<PassOutcome> {
  if (options.preview) return previewPass(deps, partner, 'in-the-future');
  if (!partner.sendingOn) return previewPass(deps, partner, 'sending-off');
  const lock = await deps.db.connect();
  try {
    await lock.query('select pg_advisory_lock($1, $2)', [partnerLock, partner.id]);
    return await realPass(deps, partner, options);
  } finally {
    await lock.query('select pg_advisory_unlock_all()').catch(() => {});
    lock.release();
  }
}

async function realPass(
  deps: PassDeps,
  partner: Partner,
  { goAhead, recordGoAhead }: Parameters<typeof runPass>[2],
): Promise<PassOutcome> {
  const scope = deps.db.forPartner(partner.id);
  const now = deps.now();
  const outlook = await scope.transaction((tx) => lookForDueClocks(tx, now.epochMilliseconds));
  if (outlook.isUnderestimated) await deps.db.refreshStatistics();
  const pass = await scope.transaction(async (tx) => {
    if (goAhead) {
      await releaseHeldPasses(tx);
      await recordGoAhead?.(tx);
    }
    const isLeftBehind = await isPassLeftBehind(tx);
    if (isLeftBehind || outlook.isAnythingDue)
      return { id: await beginPass(tx, now.toString()), isLeftBehind };
    // Most minutes of a day find nothing: they leave no trace.
    await storePreview(tx, now.toString(), []);
    return undefined;
  });
  if (pass === undefined) return { kind: 'released', touches: noTouches(), notices: 0 };
  const rules = planningRules(partner, deps.cadence);
  // What a killed pass wrote is not among this one's decisions, and the planner has not been told of it.
  if (pass.isLeftBehind) await deps.db.refreshStatistics();
  const { touches } = await planTouches(scope, pass.id, rules, now.epochMilliseconds);
  await keepStatistics(deps.db, scope, decisionsIn(touches));
  return scope.transaction(async (tx): Promise<PassOutcome> => {
    const notices = await countWaiting(tx, pass.id);
    const usual = await usualDailyNotices(tx, now.toString());
    const hold = goAhead ? null : await holdOf(tx, partner, { run: pass.id, notices, usual, now });
    const report = { touches, usual, ...(hold === null ? {} : { why: hold }) };
    await endPass(tx, pass.id, { state: hold === null ? 'released' : 'held', notices, report });
    // What was only shown has become what was decided.
    await storePreview(tx, now.toString(), []);
    if (hold === null) return { kind: 'released', touches, notices };
    return { kind: 'held', why: hold, touches: heldInstead(touches, hold), notices, usual };
  });
}

async function holdOf(
  tx: PartnerTransaction,
  partner: Partner,
  { run, notices, usual, now }: { run: RowId; notices: number; usual: number; now: Temporal.Instant },
): Promise<'run-too-large' | 'not-approved' | null> {
  if (partner.settings.dayApproval.needed) {
    return (await approvalHold(tx, partner, { id: run, notices, now })) === null ? null : 'not-approved';
  }
  return notices > mostUnasked(partner.settings, usual) ? 'run-too-large' : null;
}

async function keepStatistics(db: Database, scope: PartnerScope, decisions: number): Promise<void> {
  if (decisions < fewDecisions) return;
  if (await scope.transaction((tx) => outgrowsStatistics(tx, decisions))) await db.refreshStatistics();
}

/** Fewer never mislead the query planner. */
const fewDecisions = 5_000;

function decisionsIn({ due, held, suppressed }: TouchCounts): number {
  return due + held + Object.values(suppressed).reduce((sum, n) => sum + n, 0);
}

async function previewPass(
  deps: PassDeps,
  partner: Partner,
  why: 'sending-off' | 'in-the-future',
): Promise<PassOutcome> {
  const { touches, notices } = await previewNow(deps, partner);
  const told = why === 'sending-off' ? heldInstead(touches, why) : touches;
  return { kind: 'preview', why, touches: told, notices };
}

/** What a real pass would decide at this moment; its messages become the partner's previews. */
export async function previewNow(
  deps: PassDeps,
  partner: Partner,
): Promise<Pick<PreviewedPass, 'touches' | 'notices' | 'stages'>> {
  const now = deps.now();
  const rules = planningRules(partner, deps.cadence);
  return deps.db.forPartner(partner.id).transaction(async (tx) => {
    const { plans, ...seen } = await previewTouches(tx, rules, now.epochMilliseconds);
    await storePreview(tx, now.toString(), plans);
    return seen;
  });
}
