import { loadOrderLines } from '../inventory/load-orders.ts';
import type { RowId } from '../kernel/ids.ts';
import { askRenewal } from '../renewals/ask-renewal.ts';
import { changeRequests, type RequestActor } from '../renewals/change-requests.ts';
import { loadRequestCounts } from '../renewals/load-requests.ts';
import type { RequestAct } from '../renewals/request-fields.ts';
import type { PartnerScope, PartnerTransaction } from '../storage/database.ts';

interface RequestStory {
  readonly how: 'same' | 'talk-first' | 'by-hand';
  readonly note?: string;
  /** How long before now it was asked. */
  readonly hoursAgo: number;
  readonly by?: string;
  /** What colleagues did with it since. */
  readonly since?: readonly ((day: (ahead: number) => string) => RequestAct)[];
}

const customer: RequestActor = { person: null, name: null };
const luis = 'Luis Vega';
const ana = 'Ana Pardo';

const stories: readonly RequestStory[] = [
  { how: 'same', hoursAgo: 2 },
  { how: 'talk-first', hoursAgo: 3 },
  { how: 'same', hoursAgo: 20, by: luis, since: [() => ({ kind: 'take' })] },
  {
    ...{ how: 'talk-first', hoursAgo: 70, by: luis },
    since: [
      () => ({ kind: 'take' }),
      (day) => ({ kind: 'next', on: day(-1) }),
      () => ({ kind: 'note', note: 'Pide presupuesto para dos años; llamar por la mañana.' }),
    ],
  },
  {
    ...{
      how: 'by-hand',
      hoursAgo: 28,
      by: ana,
      note: 'Llamó Compras: renueva cuando llegue la orden interna.',
    },
    since: [(day) => ({ kind: 'next', on: day(3) })],
  },
  { how: 'same', hoursAgo: 50, by: luis, since: [() => ({ kind: 'renewed', number: null })] },
  {
    how: 'by-hand',
    hoursAgo: 90,
    by: ana,
    since: [() => ({ kind: 'renewed-elsewhere', note: 'Lo compró su agencia.' })],
  },
  { how: 'by-hand', hoursAgo: 75, by: luis, since: [() => ({ kind: 'declined', reason: 'site-closed' })] },
];

/** What customers and colleagues said of some of the orders that end next; nothing where something was said before. */
export async function demoRequests(scope: PartnerScope, now: Temporal.Instant): Promise<void> {
  await scope.transaction(async (tx) => {
    const today = now.toZonedDateTimeISO('Europe/Madrid').toPlainDate();
    const day = (ahead: number) => today.add({ days: ahead }).toString();
    const counts = await loadRequestCounts(tx, { visible: null, today: day(0), state: 'all' });
    if (Object.values(counts.states).some((count) => count > 0)) return;
    const orders = await ordersEnding(tx, day(8), day(75));
    for (const [at, story] of stories.entries()) {
      const order = orders[Math.floor((at * orders.length) / stories.length)];
      if (order) await tell(tx, order, { story, now, day });
    }
  });
}

async function ordersEnding(tx: PartnerTransaction, from: string, until: string): Promise<RowId[]> {
  const lines = await loadOrderLines(tx, {
    filter: {
      visible: null,
      status: 'issued',
      renewed: 'no',
      noticesOn: true,
      endsFrom: from,
      endsUntil: until,
    },
    sort: { by: 'ends', descending: false },
    limit: 120,
    after: undefined,
  });
  return lines.map(({ id }) => id);
}

async function tell(
  tx: PartnerTransaction,
  order: RowId,
  told: {
    readonly story: RequestStory;
    readonly now: Temporal.Instant;
    readonly day: (ahead: number) => string;
  },
): Promise<void> {
  const { how, note = null, hoursAgo, by, since = [] } = told.story;
  const colleague: RequestActor = { person: null, name: by ?? null };
  const at = told.now.subtract({ hours: hoursAgo });
  const asking = { orders: [order], notice: null, how, at, act: { kind: 'asked', note } } as const;
  const asked = await askRenewal(tx, { ...asking, actor: how === 'by-hand' ? colleague : customer }, at);
  const requests = asked.map(({ request }) => request);
  for (const [step, act] of since.entries()) {
    const when = at.add({ minutes: 20 * (step + 1) });
    await changeRequests(tx, { requests, act: act(told.day), actor: colleague, visible: null }, when);
  }
}
