import type { Partner } from '../partners/partner.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { TouchCounts } from './pass-report.ts';
import { type PassOutcome, runPass } from './run-pass.ts';
import { type SendOptions, sendDueNotices } from './send-due-notices.ts';
import { noneSent, type SendCounts, type SendingDeps } from './sending.ts';
import { wakeAfterChange } from './wake-after-change.ts';

/** One pass from decision to submission, in numbers. */
export interface TickReport {
  readonly asOf: Temporal.Instant;
  readonly touches: TouchCounts;
  readonly notices: SendCounts;
  readonly outcome: PassOutcome;
}

export interface TickOptions extends SendOptions {
  /** Only show what would happen: for a day to come. Nothing reaches a mail server. */
  readonly preview?: boolean;
  /** A person's word that an unusually large run is meant. */
  readonly goAhead?: boolean;
  /** Writes that word down, in the transaction that obeys it. */
  readonly recordGoAhead?: (tx: PartnerTransaction) => Promise<void>;
}

/** Decides what is due and sends it, once. A second tick at the same moment finds nothing. */
export async function runTick(
  deps: SendingDeps,
  partner: Partner,
  options: TickOptions,
): Promise<TickReport> {
  if (!options.preview) await wakeAfterChange(deps, partner);
  const outcome = await runPass(deps, partner, {
    preview: options.preview ?? false,
    goAhead: options.goAhead ?? false,
    recordGoAhead: options.recordGoAhead,
  });
  const sends = outcome.kind !== 'preview';
  const notices = sends ? await sendDueNotices(deps, partner, options) : noneSent();
  return { asOf: deps.now(), touches: outcome.touches, notices, outcome };
}
