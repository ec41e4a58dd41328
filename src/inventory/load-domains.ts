import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import {
  type DomainSummary,
  type Horizon,
  lookBackDays,
  nameCoverage,
  summaryOf,
} from './domain-coverage.ts';
import {
  type DomainOrderRow,
  selectDomainOrders,
  selectDomains,
  selectDomainsEndingOn,
  selectDomainsOfSeveral,
  selectNextEnd,
} from './domain-store.ts';

export interface DomainFilter {
  /**
   * all: by name. duplicates: those with a name that several orders speak for, by name. ending, gaps: by the day of the
   * first end, or of the first gap.
   */
  readonly show: 'all' | 'duplicates' | 'ending' | 'gaps';
  readonly prefix: string | undefined;
  /** Those that the caller is limited to, or one that was asked for; null: all. */
  readonly customers: readonly RowId[] | null;
}

export interface DomainLine extends DomainSummary {
  readonly domain: string;
  /** Where it stands in its list. */
  readonly place: readonly (string | null)[];
  readonly customers: readonly { readonly id: RowId; readonly name: string }[];
  /** It has more orders than were looked at: the newest. */
  readonly isCut: boolean;
}

export interface DomainsFound {
  readonly lines: readonly DomainLine[];
  /** Where to go on; null at the end. A page may hold fewer lines than asked for, even none, and still go on. */
  readonly next: readonly (string | null)[] | null;
}

export interface DomainsWanted {
  readonly filter: DomainFilter;
  readonly horizon: Horizon;
  readonly limit: number;
  readonly after: readonly (string | number | null)[] | undefined;
}

/** So many names of one domain are looked at; hosting companies have domains with far more. */
export const namesAtMost = 2_000;
/** So many steps are taken for one page; where matches are rare the next page goes on. */
const steps = { names: 400, several: 1_000, mostSteps: 2, days: 60 } as const;

/** One page of the domains. */
export async function loadDomains(tx: PartnerTransaction, wanted: DomainsWanted): Promise<DomainsFound> {
  const { show } = wanted.filter;
  return show === 'all' || show === 'duplicates' ? byName(tx, wanted) : byDay(tx, wanted);
}

async function byName(
  tx: PartnerTransaction,
  { filter, horizon, limit, after }: DomainsWanted,
): Promise<DomainsFound> {
  const isRare = filter.show === 'duplicates';
  const lines: DomainLine[] = [];
  let last = after === undefined ? undefined : String(after[0]);
  for (let step = 0; step < steps.mostSteps; step++) {
    const size = isRare ? steps.several : Math.min(limit, steps.names);
    const stretch = { after: last, prefix: filter.prefix, customers: filter.customers, limit: size };
    const domains = await selectDomains(tx, stretch);
    const likely = isRare ? await selectDomainsOfSeveral(tx, domains, horizon.today) : domains;
    const found = await linesOf(tx, likely, { filter, horizon });
    lines.push(...found.filter(({ duplicates }) => !isRare || duplicates > 0));
    last = domains.at(-1) ?? last;
    if (domains.length < size) return page(lines, limit, null);
    if (lines.length >= limit) break;
  }
  return page(lines, limit, [last ?? null]);
}

async function byDay(
  tx: PartnerTransaction,
  { filter, horizon, limit, after }: DomainsWanted,
): Promise<DomainsFound> {
  const isGap = filter.show === 'gaps';
  const { today, days } = horizon;
  const shifted = (by: number) => Temporal.PlainDate.from(today).add({ days: by }).toString();
  const until = shifted(days);
  let day = after === undefined ? shifted(isGap ? -lookBackDays : 0) : String(after[0]);
  let last = after?.[1] == null ? undefined : String(after[1]);
  const lines: DomainLine[] = [];
  for (let step = 0; step < steps.days; step++) {
    const next = await selectNextEnd(tx, { from: day, until, customers: filter.customers });
    if (next === undefined) return page(lines, limit, null);
    const within = { after: next === day ? last : undefined, customers: filter.customers };
    const domains = await selectDomainsEndingOn(tx, next, {
      ...within,
      limit: steps.names,
      unrenewed: isGap,
    });
    const found = await linesOf(tx, domains, { filter, horizon });
    // A domain stands once, at the first of its days.
    lines.push(...found.filter((line) => (isGap ? line.firstGap : line.endsOn) === next));
    const isWhole = domains.length < steps.names;
    day = isWhole ? Temporal.PlainDate.from(next).add({ days: 1 }).toString() : next;
    last = isWhole ? undefined : domains.at(-1);
    if (lines.length >= limit) break;
  }
  return page(lines, limit, [day, last ?? null]);
}

/** What is too much for the page is found again by the next one. */
function page(
  lines: readonly DomainLine[],
  limit: number,
  next: readonly (string | null)[] | null,
): DomainsFound {
  if (lines.length <= limit) return { lines, next };
  const kept = lines.slice(0, limit);
  return { lines: kept, next: kept.at(-1)!.place };
}

async function linesOf(
  tx: PartnerTransaction,
  domains: readonly string[],
  { filter, horizon }: Pick<DomainsWanted, 'filter' | 'horizon'>,
): Promise<DomainLine[]> {
  const orders = await ordersOfDomains(tx, domains, filter.customers);
  return domains.flatMap((domain) => {
    const own = orders.get(domain);
    return own ? [lineOf(domain, own, { filter, horizon })] : [];
  });
}

export async function ordersOfDomains(
  tx: PartnerTransaction,
  domains: readonly string[],
  customers: readonly RowId[] | null,
): Promise<ReadonlyMap<string, readonly DomainOrderRow[]>> {
  if (domains.length === 0) return new Map();
  return Map.groupBy(
    await selectDomainOrders(tx, domains, { customers, namesAtMost }),
    ({ domain }) => domain,
  );
}

function lineOf(
  domain: string,
  orders: readonly DomainOrderRow[],
  { filter, horizon }: Pick<DomainsWanted, 'filter' | 'horizon'>,
): DomainLine {
  const summary = summaryOf(orders, nameCoverage(orders, horizon), horizon);
  const customers = new Map(orders.map(({ customer, customerName }) => [customer, customerName]));
  const named = orders.reduce((sum, { names }) => sum + names.length, 0);
  const day = filter.show === 'gaps' ? summary.firstGap : summary.endsOn;
  return {
    domain,
    ...summary,
    place: filter.show === 'ending' || filter.show === 'gaps' ? [day, domain] : [domain],
    customers: [...customers].map(([id, name]) => ({ id, name })),
    isCut: named >= namesAtMost,
  };
}
