import type { PartnerScope, PartnerTransaction } from '../storage/database.ts';
import type { ExpiringQuery, ExpiringRow } from './expiring.ts';
import { countRenewed, type ExpiringPlace, selectExpiring } from './expiring-store.ts';

export interface ExpiringPage {
  readonly rows: readonly ExpiringRow[];
  /** Hand it back as `after` for the next page; undefined when this was the last. */
  readonly next: ExpiringPlace | undefined;
}

/** One page of what ends in a range of days, soonest first. A page costs the same wherever it begins. */
export async function loadExpiringPage(
  tx: PartnerTransaction,
  query: ExpiringQuery & { readonly limit: number; readonly after?: ExpiringPlace | undefined },
): Promise<ExpiringPage> {
  const found = await selectExpiring(tx, query);
  const last = found.at(-1);
  const next =
    last && found.length === query.limit ? { endsAt: last.endsAtText, clock: last.clock } : undefined;
  return { rows: found.map(({ endsAtText: _, ...row }) => row), next };
}

const pageSize = 1_000;

/** Everything in a range, page by page, each page in a transaction of its own. */
export async function* expiringRows(scope: PartnerScope, query: ExpiringQuery): AsyncGenerator<ExpiringRow> {
  let after: ExpiringPlace | undefined;
  do {
    const page = await scope.transaction((tx) => loadExpiringPage(tx, { ...query, limit: pageSize, after }));
    yield* page.rows;
    after = page.next;
  } while (after);
}

/** How many clocks of renewed orders end in a range. */
export async function countRenewedExpiring(scope: PartnerScope, query: ExpiringQuery): Promise<number> {
  return scope.transaction((tx) => countRenewed(tx, query));
}
