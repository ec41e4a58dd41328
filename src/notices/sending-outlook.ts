import type { Partner } from '../partners/partner.ts';
import type { TouchCounts } from './pass-report.ts';
import { usualDailyNotices } from './pass-store.ts';
import type { PassDeps } from './run-pass.ts';
import { previewNow } from './run-pass.ts';
import { selectWaiting } from './run-store.ts';
import { mostUnasked } from './unusual-volume.ts';

export interface SendingOutlook {
  readonly asOf: Temporal.Instant;
  readonly touches: TouchCounts;
  /** Messages that would be made. */
  readonly messages: number;
  /** Messages that are made already and would leave at once. */
  readonly waiting: number;
  /** The messages by stage, most distant first. */
  readonly stages: readonly { readonly stage: number; readonly count: number }[];
  readonly usual: number;
  /** More than this would wait for a person. */
  readonly mostUnasked: number;
}

/** What would leave if sending were on at this moment. Leaves the messages as previews, and nothing in the ledger. */
export async function sendingOutlook(deps: PassDeps, partner: Partner): Promise<SendingOutlook> {
  const asOf = deps.now();
  const { touches, notices, stages } = await previewNow(deps, partner);
  return deps.db.forPartner(partner.id).transaction(async (tx) => {
    const usual = await usualDailyNotices(tx, asOf.toString());
    const waiting = await selectWaiting(tx, asOf.toString());
    return {
      ...{ asOf, touches, messages: notices, waiting: waiting.now },
      ...{ stages, usual, mostUnasked: mostUnasked(partner.settings, usual) },
    };
  });
}
