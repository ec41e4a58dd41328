import type { AddressFacts } from '../cadence/address-facts.ts';
import type { Cadence } from '../cadence/cadence.ts';
import type { ClockFacts } from '../cadence/clock-facts.ts';
import type { ContactRules } from '../cadence/contact-rules.ts';
import { decideAndGather } from '../cadence/decide-and-gather.ts';
import type { NoticePlan } from '../cadence/notice-plan.ts';
import type { PlanResult } from '../cadence/plan-input.ts';
import { stageWindows } from '../cadence/stage-windows.ts';
import type { ClockOfInventory, RecipientDefaults } from '../inventory/clock-facts.ts';
import { loadClocksOfAddresses, loadDueClocks, setNextAt } from '../inventory/load-clock-facts.ts';
import type { RowId } from '../kernel/ids.ts';
import type { Partner } from '../partners/partner.ts';
import { confirmedPolicies } from '../partners/partner-settings.ts';
import type { PartnerScope, PartnerTransaction } from '../storage/database.ts';
import type { CarryOverPolicy } from '../validity/carry-over-policy.ts';
import { inviteFrom } from './invite-from.ts';
import { loadAddressFacts, loadLedger, recordDecisions } from './ledger-store.ts';
import { addNotices, type PlannedNotice } from './notice-store.ts';
import { countDecisions, keepForPreview, noTouches, type TouchCounts } from './pass-report.ts';
import { withInstructions } from './with-instructions.ts';

/** Clocks that are decided together; their memory is all that a pass needs. */
const batchSize = 2_000;
const dayMs = 86_400_000;

export interface PlanningRules {
  readonly cadence: Cadence;
  readonly rules: ContactRules;
  readonly policies: readonly CarryOverPolicy[];
  readonly defaults: RecipientDefaults;
}

/** How a partner's settings read to the cadence; `cadence` is what holds until it has calendars of its own. */
export function planningRules(partner: Partner, cadence: Cadence): PlanningRules {
  const { settings } = partner;
  return {
    cadence: partner.cadence ?? cadence,
    rules: {
      quietHours: settings.quietHours,
      workingDays: settings.workingDays,
      holidays: settings.holidays,
      minDaysBetweenNotices: settings.minDaysBetweenNotices,
      dailyCap: settings.dailyCap,
      pullForwardDays: settings.pullForwardDays,
      defaultTimeZone: settings.defaultTimeZone,
      defaultLocale: settings.defaultLocale,
    },
    policies: confirmedPolicies(settings),
    defaults: { locale: settings.defaultLocale, timeZone: settings.defaultTimeZone },
  };
}

export interface PlannedPass {
  readonly touches: TouchCounts;
  readonly notices: number;
}

/**
 * Decides everything whose moment has come and writes it to the ledger as part of `pass`, batch by batch, each batch
 * whole or not at all. Deciding again finds nothing: decided stages are final and clocks have moved on.
 */
export async function planTouches(
  scope: PartnerScope,
  pass: RowId,
  planning: PlanningRules,
  now: number,
): Promise<PlannedPass> {
  const touches = noTouches();
  let notices = 0;
  for (;;) {
    const batch = await scope.transaction(async (tx) => {
      const { clocks: due } = await loadDueClocks(tx, { now, limit: batchSize, defaults: planning.defaults });
      if (due.length === 0) return undefined;
      return planClocks(tx, { pass, clocks: due, planning, now });
    });
    if (!batch) return { touches, notices };
    countDecisions(touches, batch.decisions);
    notices += batch.notices.length;
  }
}

/** Decides these clocks, with whatever may ride along, and writes decisions and notices as part of `pass`. */
export async function planClocks(
  tx: PartnerTransaction,
  work: {
    readonly pass: RowId;
    readonly clocks: readonly ClockOfInventory[];
    readonly planning: PlanningRules;
    readonly now: number;
  },
): Promise<PlanResult> {
  const { pass, clocks, planning, now } = work;
  const { result, facts } = await decideBatch(tx, clocks, planning, now);
  await recordDecisions(
    tx,
    result.decisions.filter((decision) => decision.forLedger),
    iso(now),
    planning.cadence.version,
  );
  await addNotices(tx, pass, withLateness(result.notices, facts, planning), iso(now));
  await setNextAt(tx, movedMoments(result.nextAt, facts, now));
  return result;
}

export interface PreviewedPass extends PlannedPass {
  /** The first so many of the notices, see `previewLimit`. */
  readonly plans: readonly NoticePlan[];
  /** All of the notices by their most urgent stage, most distant first. */
  readonly stages: readonly { readonly stage: number; readonly count: number }[];
}

