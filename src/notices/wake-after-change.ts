import type { Cadence } from '../cadence/cadence.ts';
import { reachDays } from '../cadence/reach-days.ts';
import { wakeEveryClock } from '../inventory/wake-every-clock.ts';
import type { Now } from '../kernel/now.ts';
import { noteClocksWoken } from '../partners/note-clocks-woken.ts';
import type { Partner } from '../partners/partner.ts';
import type { Database } from '../storage/database.ts';

/**
 * Has every clock decided anew if the rules of planning have changed since that was last done. A process that dies on
 * the way leaves it to the next tick, which calls this too.
 */
export async function wakeAfterChange(
  deps: { readonly db: Database; readonly now: Now; readonly cadence: Cadence },
  partner: Pick<Partner, 'id' | 'cadence' | 'rulesChangedAt' | 'clocksWokenAt'>,
): Promise<boolean> {
  const { rulesChangedAt: changedAt, clocksWokenAt } = partner;
  if (changedAt === null) return false;
  if (clocksWokenAt !== null && Temporal.Instant.compare(clocksWokenAt, changedAt) >= 0) return false;
  const scope = deps.db.forPartner(partner.id);
  await wakeEveryClock(scope, deps.now(), reachDays(partner.cadence ?? deps.cadence));
  // Up to the change that was seen at the beginning: a later one has yet to be done.
  await scope.transaction((tx) => noteClocksWoken(tx, changedAt));
  return true;
}
