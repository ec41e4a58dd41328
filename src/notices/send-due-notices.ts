import { setNextAt } from '../inventory/load-clock-facts.ts';
import type { RowId } from '../kernel/ids.ts';
import { loadBrands } from '../partners/load-brands.ts';
import type { Partner } from '../partners/partner.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { claimNotices, giveBack, giveBackUntried } from './claim-store.ts';
import { inBatches } from './in-batches.ts';
import { wantsAnotherLook } from './look-again.ts';
import { type Drop, type Outcome, recordDrops, recordIntents, recordOutcomes } from './outcome-store.ts';
import { loadBatchFacts, type Preparation, prepareNotices, type ReadyNotice } from './prepare-notices.ts';
import { outcomeOf } from './retry.ts';
import { noneSent, type SendCounts, type SendingDeps, type SendingRun, withOwnMail } from './sending.ts';

export interface SendOptions {
  readonly worker: RowId;
  /** Whether nobody can have taken over from this worker; asked before every DATA. Always, without it. */
  readonly holdsLease?: () => boolean;
  /** Ends after what is under way; what is claimed and not tried is given back. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (counts: SendCounts) => void;
}

/** So many connects in a row fail before a run takes the mail server for gone and leaves the rest for later. */
const givesUpAfterConnects = 20;
/** Notices that are read and rendered together. */
const claimSize = 256;
/** Notices whose intents are written together; twice as many are in flight at most. */
const intentSize = 32;
/** An intent this old is asked about again in the database before its message goes. */
const staleIntentMs = 5_000;

/**
 * Sends what is due and released for one partner, until nothing is left or the mail server is gone. Safe to run in any
 * number of processes at once, and to be killed at any moment: an intent is on disk before the first byte leaves.
 */
export async function sendDueNotices(
  deps: SendingDeps,
  partner: Partner,
  options: SendOptions,
): Promise<SendCounts> {
  const counts = noneSent();
  if (!partner.sendingOn) return counts;
  const run = await startRun(deps, partner, options.worker);
  const pace = new Pace(run, counts, options);
  try {
    await pace.untilNothingIsLeft();
  } finally {
    await pace.landed();
    await deps.db.forPartner(partner.id).transaction((tx) => giveBack(tx, options.worker));
  }
  return counts;
}

async function startRun(deps: SendingDeps, partner: Partner, worker: RowId): Promise<SendingRun> {
  const { brands, defaultBrand } = await loadBrands(deps.db.forPartner(partner.id), partner);
  const own = await withOwnMail(deps, partner);
  return { deps: own, partner, worker, brands, defaultBrand, links: deps.linksFor(partner.id) };
}

/** Keeps the transport busy: the next notices are made ready, and their intents written, while others are on their way. */
class Pace {
  private readonly run: SendingRun;
  private readonly counts: SendCounts;
  private readonly options: SendOptions;
  private readonly settle: (outcome: Outcome) => Promise<void>;
  private readonly inTheAir = new Set<Promise<void>>();
  private handingOver: Promise<void> = Promise.resolve();
  private hasEnded = false;
  private connectsFailed = 0;

  constructor(run: SendingRun, counts: SendCounts, options: SendOptions) {
    this.run = run;
    this.counts = counts;
    this.options = options;
    const scope = run.deps.db.forPartner(run.partner.id);
    this.settle = inBatches(async (outcomes) => {
      const at = run.deps.now().toString();
      await scope.transaction((tx) => recordOutcomes(tx, run.worker, outcomes, at));
      return outcomes.map(() => undefined);
    });
  }

  async untilNothingIsLeft(): Promise<void> {
    for (;;) {
      const preparation = this.isOver() ? undefined : await this.prepareNext();
      await this.handingOver;
      if (!preparation) return;
      this.handingOver = this.handOver(preparation);
      // Observed again at the await above; this only keeps a rejection from counting as unhandled meanwhile.
      this.handingOver.catch(() => {});
    }
  }

  /** Nothing may be given back while it is on its way, however the run ended. */
  async landed(): Promise<void> {
    this.hasEnded = true;
    await Promise.allSettled([this.handingOver]);
    while (this.inTheAir.size > 0) await Promise.allSettled(this.inTheAir);
  }