/** The same decisions without writing any of them. */
export async function previewTouches(
  tx: PartnerTransaction,
  planning: PlanningRules,
  now: number,
): Promise<PreviewedPass> {
  const touches = noTouches();
  const plans: NoticePlan[] = [];
  const seen = new Set<string>();
  const stages = new Map<number, number>();
  let notices = 0;
  let after: Awaited<ReturnType<typeof loadDueClocks>>['next'];
  do {
    const page = await loadDueClocks(tx, { now, limit: batchSize, after, defaults: planning.defaults });
    after = page.next;
    const fresh = page.clocks.filter((clock) => !seen.has(clock.clock));
    if (fresh.length === 0) continue;
    const { result, facts } = await decideBatch(tx, fresh, planning, now, seen);
    for (const clock of facts) seen.add(clock.clock);
    countDecisions(touches, result.decisions);
    keepForPreview(plans, result.notices);
    for (const { stage } of result.notices) stages.set(stage, (stages.get(stage) ?? 0) + 1);
    notices += result.notices.length;
  } while (after);
  const byStage = [...stages].sort(([a], [b]) => b - a).map(([stage, count]) => ({ stage, count }));
  return { touches, notices, plans, stages: byStage };
}

type MovingClock = ClockFacts & Pick<ClockOfInventory, 'nextAt'>;

interface DecidedBatch {
  readonly result: PlanResult;
  readonly facts: readonly MovingClock[];
}

/**
 * Decides the batch; where it makes notices, whatever else of their addresses comes up soon is looked at too, so that
 * one message can carry it all. That may bring further addresses in, so it is asked until nothing new turns up.
 */
async function decideBatch(
  tx: PartnerTransaction,
  due: readonly ClockOfInventory[],
  planning: PlanningRules,
  now: number,
  seen: ReadonlySet<string> = new Set(),
): Promise<DecidedBatch> {
  const { rules, cadence } = planning;
  const facts: MovingClock[] = [];
  const addresses = new Map<string, AddressFacts>();
  const asked = new Set<string>();
  for (let fresh = due; ; ) {
    await addFacts(tx, fresh, { planning, now, facts, addresses });
    const result = decideAndGather({ clocks: facts, addresses, cadence, rules, now });
    const addressKeys = [...new Set(result.notices.map((notice) => notice.addressKey))].filter(
      (key) => !asked.has(key),
    );
    if (addressKeys.length === 0) return { result, facts };
    for (const key of addressKeys) asked.add(key);
    const near = await loadClocksOfAddresses(tx, {
      addressKeys,
      until: now + rules.pullForwardDays * dayMs,
      except: facts.map((clock) => clock.clock),
      defaults: planning.defaults,
    });
    fresh = near.filter((clock) => !seen.has(clock.clock));
    if (fresh.length === 0) return { result, facts };
  }
}

interface GatheredFacts {
  readonly planning: PlanningRules;
  readonly now: number;
  readonly facts: MovingClock[];
  readonly addresses: Map<string, AddressFacts>;
}

async function addFacts(
  tx: PartnerTransaction,
  clocks: readonly ClockOfInventory[],
  { planning, now, facts, addresses }: GatheredFacts,
): Promise<void> {
  const ledger = await loadLedger(
    tx,
    clocks.map((clock) => clock.clock),
  );
  for (const clock of await withInstructions(tx, clocks)) {
    facts.push({
      ...clock,
      brand: clock.brand ?? '',
      inviteFrom: inviteFrom(planning.policies, clock),
      ledger: ledger.get(clock.clock) ?? [],
    });
  }
  const remembersDays = Math.max(2, planning.rules.minDaysBetweenNotices);
  const fresh = addressesOf(clocks).filter((key) => !addresses.has(key));
  for (const [key, known] of await loadAddressFacts(tx, fresh, { now, remembersDays })) {
    addresses.set(key, known);
  }
}

function addressesOf(clocks: readonly ClockOfInventory[]): string[] {
  return [...new Set(clocks.flatMap((clock) => clock.recipients.map((person) => person.addressKey)))];
}

/** A notice helps until the last of the windows that it speaks for closes. */
function withLateness(
  notices: readonly NoticePlan[],
  facts: readonly ClockFacts[],
  planning: PlanningRules,
): PlannedNotice[] {
  const byClock = new Map(facts.map((clock) => [clock.clock, clock]));
  return notices.map((notice) => ({
    ...notice,
    lateAt: Math.max(
      ...notice.deliveries.map((delivery) => {
        const clock = byClock.get(delivery.clock)!;
        const windows = stageWindows(clock.kind, clock, planning.cadence);
        return windows.find(({ stage }) => stage.daysBefore === delivery.stage)?.closes ?? notice.at + dayMs;
      }),
    ),
  }));
}

/**
 * The clocks whose next moment is another than before. One that was decided must not come up again in the same
 * instant, or a pass would never end.
 */
function movedMoments(
  nextAt: ReadonlyMap<string, number | null>,
  facts: readonly MovingClock[],
  now: number,
): Map<string, number | null> {
  const moved = new Map<string, number | null>();
  for (const { clock, nextAt: before } of facts) {
    const at = nextAt.get(clock) ?? null;
    const next = at === null || at > now ? at : now + 60_000;
    if (next !== before) moved.set(clock, next);
  }
  return moved;
}

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
