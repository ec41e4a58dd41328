import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../bench/inventory-file.ts';
import { ApiDesk } from '../../test/api-desk.ts';
import type { OrderLine } from '../../test/notices/order-line.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { changeCustomer } from './change-customer.ts';
import { changeOrders } from './change-orders.ts';
import { selectCustomer } from './customer-list-store.ts';
import { markRenewalRequested, muteOrder, unmuteOrder } from './customer-word.ts';
import type { ExpiringFilter, ExpiringSort } from './expiring-list.ts';
import { countExpiringList, expiringFacets, loadExpiringLines } from './load-expiring-list.ts';
import { loadOrdersById } from './load-orders.ts';
import { undoImport } from './undo-import.ts';

// Random inventories go through everything that changes them. After each step the list is asked at random and has to
// answer what the plainest reading of the inventory itself answers.
const today = '2026-11-23';
let desk: ApiDesk;

beforeAll(async () => {
  desk = await ApiDesk.open(`${today}T10:00:00Z`);
});
afterAll(() => desk.close());

const random = seededRandom(20261123);
const among = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
const chance = (share: number) => random() < share;
const dayOff = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString();

const customers = ['Zapatos SL', 'Árbol SA', 'Mar SL', 'Luz y Sombra', 'Taller Núñez'];
const products = ['Secure Site OV', 'Secure Site EV', 'Basic OV', ''];
const owners = ['Marta', 'Luis'];

function someLine(number: number): OrderLine {
  const customer = Math.floor(random() * customers.length);
  const ends = Math.floor(random() * 130) - 20;
  return {
    number: String(1000 + number),
    ends: dayOff(ends),
    ...(chance(0.4) ? { certificateEnds: dayOff(ends - 60) } : {}),
    customer: customers[customer]!,
    account: `K${customer}`,
    product: among(products),
    status: chance(0.85) ? 'issued' : among(['pending', 'revoked']),
    names: [`www.${among(['mar', 'sol', 'luna'])}${number}.es`],
    renewed: chance(0.15),
    notices: chance(0.8),
    ...(chance(0.2) ? { renewalOf: String(1000 + Math.floor(random() * 40)) } : {}),
  };
}

const steps: Readonly<Record<string, () => Promise<unknown>>> = {
  'a file': async () => desk.import(Array.from({ length: 25 }, () => someLine(Math.floor(random() * 60)))),
  'the owner of some orders': () =>
    desk.inside(async (tx) =>
      changeOrders(tx, await someOrders(tx), { owner: among([...owners, null]) }, desk.now),
    ),
  'the switch of some orders': () =>
    desk.inside(async (tx) => changeOrders(tx, await someOrders(tx), { noticesOn: chance(0.5) }, desk.now)),
  'the owner of a customer': () =>
    desk.inside(async (tx) => changeSome(tx, { owner: among([...owners, null]) })),
  'the switch of a customer': () => desk.inside(async (tx) => changeSome(tx, { noticesOn: chance(0.5) })),
  'a wish to hear nothing': () =>
    desk.inside(async (tx) => {
      for (const { id } of await someOrders(tx)) {
        await (chance(0.7) ? muteOrder : unmuteOrder)(tx, id, { now: desk.now });
      }
    }),
  'a request': () =>
    desk.inside(async (tx) =>
      markRenewalRequested(
        tx,
        (await someOrders(tx)).map(({ id }) => id),
        { now: desk.now, requested: chance(0.7) },
      ),
    ),
  'a word of renewal': () =>
    desk.inside((tx) =>
      sql`update orders set renewed = ${among(['no', 'perhaps', 'partly', 'renewed'])}
        where partner = ${tx.partner} and id % 5 = ${Math.floor(random() * 5)}`.execute(tx.db),
    ),
  'a state': () =>
    desk.inside((tx) =>
      sql`update orders set status = ${among(['issued', 'issued', 'canceled'])}
        where partner = ${tx.partner} and id % 7 = ${Math.floor(random() * 7)}`.execute(tx.db),
    ),
  'a withdrawal': () =>
    desk.inside((tx) =>
      sql`update orders set withdrawn_at = ${chance(0.5) ? '2026-11-23Z' : null}::timestamptz
        where partner = ${tx.partner} and id % 9 = ${Math.floor(random() * 9)}`.execute(tx.db),
    ),
  'a replaced certificate': () =>
    desk.inside((tx) =>
      sql`update certificate set replaced_at = ${chance(0.6) ? '2026-11-23Z' : null}::timestamptz
        where partner = ${tx.partner} and id % 6 = ${Math.floor(random() * 6)}`.execute(tx.db),
    ),
  'an import taken back': async () => {
    const { rows } = await desk.inside((tx) =>
      sql<{ id: RowId }>`select id from import where partner = ${tx.partner} and state = 'applied'
        order by id desc limit 1`.execute(tx.db),
    );
    const scope = desk.database.db.forPartner(desk.database.partner);
    if (rows[0]) await undoImport(scope, rows[0].id, { now: () => desk.now });
  },
};