  private isOver(): boolean {
    return (
      this.hasEnded || (this.options.signal?.aborted ?? false) || this.connectsFailed >= givesUpAfterConnects
    );
  }

  /** Claims, looks again, renders. Undefined when nothing is waiting. */
  private async prepareNext(): Promise<Preparation | undefined> {
    const { run } = this;
    const scope = run.deps.db.forPartner(run.partner.id);
    const claimed = await scope.transaction(async (tx) => {
      const now = run.deps.now().toString();
      const notices = await claimNotices(tx, { worker: run.worker, now, limit: claimSize });
      return notices.length === 0 ? undefined : { notices, facts: await loadBatchFacts(tx, run, notices) };
    });
    if (!claimed) return undefined;
    const preparation = await prepareNotices(run, claimed.notices, claimed.facts);
    if (preparation.drops.length > 0) {
      await scope.transaction((tx) => recordDropped(tx, preparation.drops, run.deps.now()));
    }
    return preparation;
  }

  private async handOver({ ready, outcomes }: Preparation): Promise<void> {
    const withdrawn = Promise.all(outcomes.map((outcome) => this.finish(outcome)));
    let underWay: Promise<unknown> = withdrawn;
    for (let at = 0; at < ready.length && !this.isOver(); at += intentSize) {
      const going = await this.withIntents(ready.slice(at, at + intentSize));
      await underWay;
      underWay = Promise.all(going.map((notice) => this.flown(this.submit(notice, performance.now()))));
      underWay.catch(() => {});
    }
    await Promise.all([withdrawn, underWay]);
    this.options.onProgress?.(this.counts);
  }

  private flown(flight: Promise<void>): Promise<void> {
    this.inTheAir.add(flight);
    const land = () => void this.inTheAir.delete(flight);
    flight.then(land, land);
    return flight;
  }

  /** Writes the intents of these notices, in one transaction; those that this worker no longer holds are left out. */
  private async withIntents(notices: readonly ReadyNotice[]): Promise<ReadyNotice[]> {
    const { run } = this;
    const intents = notices.map((notice) => notice.intent);
    const scope = run.deps.db.forPartner(run.partner.id);
    const held = await scope.transaction(async (tx) => {
      const found = await recordIntents(tx, run.worker, intents, run.deps.now().toString());
      const stopped = intents.flatMap(({ notice }) => (found.has(notice) ? [] : [notice]));
      if (stopped.length > 0) await giveBackUntried(tx, run.worker, stopped);
      return found;
    });
    return notices.filter(({ notice }) => held.has(notice.id));
  }

  private async submit({ notice, message, intent }: ReadyNotice, recordedAt: number): Promise<void> {
    const { run, options } = this;
    const isHeld = async (): Promise<boolean> => {
      if (options.holdsLease?.() === false) return false;
      if (performance.now() - recordedAt < staleIntentMs) return true;
      const scope = run.deps.db.forPartner(run.partner.id);
      const at = run.deps.now().toString();
      return (await scope.transaction((tx) => recordIntents(tx, run.worker, [intent], at))).size === 1;
    };
    const result = await run.deps.email.transport.submit(message, isHeld);
    const isConnect = result.kind === 'deferred' && result.phase === 'connect';
    this.connectsFailed = isConnect ? this.connectsFailed + 1 : 0;
    const outcome = outcomeOf(notice, result, run.deps.now().epochMilliseconds, run.partner.settings);
    if (outcome) await this.finish(outcome);
  }

  private async finish(outcome: Outcome): Promise<void> {
    await this.settle(outcome);
    if (outcome.event === 'stopped') return;
    if (outcome.state === 'waiting') this.counts.deferred += 1;
    else this.counts[outcome.state] += 1;
  }
}

/** Takes them out, and has the planner look for somebody else where only this person could not be told. */
async function recordDropped(
  tx: PartnerTransaction,
  drops: readonly Drop[],
  now: Temporal.Instant,
): Promise<void> {
  await recordDrops(tx, drops, now.toString());
  const again = drops.filter((drop) => wantsAnotherLook(drop.reason));
  await setNextAt(tx, new Map(again.map((drop) => [drop.clock, now.epochMilliseconds])));
}
