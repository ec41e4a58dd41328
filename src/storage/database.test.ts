import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { openDatabase } from './database.ts';

let t: TestDatabase;
let other: number;
const at = '2026-11-23T09:00:00Z';

beforeAll(async () => {
  t = await testDatabase();
  other = await t.addPartner('other');
});
afterAll(() => t.close());

function objection(partner: number, key: string) {
  return { partner, address_key: key, purpose: 'offer', objected: true, at, source: 'test' };
}

describe('a partner scope', () => {
  test('sees its own rows and nobody else’s', async () => {
    await t.db
      .forPartner(t.partner)
      .transaction((tx) => tx.db.insertInto('consent').values(objection(t.partner, 'a@x.example')).execute());
    const seen = (partner: number) =>
      t.db
        .forPartner(partner)
        .transaction((tx) => tx.db.selectFrom('consent').select('address_key').execute());
    expect(await seen(t.partner)).toEqual([{ address_key: 'a@x.example' }]);
    expect(await seen(other)).toEqual([]);
  });

  test('cannot write a row of another partner', async () => {
    const intrude = t.db
      .forPartner(other)
      .transaction((tx) => tx.db.insertInto('consent').values(objection(t.partner, 'b@x.example')).execute());
    await expect(intrude).rejects.toThrow(/row-level security/);
  });

  test('keeps nothing of a transaction that threw', async () => {
    const failing = t.db.forPartner(t.partner).transaction(async (tx) => {
      await tx.db.insertInto('consent').values(objection(t.partner, 'c@x.example')).execute();
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    const rows = await t.db
      .forPartner(t.partner)
      .transaction((tx) =>
        tx.db.selectFrom('consent').select('purpose').where('address_key', '=', 'c@x.example').execute(),
      );
    expect(rows).toEqual([]);
  });

  test('reads a timestamp as an instant and a date as the day people see', async () => {
    const rows = await t.db.forPartner(t.partner).transaction((tx) =>
      sql<{
        i: Temporal.Instant;
        d: string;
      }>`select ${at}::timestamptz as i, '2027-02-28'::date as d`.execute(tx.db),
    );
    expect(rows.rows[0]!.i.toString()).toBe('2026-11-23T09:00:00Z');
    expect(rows.rows[0]!.d).toBe('2027-02-28');
  });
});

describe('every table of partner data', () => {
  test('begins its primary key with the partner and is closed by row-level security', async () => {
    const { rows } = await sql<{ name: string; secured: boolean; forced: boolean; first: string }>`
      select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
        (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where i.indrelid = c.oid and i.indisprimary) as first
      from pg_class c
      where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'partner')
    `.execute(t.db.system);
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      expect(row, row.name).toMatchObject({ secured: true, forced: true, first: 'partner' });
    }
  });

  test('keeps its events: a ledger event can be neither changed nor removed', async () => {
    const rewrite = t.db.forPartner(t.partner).transaction((tx) => tx.db.deleteFrom('touch_event').execute());
    await expect(rewrite).rejects.toThrow(/append-only/);
  });
});

test('opening an up-to-date database again, several times at once, changes nothing', async () => {
  const again = await Promise.all([1, 2, 3].map(() => openDatabase({ url: t.url })));
  const { rows } = await sql<{ n: string }>`select count(*) as n from migration`.execute(t.db.system);
  expect(Number(rows[0]!.n)).toBeGreaterThan(0);
  await Promise.all(again.map((db) => db.close()));
});

test('a database of a newer version is refused with what to do', async () => {
  await sql`insert into migration (number, name) values (9999, 'from the future')`.execute(t.db.system);
  await expect(openDatabase({ url: t.url })).rejects.toMatchObject({ kind: 'settings' });
  await sql`delete from migration where number = 9999`.execute(t.db.system);
});