async function someOrders(tx: PartnerTransaction) {
  const { rows } = await sql<{ id: RowId }>`select id from orders where partner = ${tx.partner}`.execute(
    tx.db,
  );
  const ids = rows.map(({ id }) => id).filter(() => chance(0.15));
  return [...(await loadOrdersById(tx, ids, { visible: null })).values()];
}

async function changeSome(tx: PartnerTransaction, change: Parameters<typeof changeCustomer>[2]) {
  const { rows } = await sql<{ id: RowId }>`select id from customer where partner = ${tx.partner}`.execute(
    tx.db,
  );
  const customer = rows.length === 0 ? undefined : await selectCustomer(tx, among(rows).id, today);
  if (customer) await changeCustomer(tx, customer, change, desk.now);
}

function someFilter(ids: readonly RowId[]): ExpiringFilter {
  const maybe = <T>(share: number, value: () => T): T | undefined => (chance(share) ? value() : undefined);
  const from = among([-7, -7, 0, 8, -400]);
  return {
    ...{ asOf: today, from, to: among([90, 90, 7, 60, 400]) },
    visible: chance(0.2) ? ids.filter(() => chance(0.5)) : null,
    noticesOn: maybe(0.3, () => chance(0.5)),
    product: maybe(0.2, () => among(products)),
    authority: maybe(0.1, () => among(['digicert', 'sectigo'])),
    owner: maybe(0.3, () => among([...owners, null, 'Nobody'])),
    customer: ids.length === 0 ? undefined : maybe(0.15, () => among(ids)),
    kind: maybe(0.2, () => among(['coverage', 'certificate'])),
    renewed: among(['open', 'open', 'no', 'perhaps', 'partly', 'renewed', 'all']),
    requested: maybe(0.2, () => chance(0.5)),
    nextBefore: maybe(0.15, () => among(['2026-11-24T00:00:00Z', '2027-01-01T00:00:00Z'])),
    text: maybe(0.2, () =>
      among(['10', '1003', 'mar', 'www.sol', 'ZAPATOS', 'núñez', 'secure', 'luna2', '%']),
    ),
  };
}

const sorts: readonly ExpiringSort[] = (['expiry', 'customer', 'product'] as const).flatMap((by) => [
  { by, descending: false },
  { by, descending: true },
]);

/** Everything that fulfils a filter, read from the inventory itself, in order. */
async function plainly(tx: PartnerTransaction, f: ExpiringFilter, sort: ExpiringSort): Promise<RowId[]> {
  const when = (given: unknown, condition: RawBuilder<unknown>) =>
    given === undefined || given === null ? sql`true` : condition;
  const fold = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const { rows } = await sql<Record<'clock' | 'text', string>>`
    select c.id as clock from clock c
    join orders o on o.partner = c.partner and o.id = c.order_id
    join customer u on u.partner = c.partner and u.id = o.customer
    left join certificate x on c.kind = 'certificate' and x.partner = c.partner and x.id = c.subject
    where c.partner = ${tx.partner} and o.withdrawn_at is null and o.status = 'issued' and x.replaced_at is null
      and (c.ends_at at time zone 'UTC')::date - 1 - ${f.asOf}::date between ${f.from} and ${f.to}
      and ${when(f.visible, sql`o.customer = any (${f.visible}::bigint[])`)}
      and ${when(f.noticesOn, sql`(o.notices_on and u.notices_on and o.muted_at is null) = ${f.noticesOn}`)}
      and ${when(f.product, sql`coalesce(o.product_name, '') = ${f.product}`)}
      and ${when(f.authority, sql`o.authority = ${f.authority}`)}
      and ${f.owner === null ? sql`coalesce(o.owner, u.owner) is null` : when(f.owner, sql`coalesce(o.owner, u.owner) = ${f.owner}`)}
      and ${when(f.customer, sql`o.customer = ${f.customer}::bigint`)}
      and ${when(f.kind, sql`c.kind = ${f.kind}`)}
      and ${f.renewed === 'all' ? sql`true` : f.renewed === 'open' ? sql`o.renewed <> 'renewed'` : sql`o.renewed = ${f.renewed}`}
      and ${when(f.requested, sql`(o.renewal_requested_at is not null) = ${f.requested}`)}
      and ${when(f.nextBefore, sql`c.next_at < ${f.nextBefore}::timestamptz`)}
      and ${when(
        f.text,
        sql`(starts_with(o.number, ${f.text}) or strpos(u.name_key, ${fold(f.text ?? '')}) > 0
          or strpos(lower(o.product_name), lower(${f.text})) > 0 or exists (select from order_name n
            where n.partner = o.partner and n.order_id = o.id
              and (starts_with(n.name, ${f.text}) or starts_with(n.registrable, ${f.text}))))`,
      )}
    order by ${plainOrder(sort)}`.execute(tx.db);
  return rows.map((row) => row.clock);
}

