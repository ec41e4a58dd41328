import { setTimeout } from 'node:timers/promises';
import { forgetOldItems, keepInboxIfNeeded, type LastLook } from '../inbox/keep-inbox.ts';
import { type DigestCounts, type DigestDeps, sendDigests } from '../inbox/send-digests.ts';
import { everyPartner } from '../partners/every-partner.ts';
import type { Partner } from '../partners/partner.ts';

export interface InboxKeeperOptions {
  readonly signal: AbortSignal;
  /** Between one look at all partners and the next. */
  readonly everyMs: number;
  /** Counts only, no names. */
  readonly report: (event: InboxEvent) => void;
}

export type InboxEvent =
  | { readonly kind: 'inbox'; readonly partner: number; readonly added: number; readonly gone: number }
  | { readonly kind: 'digests'; readonly partner: number; readonly counts: DigestCounts }
  | { readonly kind: 'inbox-failed'; readonly partner: number | null; readonly error: unknown };

/**
 * Keeps the inboxes of every partner's people up to date and writes to them at their hour, also while sending to
 * customers is off, until the signal. Any number of these may run over one database.
 */
export async function keepInboxes(
  deps: DigestDeps,
  { signal, everyMs, report }: InboxKeeperOptions,
): Promise<void> {
  let swept = -1;
  const looks = new Map<number, LastLook>();
  while (!signal.aborted) {
    const hour = deps.now().epochMilliseconds / 3_600_000;
    const isTimeToSweep = Math.floor(hour) !== swept;
    swept = Math.floor(hour);
    for (const partner of await partnersOr(deps, report)) {
      if (signal.aborted) break;
      try {
        await keepOne(deps, partner, { looks, report });
        if (isTimeToSweep) await forgetOldItems(deps, partner);
      } catch (error) {
        report({ kind: 'inbox-failed', partner: partner.id, error });
      }
    }
    await setTimeout(everyMs, undefined, { signal }).catch(() => {});
  }
}

async function keepOne(
  deps: DigestDeps,
  partner: Partner,
  { looks, report }: { readonly looks: Map<number, LastLook>; readonly report: InboxKeeperOptions['report'] },
): Promise<void> {
  const { look, outcome } = await keepInboxIfNeeded(deps, partner, looks.get(partner.id));
  // Whoever found another process at it looks again.
  if (outcome === 'busy') looks.delete(partner.id);
  else looks.set(partner.id, look);
  if (typeof outcome === 'object' && outcome.added + outcome.gone > 0)
    report({ kind: 'inbox', partner: partner.id, ...outcome });
  const counts = await sendDigests(deps, partner);
  if (Object.values(counts).some((n) => n > 0)) report({ kind: 'digests', partner: partner.id, counts });
}

async function partnersOr(deps: DigestDeps, report: InboxKeeperOptions['report']): Promise<Partner[]> {
  try {
    return await everyPartner(deps.db);
  } catch (error) {
    report({ kind: 'inbox-failed', partner: null, error });
    return [];
  }
}
