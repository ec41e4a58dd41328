import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import {
  type DomainSummary,
  type Horizon,
  type NameCoverage,
  nameCoverage,
  summaryOf,
} from './domain-coverage.ts';
import { type DomainCertificateRow, type DomainOrderRow, selectLiveCertificates } from './domain-store.ts';
import { namesAtMost, ordersOfDomains } from './load-domains.ts';

export interface Domain extends DomainSummary {
  readonly domain: string;
  readonly coverage: readonly NameCoverage[];
  /** The latest end first. */
  readonly orderRows: readonly DomainOrderRow[];
  readonly certificates: readonly DomainCertificateRow[];
  readonly isCut: boolean;
}

/** Everything about one domain; undefined where the caller can see no order of it. */
export async function loadDomain(
  tx: PartnerTransaction,
  domain: string,
  { horizon, visible }: { readonly horizon: Horizon; readonly visible: readonly RowId[] | null },
): Promise<Domain | undefined> {
  const rows = (await ordersOfDomains(tx, [domain], visible)).get(domain);
  if (!rows) return undefined;
  const orderRows = rows.toSorted((a, b) => ((a.until ?? '') < (b.until ?? '') ? 1 : -1));
  const coverage = nameCoverage(rows, horizon);
  const certificates = await selectLiveCertificates(
    tx,
    orderRows.map(({ id }) => id),
  );
  const named = rows.reduce((sum, { names }) => sum + names.length, 0);
  const summary = summaryOf(rows, coverage, horizon);
  return { domain, ...summary, coverage, orderRows, certificates, isCut: named >= namesAtMost };
}
