import { type Dashboard, dashboard, type Figure } from '../../../contract/dashboard.ts';
import { expiringGroups } from '../../../contract/expiring.ts';
import type { Caller } from '../../access/caller.ts';
import {
  type InventoryFigures,
  inventoryFigures,
  type RenewalRate,
} from '../../inventory/dashboard-figures.ts';
import { displayHostName } from '../../inventory/display-host-name.ts';
import type { ExpiringLine } from '../../inventory/expiring-list.ts';
import { countExpiringList, loadExpiringLines } from '../../inventory/load-expiring-list.ts';
import type { OrderOutcome } from '../../inventory/order-list.ts';
import { noticeFigures } from '../../notices/dashboard-figures.ts';
import { type ClockOutlook, outlookOfClocks } from '../../notices/outlook-of-clocks.ts';
import { planningRules } from '../../notices/plan-touches.ts';
import { loadRequestCounts, type RequestCounts } from '../../renewals/load-requests.ts';
import type { PartnerTransaction } from '../../storage/database.ts';
import type { ApiDeps, ApiRoutes } from './api-context.ts';
import { answers, apiRoute } from './api-route.ts';
import { type CallerScope, scopeOfCaller } from './caller-scope.ts';
import { filterOf, groupRanges } from './expiring-filter.ts';
import { keptFigures } from './kept-figures.ts';
import { newRoutes } from './new-routes.ts';

/** 72 hours: a clock ends when its last day is over, so today and the two days after. */
const breakingDays = { from: 0, to: 2 };
const shownBreaking = 8;
/** From so many in one group on, figures are kept for a while. */
const many = 10_000;
/** Exact: no list is longer. */
const all = 2_000_000_000;

export function dashboardApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/dashboard',
      permission: 'dashboard:read',
      tags: ['Dashboard'],
      summary: 'The day in figures. Each figure names the list of exactly the rows that it counts.',
      responses: answers(dashboard, 'The figures'),
    }),
    async (c) => {
      const found = await scopeOfCaller(c, deps);
      const asked = { ...found, caller: c.var.caller, deps };
      const counted = await keptFigures(deps.sending.db).figures(found.partner.id, questionOf(asked), {
        count: () => found.scope.transaction((tx) => countAll(tx, asked)),
        isWorth: ({ counts }) => counts.some((count) => count >= many),
      });
      return c.json(await found.scope.transaction((tx) => gather(tx, asked, counted)), 200);
    },
  );
  return api;
}

type Asked = CallerScope & { readonly caller: Caller; readonly deps: ApiDeps };

/** What the figures depend on besides the inventory itself. */
function questionOf({ today, timeZone, caller }: Asked): string {
  return JSON.stringify([today, timeZone, caller.customers]);
}

interface Counted {
  readonly at: Temporal.Instant;
  readonly inventory: InventoryFigures;
  readonly requests: RequestCounts;
  /** Of each group, then of what breaks within 72 hours. */
  readonly counts: readonly number[];
  readonly upToday: number;
}

/** What takes the longer the larger the inventory is. */
async function countAll(tx: PartnerTransaction, { now, today, timeZone, caller }: Asked): Promise<Counted> {
  const visible = caller.customers;
  const inventory = await inventoryFigures(tx, { today, visible });
  const whole = filterOf({ renewed: 'open' }, { asOf: today, visible, timeZone });
  const ranges = [...expiringGroups.map((group) => groupRanges[group]), breakingDays];
  const requests = await loadRequestCounts(tx, { visible, today, state: 'open' });
  const counts = await countExpiringList(tx, whole, ranges, all);
  const next = filterOf({ renewed: 'open', next: 'today' }, { asOf: today, visible, timeZone });
  const [upToday] = await countExpiringList(tx, next, [{ from: next.from, to: next.to }], all);
  return { at: now, inventory, requests, counts, upToday: upToday! };
}

