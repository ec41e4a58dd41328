import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Caller } from '../../src/access/caller.ts';
import { accessApi } from '../../src/http/api/access-api.ts';
import type { ApiRoutes } from '../../src/http/api/api-context.ts';
import { createApiReference } from '../../src/http/api/create-api.ts';
import { registerWorker } from '../../src/notices/claim-store.ts';
import { runTick } from '../../src/notices/run-tick.ts';
import { partnerOfId } from '../../src/partners/partner.ts';
import { inventoryFile, type OrderLine } from '../notices/order-line.ts';
import { alwaysOpen } from '../notices/sending-desk.ts';
import { AccessDesk, type Visitor } from './access-desk.ts';
import { importLines } from './import-lines.ts';

// Nothing else in the partner's inventory holds this amount: whoever reads it reads a price.
const price = '7391.57';
const newPrice = '8264.93';
/** As any of them is written, also the sums of two. */
const amount =
  /7[.,'\s\u00a0\u202f]?391[.,]?57|8[.,'\s\u00a0\u202f]?264[.,]?93|14[.,'\s\u00a0\u202f]?783[.,]?14/;
/** Links of customers' pages, which show prices. */
const customerLink = /https:\/\/avisos\.example\.com\/\w/;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: {
    readonly enum?: readonly unknown[];
    readonly items?: { readonly enum?: readonly unknown[] };
  };
}
interface Route {
  readonly path: string;
  readonly parameters: readonly Parameter[];
}

const desk = await AccessDesk.open();
const routes = await readingRoutes();
let seeing: Visitor;
let blind: Visitor;
const ids = ['1', '2', 'p1', 'p2'];

beforeAll(async () => {
  const day = (days: number) => desk.now.toZonedDateTimeISO('UTC').toPlainDate().add({ days }).toString();
  const orders: OrderLine[] = [
    { number: 'VG-1', ends: day(12), names: ['uno.example.com'], price },
    { number: 'VG-2', ends: day(360), begins: day(-5), names: ['uno.example.com'], price, account: 'C-VG-1' },
    { number: 'VG-3', ends: day(13), price },
    { number: 'VG-4', ends: day(-3), price: newPrice },
  ];
  await importLines(desk, orders);
  await desk.database.db.system
    .updateTable('partner')
    .set({ settings: JSON.stringify(alwaysOpen) })
    .where('id', '=', desk.database.partner)
    .execute();
  await desk.person('administrator', 'sees@faro.example');
  await desk.person('administrator', 'blind@faro.example', { seesPrices: false });
  seeing = await desk.visitor().signIn('sees@faro.example');
  blind = await desk.visitor().signIn('blind@faro.example');
  await writeMessages(() => importLines(desk, [{ number: 'VG-5', ends: day(14), price }]));
  const changed = orders.map((line) => ({ ...line, price: newPrice }));
  const refused =
    inventoryFile([...changed, { number: 'VG-9', ends: day(30), price: `mal ${price} mal` }]) +
    inventoryFile([{ number: 'VG-10', begins: '2026-01-01', ends: price, price }])
      .split('\n')
      .slice(1)
      .join('\n');
  ids.push(await upload(refused));
});
afterAll(() => desk.close());

async function writeMessages(addOrder: () => Promise<void>): Promise<void> {
  const worker = await registerWorker(desk.database.db);
  const partner = (await partnerOfId(desk.database.db, desk.database.partner))!;
  await runTick(desk.api.sending, { ...partner, sendingOn: true }, { worker });
  await addOrder();
  await runTick(desk.api.sending, partner, { worker, preview: true });
}

async function upload(text: string): Promise<string> {
  const answer = await desk.app.request('http://vigente.test/api/imports?name=cartera.csv', {
    method: 'POST',
    body: new Blob([text]),
    headers: {
      'content-type': 'application/octet-stream',
      authorization: `Bearer ${(await seeing.post('/api/access/keys', { name: 'up', scopes: ['imports:apply'] })).body.key}`,
    },
  });
  const { id } = (await answer.json()) as { id: string };
  await vi.waitFor(
    async () => expect((await seeing.get(`/api/imports/${id}/plan`)).body.job?.stage).toBe('waiting'),
    { timeout: 20_000 },
  );
  return id;
}