function plainOrder({ by, descending }: ExpiringSort): RawBuilder<unknown> {
  const columns = {
    expiry: ['c.ends_at', 'c.id'],
    customer: ['u.name_key', 'u.id', 'c.ends_at', 'c.id'],
    product: ["coalesce(o.product_name, '')", 'o.id', 'c.id'],
  }[by];
  return sql.raw(columns.map((column) => `${column} ${descending ? 'desc' : 'asc'}`).join(', '));
}

async function paged(tx: PartnerTransaction, filter: ExpiringFilter, sort: ExpiringSort): Promise<RowId[]> {
  const limit = among([3, 7, 50]);
  const found: RowId[] = [];
  let after: readonly (string | null)[] | undefined;
  for (;;) {
    const lines = await loadExpiringLines(tx, { filter, sort, limit, after });
    found.push(...lines.map(({ clock }) => clock.clock));
    if (lines.length < limit) return found;
    after = lines.at(-1)!.place;
  }
}

describe('the list of what is ending', () => {
  test.each([1, 2, 3, 4, 5, 6])(
    'answers as the inventory itself does, life %i',
    { timeout: 120_000 },
    async () => {
      const told: string[] = [];
      let found = 0;
      for (let step = 0; step < 12; step += 1) {
        const name = step % 4 === 0 ? 'a file' : among(Object.keys(steps));
        told.push(name);
        await steps[name]!();
        await desk.inside(async (tx) => {
          const { rows } = await sql<{
            id: RowId;
          }>`select id from customer where partner = ${tx.partner}`.execute(tx.db);
          const ids = rows.map(({ id }) => id);
          for (let question = 0; question < 12; question += 1) {
            const filter = someFilter(ids);
            const sort = among(sorts);
            const expected = await plainly(tx, filter, sort);
            found += expected.length;
            const asked = JSON.stringify({ told, filter, sort });
            expect(await paged(tx, filter, sort), asked).toEqual(expected);
            const range = { from: filter.from, to: filter.to };
            expect(await countExpiringList(tx, filter, [range], 1_000), asked).toEqual([expected.length]);
          }
        });
      }
      expect(found, told.join(', ')).toBeGreaterThan(100);
    },
  );

  test('its lines hold what the inventory holds, and nothing else', async () => {
    const { rows } = await desk.inside((tx) =>
      sql<{ wrong: number; lines: number }>`
        with meant as (
          select c.partner, o.id as order_id, c.id as clock, c.kind, c.ends_at, o.customer, o.authority, o.product_key,
            coalesce(o.owner, '') as owner_key, o.notices_on and o.muted_at is null as notices_go, o.renewed,
            o.renewal_requested_at is not null as requested
          from clock c join orders o on o.partner = c.partner and o.id = c.order_id
          left join certificate x on c.kind = 'certificate' and x.partner = c.partner and x.id = c.subject
          where o.status = 'issued' and o.withdrawn_at is null and x.replaced_at is null)
        select (select count(*)::integer from expiring_line) as lines,
          (select count(*)::integer from ((table meant except table expiring_line)
            union all (table expiring_line except table meant)) w) as wrong`.execute(tx.db),
    );
    expect(rows[0]!.lines).toBeGreaterThan(10);
    expect(rows[0]!.wrong).toBe(0);
  });

  test('offers whoever is limited to some customers only the values of their orders', async () => {
    const { rows } = await desk.inside((tx) =>
      sql<{ id: RowId; products: string[]; owners: string[] }>`
        select u.id, array(select distinct product_key from orders o where o.partner = u.partner and o.customer = u.id
            and product_key <> '' order by 1) as products,
          array(select distinct coalesce(o.owner, u.owner) from orders o where o.partner = u.partner and o.customer = u.id
            and coalesce(o.owner, u.owner) is not null order by 1) as owners
        from customer u where u.partner = ${tx.partner}`.execute(tx.db),
    );
    for (const { id, products, owners } of rows) {
      const facets = await desk.inside((tx) => expiringFacets(tx, [id]));
      expect(facets).toMatchObject({ products, owners });
    }
    expect(await desk.inside((tx) => expiringFacets(tx, []))).toEqual({
      products: [],
      authorities: [],
      owners: [],
    });
  });
});