async function gather(tx: PartnerTransaction, asked: Asked, counted: Counted): Promise<Dashboard> {
  const { partner, now, today, timeZone, seesPrices, caller, deps } = asked;
  const { inventory, requests, counts, upToday } = counted;
  const visible = caller.customers;
  const midnight = Temporal.PlainDate.from(today).toZonedDateTime(timeZone);
  const weekAgoDay = Temporal.PlainDate.from(today).subtract({ days: 7 });
  const weekAgo = weekAgoDay.toZonedDateTime(timeZone).toInstant().toString();
  const ledger = await noticeFigures(tx, { visible, today: midnight.toInstant().toString(), weekAgo });
  const whole = filterOf({ renewed: 'open' }, { asOf: today, visible, timeZone });
  const lines = await loadExpiringLines(tx, {
    filter: { ...whole, ...breakingDays },
    sort: { by: 'expiry', descending: false },
    limit: shownBreaking,
    after: undefined,
  });
  const planning = planningRules(partner, deps.sending.cadence);
  const clocks = lines.map((line) => line.clock);
  const outlook = await outlookOfClocks(tx, clocks, { planning, now: now.epochMilliseconds });
  const { lastImport, month } = inventory;
  const due = expiringGroups.map((group, at) => [group, figure(counts[at]!, `/expiring?group=${group}`)]);
  return {
    asOf: counted.at.toString(),
    today,
    breaking: {
      ...figure(counts.at(-1)!, `/expiring?from=${breakingDays.from}&to=${breakingDays.to}`),
      rows: lines.map((line) => breakingRow(line, outlook.get(line.clock.clock), now)),
    },
    sending: {
      on: partner.sendingOn,
      waiting: figure(ledger.waiting, '/messages?state=waiting'),
      submittedToday: figure(ledger.submittedToday, `/messages?state=submitted&from=${today}`),
      decidedToday: figure(upToday, '/expiring?next=today'),
      held: ledger.held.map(({ asOf, notices }) => ({ at: asOf.toString(), messages: notices })),
    },
    runs: {
      lastPass: ledger.lastPass?.toString() ?? null,
      workerBeat: ledger.beat?.toString() ?? null,
      workerAlive: ledger.alive,
      lastImport: lastImport
        ? {
            ...{ id: lastImport.id, file: lastImport.file, at: lastImport.at.toString() },
            list: `/imports/${lastImport.id}`,
          }
        : null,
      importsThisMonth: figure(inventory.importsThisMonth, '/imports'),
    },
    moneyThisMonth: {
      from: month.from,
      until: month.until,
      list: endingList(month),
      currencies: seesPrices ? moneyByCurrency(month) : [],
    },
    noContact: figure(inventory.unreachable, '/customers?contact=none'),
    perhapsRenewed: figure(inventory.perhaps, '/perhaps-renewed'),
    failed: figure(ledger.failed, `/messages?state=failed&from=${weekAgoDay}`),
    uncertain: figure(ledger.uncertain, `/messages?state=uncertain&from=${weekAgoDay}`),
    bounced: figure(ledger.bounced, `/messages?state=bounced&from=${weekAgoDay}`),
    requests: figure(requests.states.open, '/requests'),
    overdueRequests: figure(requests.overdue, '/requests?due=overdue'),
    due: Object.fromEntries(due) as Dashboard['due'],
    renewalRate: { thisQuarter: rateOf(inventory.thisQuarter), lastQuarter: rateOf(inventory.lastQuarter) },
  };
}

function figure(count: number, list: string): Figure {
  return { count, list };
}

function breakingRow(
  line: ExpiringLine,
  outlook: ClockOutlook | undefined,
  now: Temporal.Instant,
): Dashboard['breaking']['rows'][number] {
  const { clock } = line;
  const endsAt = Temporal.Instant.fromEpochMilliseconds(clock.endsAt);
  return {
    order: clock.order,
    number: clock.orderNumber,
    commonName: line.commonName === null ? null : displayHostName(line.commonName),
    customer: line.customerName,
    owner: line.owner,
    endsOn: line.endsOn,
    endsAt: endsAt.toString(),
    hoursLeft: Math.max(0, Math.floor((clock.endsAt - now.epochMilliseconds) / 3_600_000)),
    kind: clock.kind,
    told: outlook?.last !== undefined,
  };
}

/** The issued orders whose coverage's last day lies in a range of days. */
function endingList({ from, until }: { readonly from: string; readonly until: string }): string {
  return `/orders?status=issued&endsFrom=${from}&endsUntil=${until}`;
}

/** In the order in which the currencies come; what nobody ended in is nothing, with its empty list. */
function moneyByCurrency(month: InventoryFigures['month']): Dashboard['moneyThisMonth']['currencies'] {
  return [...new Set(month.money.map(({ currency }) => currency))].map((currency) => {
    const amount = (outcome: OrderOutcome) => {
      const found = month.money.find((row) => row.currency === currency && row.outcome === outcome);
      const list = `/orders?outcome=${outcome}&currency=${currency}&endsFrom=${month.from}&endsUntil=${month.until}`;
      return { minor: found?.sum ?? '0', currency, count: found?.orders ?? 0, list };
    };
    return {
      currency,
      renewed: amount('renewed'),
      promised: amount('promised'),
      silent: amount('silent'),
      lost: amount('lost'),
    };
  });
}

function rateOf({ from, until, ended, renewed }: RenewalRate) {
  const list = endingList({ from, until });
  const rate = ended === 0 ? null : renewed / ended;
  return { from, until, ended, renewed, rate, list, renewedList: `${list}&renewed=renewed` };
}
