import type { PartnerScope } from '../storage/database.ts';
import { type WakePlace, wakeSomeClocks } from './clock-store.ts';

const clocksAtOnce = 5_000;
/** No stage can be set to open earlier. */
const longestBeforeEndDays = 400;
/** No stage opens so long after the end that anything could still come for a clock that ended before. */
const longestAfterEndDays = 150;

/**
 * Brings every clock that can still come up before the next pass, because the rules by which they are decided have
 * changed: what is held until a moment under the old hours is decided anew under the new ones. A clock whose end is
 * more than `reachDays` away comes up when its first stage can open at the earliest. In small transactions, so that
 * planning and imports need not wait for all of it; doing it again does no harm.
 */
export async function wakeEveryClock(
  scope: PartnerScope,
  now: Temporal.Instant,
  reachDays = longestBeforeEndDays,
): Promise<void> {
  const earliest = now.subtract({ hours: longestAfterEndDays * 24 }).toString();
  let after: WakePlace | undefined = { endsAt: earliest, clock: '0' };
  while (after) {
    const place: WakePlace = after;
    after = await scope.transaction((tx) =>
      wakeSomeClocks(tx, { now: now.toString(), after: place, limit: clocksAtOnce, reachDays }),
    );
  }
}
