import type { RowId } from '../kernel/ids.ts';
import { loadBrands } from '../partners/load-brands.ts';
import type { Partner } from '../partners/partner.ts';
import { claimNotices, giveBack } from './claim-store.ts';
import { inBatches } from './in-batches.ts';
import { type Intent, type Outcome, recordDrops, recordIntents, recordOutcomes } from './outcome-store.ts';
import { loadBatchFacts, type Preparation, prepareNotices, type ReadyNotice } from './prepare-notices.ts';
import { outcomeOf } from './retry.ts';
import { noneSent, type SendCounts, type SendingDeps, type SendingRun } from './sending.ts';

export interface SendOptions {
  readonly worker: RowId;
  /** Ends after what is under way; what is claimed and not tried is given back. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (counts: SendCounts) => void;
}

/** So many connects in a row fail before a run takes the mail server for gone and leaves the rest for later. */
const givesUpAfterConnects = 20;

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
    await deps.db.forPartner(partner.id).transaction((tx) => giveBack(tx, options.worker));
  }
  return counts;
}

async function startRun(deps: SendingDeps, partner: Partner, worker: RowId): Promise<SendingRun> {
  const { brands, defaultBrand } = await loadBrands(deps.db.forPartner(partner.id), partner);
  return { deps, partner, worker, brands, defaultBrand, links: deps.linksFor(partner.id) };
}

/** Keeps the transport busy: the next batch is made ready while the last one is on its way. */
class Pace {
  private readonly run: SendingRun;
  private readonly counts: SendCounts;
  private readonly options: SendOptions;
  private readonly mayStillSend: (intent: Intent) => Promise<boolean>;
  private readonly settle: (outcome: Outcome) => Promise<void>;
  private connectsFailed = 0;

  constructor(run: SendingRun, counts: SendCounts, options: SendOptions) {
    this.run = run;
    this.counts = counts;
    this.options = options;
    const scope = run.deps.db.forPartner(run.partner.id);
    this.mayStillSend = inBatches(async (intents) => {
      const held = await scope.transaction((tx) => recordIntents(tx, run.worker, intents));
      return intents.map((intent) => held.has(intent.notice));
    });
    this.settle = inBatches(async (outcomes) => {
      const at = run.deps.now().toString();
      await scope.transaction((tx) => recordOutcomes(tx, run.worker, outcomes, at));
      return outcomes.map(() => undefined);
    });
  }

  async untilNothingIsLeft(): Promise<void> {
    let underWay: Promise<void> = Promise.resolve();
    for (;;) {
      const preparation = this.isOver() ? undefined : await this.prepareNext();
      await underWay;
      if (!preparation) return;
      underWay = this.handOver(preparation);
      // Observed again at the await above; this only keeps a rejection from counting as unhandled meanwhile.
      underWay.catch(() => {});
    }
  }

  private isOver(): boolean {
    return (this.options.signal?.aborted ?? false) || this.connectsFailed >= givesUpAfterConnects;
  }

  /** Claims, looks again, renders. Undefined when nothing is waiting. */
  private async prepareNext(): Promise<Preparation | undefined> {
    const { run } = this;
    const scope = run.deps.db.forPartner(run.partner.id);
    const limit = run.deps.email.transport.concurrency * 8;
    const claimed = await scope.transaction(async (tx) => {
      const now = run.deps.now().toString();
      const notices = await claimNotices(tx, { worker: run.worker, now, limit });
      return notices.length === 0 ? undefined : { notices, facts: await loadBatchFacts(tx, run, notices) };
    });
    if (!claimed) return undefined;
    const preparation = await prepareNotices(run, claimed.notices, claimed.facts);
    if (preparation.drops.length > 0) {
      await scope.transaction((tx) => recordDrops(tx, preparation.drops, run.deps.now().toString()));
    }
    return preparation;
  }

  private async handOver({ ready, outcomes }: Preparation): Promise<void> {
    const withdrawn = outcomes.map((outcome) => this.finish(outcome));
    await Promise.all([...withdrawn, ...ready.map((notice) => this.submit(notice))]);
    this.options.onProgress?.(this.counts);
  }

  private async submit({ notice, message, intent }: ReadyNotice): Promise<void> {
    if (this.isOver()) return;
    const { transport } = this.run.deps.email;
    const result = await transport.submit(message, () => this.mayStillSend(intent));
    const isConnect = result.kind === 'deferred' && result.phase === 'connect';
    this.connectsFailed = isConnect ? this.connectsFailed + 1 : 0;
    const now = this.run.deps.now().epochMilliseconds;
    const outcome = outcomeOf(notice, result, now, this.run.partner.settings);
    if (outcome) await this.finish(outcome);
  }

  private async finish(outcome: Outcome): Promise<void> {
    await this.settle(outcome);
    if (outcome.state === 'waiting') this.counts.deferred += 1;
    else this.counts[outcome.state] += 1;
  }
}
