import { setTimeout } from 'node:timers/promises';
import { keepPlan, type PlanKept } from '../notices/keep-plan.ts';
import type { PassDeps } from '../notices/run-pass.ts';
import { everyPartner } from '../partners/every-partner.ts';

export interface PlanKeeperOptions {
  readonly signal: AbortSignal;
  /** Between one look at all partners and the next. */
  readonly everyMs: number;
  readonly report: (event: PlanEvent) => void;
}

export type PlanEvent =
  | { readonly kind: 'plan'; readonly partner: number; readonly kept: PlanKept }
  | { readonly kind: 'plan-failed'; readonly partner: number | null; readonly error: unknown };

/**
 * Keeps every partner's plan of the days ahead up to date, also while sending is off, until the signal. Any number of
 * these may run over one database: one of them does it.
 */
export async function keepPlans(
  deps: PassDeps,
  { signal, everyMs, report }: PlanKeeperOptions,
): Promise<void> {
  while (!signal.aborted) {
    for (const partner of await partnersOr(deps, report)) {
      if (signal.aborted) break;
      try {
        const kept = await keepPlan(deps, partner, { signal });
        if (kept.kind === 'made' || kept.kind === 'refreshed')
          report({ kind: 'plan', partner: partner.id, kept });
      } catch (error) {
        report({ kind: 'plan-failed', partner: partner.id, error });
      }
    }
    await setTimeout(everyMs, undefined, { signal }).catch(() => {});
  }
}

async function partnersOr(deps: PassDeps, report: PlanKeeperOptions['report']) {
  try {
    return await everyPartner(deps.db);
  } catch (error) {
    report({ kind: 'plan-failed', partner: null, error });
    return [];
  }
}