/** Every GET of the description, those of the sign-in included. */
async function readingRoutes(): Promise<Route[]> {
  const access = accessApi(desk.accessDeps) as unknown as ApiRoutes;
  const answer = await createApiReference(desk.api, [access]).request('/api/openapi.json');
  const { paths } = (await answer.json()) as {
    paths: Record<string, { get?: { parameters?: Parameter[] } }>;
  };
  return Object.entries(paths).flatMap(([path, { get }]) =>
    get ? [{ path, parameters: get.parameters ?? [] }] : [],
  );
}

/** Each address of a route: with every id there is, bare, and with each choice that a parameter lists. */
function addressesOf({ path, parameters }: Route): string[] {
  const query = parameters.filter((one) => one.in === 'query');
  const needed = query.filter((one) => one.required && !choicesOf(one)).map(({ name }) => `${name}=VG`);
  const choices = query.flatMap((one) => (choicesOf(one) ?? []).map((choice) => `${one.name}=${choice}`));
  const fills = path.includes('{') ? ids.map((id) => path.replace(/\{[^}]+\}/g, id)) : [path];
  return fills.flatMap((filled) =>
    [[], ...choices.map((choice) => [choice])].map(
      (chosen) => `${filled}?${[...needed, ...chosen].join('&')}`,
    ),
  );
}

function choicesOf({ schema }: Parameter): readonly unknown[] | undefined {
  return schema?.enum ?? schema?.items?.enum;
}

/** What an answer says, whatever it is packed in. */
async function saidTo(visitor: Visitor, address: string): Promise<string> {
  const { status, bytes } = await visitor.bytes(address);
  if (status >= 400) return `${status}`;
  return bytes.subarray(0, 2).toString() === 'PK' ? unpacked(bytes) : unquoted(bytes.toString());
}

/** Quoted-printable and base64 parts of a message, read. */
function unquoted(text: string): string {
  const plain = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return `${text}\n${plain}`;
}

/** The files of a workbook, by the central directory at its end. */
function unpacked(zip: Buffer): string {
  let text = '';
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4)) {
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    text += zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed).toString() : packed.toString();
  }
  return text;
}

describe('a person who may see prices', () => {
  test.each([
    '/api/orders',
    '/api/orders/1',
    '/api/expiring',
    '/api/customers/1',
    '/api/perhaps-renewed',
    '/api/messages/1',
    '/api/messages/1/html',
    '/api/messages/1/eml',
    '/api/messages/p1',
    '/api/expiring/export?format=xlsx',
  ])('reads one in %s', async (path) => {
    expect(await saidTo(seeing, path)).toMatch(amount);
  });

  test('reads them in what an import would change and refuses', async () => {
    for (const list of ['changed', 'refused']) {
      expect(await saidTo(seeing, `/api/imports/${ids.at(-1)}/plan/${list}`)).toMatch(amount);
    }
  });
});

describe('a person who may not see prices', () => {
  test.each(routes.map((route) => [route.path, route] as const))('reads none in GET %s', async (_, route) => {
    for (const address of addressesOf(route)) {
      const said = await saidTo(blind, address);
      expect(said.match(amount)?.[0], address).toBeUndefined();
      expect(said.match(customerLink)?.[0], address).toBeUndefined();
    }
  });

  test('is told that amounts are hidden, and why there is no original', async () => {
    const { body } = await blind.get('/api/messages/1');
    expect(body).toMatchObject({ pricesHidden: true, hasBytes: false });
    const original = await blind.get('/api/messages/1/eml');
    expect([original.status, original.body.kind]).toEqual([403, 'forbidden']);
    expect((await seeing.get('/api/messages/1')).body).toMatchObject({ pricesHidden: false, hasBytes: true });
  });
});

/** The caller's right is the person's; an API key has it only with the scope too. */
test('a key without the scope for prices reads none either', async () => {
  const scopes: Caller['scopes'] = ['messages:read', 'orders:read'];
  const { key } = (await seeing.post('/api/access/keys', { name: 'blind', scopes })).body;
  const headers = { authorization: `Bearer ${key}` };
  for (const path of ['/api/messages/1', '/api/orders']) {
    const answer = await desk.visitor().raw('GET', path, undefined, headers);
    expect([answer.status, amount.test(JSON.stringify(answer.body))]).toEqual([200, false]);
  }
});
