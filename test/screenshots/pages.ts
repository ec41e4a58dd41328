/**
 * Takes pictures of the pages for people to look at: `node test/screenshots/pages.ts FOLDER [part of a name]`.
 * Not a test. Needs a Chromium: /usr/bin/chromium, or the one that CHROMIUM names.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { createApp } from '../../src/http/create-app.ts';
import { listen } from '../../src/http/listen.ts';
import type { ExpiringRow } from '../../src/http/staff-facts.ts';
import {
  CustomerWorld,
  customerFacts,
  customerLinks,
  customerOrder,
  manyOrders,
  pathOf,
} from '../customer-pages.ts';
import { appDeps, expiringRow, messageRow, shownMessage } from '../staff-pages.ts';

const [folder = '/tmp/pages', wanted = ''] = process.argv.slice(2);
await mkdir(folder, { recursive: true });

const names = [
  'www.bodegas-cabañas.example',
  '*.hotel-fuenzalida.example',
  'pagos.distribuidora-cardenas-y-asociados-del-norte.example',
  'api.logistics-merrick.example',
  'correo.gestoria-ibanez.example',
];
const customers = [
  'Bodegas Cabañas S.A.',
  'Hotel Fuenzalida S.C.',
  'Distribuidora Cárdenas y Asociados del Norte S.A. de C.V.',
  'Merrick Logistics Ltd',
  'Gestoría Ibáñez S.L.',
];
const whys = [
  null,
  null,
  'tal vez renovado: el pedido 1480500001 cubre los mismos nombres',
  null,
  'renovado por el pedido 1480512345',
  null,
  'sin dirección a la que escribir',
  null,
];
const days = [-3, -9, -17, 0, 1, 3, 5, 7, 9, 14, 18, 22, 27, 29, 33, 41, 48, 52, 59, 63, 71, 77, 84, 90];
const rows: ExpiringRow[] = days.map((daysLeft, n) =>
  expiringRow(daysLeft, {
    commonName: names[n % names.length]!,
    customer: customers[n % customers.length]!,
    moreNames: n % 4 === 1 ? 3 : 0,
    holder: n % 7 === 2 ? 'Cerámicas Leiva S.L.' : null,
    product: ['Secure Site Pro EV', 'PositiveSSL', 'OrganizationSSL Wildcard', 'RapidSSL Standard DV'][
      n % 4
    ]!,
    noticesOn: n % 9 !== 4,
    lastNotice:
      n % 3 === 0
        ? null
        : { message: '77', at: Temporal.Instant.from('2026-11-20T09:00:00Z'), stage: n % 2 ? 60 : 30 },
    why: whys[n % whys.length]!,
  }),
);
const states = [
  'submitted',
  'submitted',
  'waiting',
  'failed',
  'uncertain',
  'submitted',
  'withdrawn',
] as const;
const messages = Array.from({ length: 14 }, (_, n) =>
  messageRow(String(90 - n), {
    state: states[n % states.length]!,
    orders: n % 4 === 0 ? 8 : 1,
    stage: [30, 60, 7, -7, 90][n % 5]!,
    ...(n % 5 === 3
      ? {
          subject: 'merrick-logistics.example: your SSL certificate expired 9 days ago',
          address: 'priya.merrick@logistics-merrick.example',
          contactName: 'Priya Merrick',
          customerName: 'Merrick Logistics Ltd',
        }
      : {}),
    ...(n === 2 ? { finishedAt: null, subject: null } : {}),
  }),
);
const mail = `<!doctype html><html><body style="margin:0;background:#f5f5f4;font-family:sans-serif"><div style="max-width:600px;margin:24px auto;background:#fff;padding:32px"><h1 style="font-family:Georgia,serif">Su certificado SSL caduca el 24 de diciembre de 2026</h1><p>Buenos días, Lucía Galindo:</p><p>El certificado SSL que protege tienda.panaderia-galindo.example (pedido 1480313964) caduca el 24 de diciembre.</p></div></body></html>`;

const keeps = { days: 31, until: '2027-12-24' };
const promised = customerFacts({ orders: [customerOrder({ keeps })] });
const mexican = customerFacts({
  locale: 'es-MX',
  orders: manyOrders(8).map((order) => ({ ...order, keeps: { days: order.daysLeft, until: '2027-12-01' } })),
});
const lapsed = customerFacts({
  locale: 'en-GB',
  person: 'Priya Merrick',
  orders: [customerOrder({ daysLeft: -4, shareLeft: 0, endsOn: '2026-11-19' })],
});
const requested = customerFacts({
  orders: [customerOrder({ standing: { kind: 'requested', at: '2026-11-23T09:12:00Z' } })],
});
const links = {
  renew: pathOf(customerLinks.renew(1, '5', '11')),
  all: pathOf(customerLinks.renewAll(1, '5')),
  mute: pathOf(customerLinks.mute(1, '5', '11')),
  notMine: pathOf(customerLinks.notMine(1, '5', '11')),
  reminder: pathOf(customerLinks.unsubscribe(1, '5', 'reminder')),
};

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly world?: CustomerWorld;
  readonly empty?: boolean;
  readonly body?: string;
}
const shots: readonly Shot[] = [
  { name: 'expiring', path: '/' },
  { name: 'expiring-en', path: '/?lang=en&group=30' },
  { name: 'expiring-empty', path: '/', empty: true },
  { name: 'messages', path: '/messages' },
  { name: 'messages-en', path: '/messages?lang=en' },
  { name: 'message', path: '/messages/77' },
  { name: 'not-found', path: '/nothing' },
  { name: 'renew-keeps', path: links.renew, world: new CustomerWorld(promised) },
  { name: 'renew-many-mx', path: links.all, world: new CustomerWorld(mexican) },
  { name: 'renew-lapsed-en', path: links.renew, world: new CustomerWorld(lapsed) },
  { name: 'renew-plain', path: links.renew, world: new CustomerWorld() },
  { name: 'renew-missing', path: links.renew, world: new CustomerWorld(promised), body: 'do=renew' },
  { name: 'thanks', path: links.renew, world: new CustomerWorld(requested) },
  { name: 'mute', path: links.mute, world: new CustomerWorld() },
  { name: 'not-mine', path: links.notMine, world: new CustomerWorld() },
  { name: 'unsubscribe', path: links.reminder, world: new CustomerWorld() },
  {
    name: 'unsubscribed',
    path: links.reminder,
    world: new CustomerWorld(customerFacts({ objections: ['reminder'] })),
  },
  { name: 'dead-en', path: '/r/nothing', world: new CustomerWorld() },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  for (const shot of shots.filter(({ name }) => name.includes(wanted))) await take(shot);
} finally {
  await browser.close();
}

async function take({ name, path, world, empty, body }: Shot): Promise<void> {
  const { deps } = appDeps(
    {
      rows: empty ? [] : rows,
      messages,
      message: shownMessage({ html: mail }),
      next: empty ? null : 'n1',
      sendingOn: !empty,
    },
    world ? { customer: world } : {},
  );
  const server = await listen(createApp(deps), { host: '127.0.0.1', port: 0 });
  try {
    for (const [width, height] of [
      [1280, 900],
      [390, 844],
    ] as const) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const locale = name.endsWith('-en') ? 'en-GB' : 'es-ES';
        const page = await browser.newPage({ viewport: { width, height }, colorScheme, locale });
        await page.goto(server.url + path);
        if (body) {
          await page.evaluate(
            "for (const input of document.querySelectorAll('input')) input.required = false",
          );
          await page.locator('form button').first().click();
        }
        await page.waitForLoadState('networkidle');
        await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
        await page.close();
      }
    }
  } finally {
    await server.close();
  }
}
