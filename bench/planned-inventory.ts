import type pg from 'pg';

export interface InventorySize {
  readonly partner: number;
  readonly orders: number;
  /** So many coverages have a stage that opened today. */
  readonly due: number;
  /** The day on which they are due. */
  readonly today: string;
  /** One customer in so many is Marta's; nobody's without it. */
  readonly ownerEvery?: number;
  /** One order in so many is of a product of its own. */
  readonly rareEvery?: number;
}

const ordersPerCustomer = 25;
const contactsPerCustomer = 3;

/**
 * Fills the tables of one partner as imports and the passes of the days before would leave them: a customer for every
 * 25 orders, three contacts each, a coverage of a year with a certificate of 199 days, the stages that are past in
 * the ledger. All other clocks have their next moment after today.
 */
export async function fillInventory(client: pg.ClientBase, size: InventorySize): Promise<void> {
  await client.query(`set vigente.partner = ${size.partner}`);
  for (const statement of statements(size, await nextIds(client))) await client.query(statement);
}

type Ids = Readonly<Record<'customer' | 'contact' | 'orders', number>>;

async function nextIds(client: pg.ClientBase): Promise<Ids> {
  const { rows } =
    await client.query(`select nextval(pg_get_serial_sequence('customer', 'id'))::int as customer,
    nextval(pg_get_serial_sequence('contact', 'id'))::int as contact,
    nextval(pg_get_serial_sequence('orders', 'id'))::int as orders`);
  return rows[0] as Ids;
}

function statements(size: InventorySize, ids: Ids): string[] {
  const { partner, orders, due, today, ownerEvery = 0, rareEvery = 0 } = size;
  const customers = Math.ceil(orders / ordersPerCustomer);
  const contacts = customers * contactsPerCustomer;
  const day = `date '${today}'`;
  const stride = due > 0 ? Math.max(1, Math.floor(orders / due)) : orders + 1;
  const isDue = `(i % ${stride} = ${stride} / 2 and i / ${stride} < ${due})`;
  const anyDay = `((i::bigint * 7919) % 385 - 20)::int`;
  return [
    `insert into customer (partner, id, key, account_number, name, name_key, locale, time_zone, country, main_contact,
        technical_contact, owner) overriding system value
      select ${partner}, ${ids.customer} + g, 'account:C' || g, 'C' || g, 'Taller ' || g || ' S.L.', 'taller ' || g,
        (array['es-ES', 'es-MX', 'en-US', 'es-ES'])[1 + g % 4],
        (array['Europe/Madrid', 'America/Mexico_City', 'America/New_York', null])[1 + g % 4],
        (array['ES', 'MX', 'US', 'ES'])[1 + g % 4],
        ${ids.contact} + g * ${contactsPerCustomer}, ${ids.contact} + g * ${contactsPerCustomer} + 1,
        case when ${ownerEvery} > 0 and (${ids.customer} + g) % greatest(${ownerEvery}, 1) = 0 then 'Marta' end
      from generate_series(0, ${customers} - 1) g`,
    `insert into contact (partner, id, customer, name, address, address_key) overriding system value
      select ${partner}, ${ids.contact} + g, ${ids.customer} + g / ${contactsPerCustomer}, 'Lucía García ' || g,
        a, a from generate_series(0, ${contacts} - 1) g,
        lateral (select 'lucia' || g || '@taller' || g / ${contactsPerCustomer} || '.example') as t (a)`,
    `insert into orders (partner, id, authority, number, customer, contact, status, product_code, product_name,
        common_name, names, ordered_on, term, covers_from, covers_until, certificate_from, certificate_until,
        certificate_serial, price_minor, currency, server_count, notices_on, renewed) overriding system value
      select ${partner}, ${ids.orders} + i, 'digicert', (1000000 + i * 3)::text, ${ids.customer} + i / ${ordersPerCustomer},
        ${ids.contact} + i / ${ordersPerCustomer} * ${contactsPerCustomer} + (i / 10) % ${contactsPerCustomer},
        case when i % 97 = 0 and not due then 'pending' when i % 41 = 0 then 'revoked' else 'issued' end,
        'ssl_basic',
        case when ${rareEvery} > 0 and (${ids.orders} + i) % greatest(${rareEvery}, 1) = 0 then 'Rare EV' else 'Basic OV' end,
        'www.taller' || i || '.example', array['www.taller' || i || '.example'],
        last - 365, 'P1Y', last - 365, last, issued, issued + 199, md5(i::text), 21800, 'EUR', 1 + i % 4, i % 20 <> 0,
        case when i % 9 = 1 then 'renewed' else 'no' end
      from generate_series(0, ${orders} - 1) i,
        lateral (select ${isDue}) as d (due),
        lateral (select case when due
          then (array[89, 59, 29, 6, 2, -8])[1 + (i / ${stride}) % 6]
          when ${anyDay} in (89, 59, 29, 6, 2, -8) then ${anyDay} + 1 else ${anyDay} end) as o (days),
        lateral (select ${day} + days) as l (last),
        lateral (select case when last - 365 + 199 >= ${day} - 20 then last - 365 else last - 199 end) as c (issued)`,
    `insert into order_name (partner, name, order_id, registrable)
      select ${partner}, common_name, id, substr(common_name, 5) from orders`,
    `insert into certificate (partner, order_id, serial, common_name, names, valid_from, valid_until)
      select ${partner}, id, certificate_serial, common_name, names, certificate_from, certificate_until from orders`,
    `insert into clock (partner, kind, subject, order_id, began_at, ends_at, anchor, next_at)
      select ${partner}, 'coverage', id, id, ${start('covers_from')}, ends, covers_until,
        case when covers_until - ${day} in (89, 59, 29, 6, 2, -8) then ${start(day)} else (
          select min(at) from unnest(array[90, 60, 30, 7, 3, -7]) s, lateral (select ends - s * interval '1 day') as m (at)
          where at > ${start(day)}) end
      from orders, lateral (select ${start('covers_until + 1')}) as e (ends) where status <> 'pending'`,
    `insert into clock (partner, kind, subject, order_id, began_at, ends_at, anchor, next_at)
      select ${partner}, 'certificate', c.id, o.id, ${start('valid_from')}, ends, valid_until, (
          select min(at) from unnest(array[30, 14, 7, 3, -1]) s, lateral (select ends - s * interval '1 day') as m (at)
          where at > ${start(day)})
      from certificate c join orders o on o.id = c.order_id, lateral (select ${start('valid_until + 1')}) as e (ends)
      where o.status <> 'pending' and valid_until <> covers_until`,
    `insert into touch (partner, clock, anchor, stage, channel, order_id, kind, state, final, reason, params, decided_at)
      select ${partner}, c.id, anchor, s, 'email', order_id, kind, 'due', true, 'stage-open', '{"daysLeft": 30}', at
      from clock c, lateral (select unnest(case kind when 'coverage' then array[90, 60, 30, 7, 3, -7]
        else array[30, 14, 7, 3, -1] end)) as s (s), lateral (select ends_at - s * interval '1 day') as m (at)
      where (at < ${start(day)} or (at = ${start(day)} and kind = 'certificate')) and ends_at > ${start(day)} - interval '21 days'`,
    ...(['customer', 'contact', 'orders'] as const).map(
      (table) =>
        `select setval(pg_get_serial_sequence('${table}', 'id'), greatest((select max(id) from ${table}), 1))`,
    ),
  ];
}

function start(day: string): string {
  return `((${day})::timestamp at time zone 'UTC')`;
}
