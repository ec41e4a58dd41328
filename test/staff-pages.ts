import type { AppDeps } from '../src/http/deps.ts';
import {
  type ExpiringGroup,
  type ExpiringRow,
  expiringGroups,
  type MessageRow,
  type ShownMessage,
} from '../src/http/staff-facts.ts';
import { Fault } from '../src/kernel/fault.ts';
import { CustomerWorld } from './customer-pages.ts';

const today = Temporal.PlainDate.from('2026-11-23');

export function expiringRow(daysLeft: number, change: Partial<ExpiringRow> = {}): ExpiringRow {
  const end = today.add({ days: daysLeft });
  const group: ExpiringGroup =
    daysLeft < 0 ? 'lapsed' : daysLeft <= 7 ? '7' : daysLeft <= 30 ? '30' : daysLeft <= 60 ? '60' : '90';
  return {
    order: String(5_000 + daysLeft),
    number: String(1_480_311_207 + daysLeft * 811),
    commonName: 'tienda.panaderia-galindo.example',
    moreNames: 0,
    group,
    endsOn: end.toString(),
    endsAt: end.add({ days: 1 }).toZonedDateTime('UTC').toInstant(),
    daysLeft,
    shareLeft: Math.max(daysLeft, 0) / 365,
    product: 'Secure Site OV',
    authority: 'DigiCert',
    customer: 'Panadería Galindo S.L.',
    holder: null,
    noticesOn: true,
    lastNotice: null,
    why: null,
    ...change,
  };
}

export function messageRow(id: string, change: Partial<MessageRow> = {}): MessageRow {
  return {
    id,
    state: 'submitted',
    address: 'lucia.galindo@panaderia-galindo.example',
    contactName: 'Lucía Galindo',
    customerName: 'Panadería Galindo S.L.',
    subject: 'tienda.panaderia-galindo.example: su certificado SSL caduca el 24 dic 2026',
    stage: 30,
    orders: 1,
    plannedAt: Temporal.Instant.from('2026-11-23T09:00:00Z'),
    finishedAt: Temporal.Instant.from('2026-11-23T09:00:04Z'),
    ...change,
  };
}

const source = [
  'From: Faro Certificados <renovaciones@farocertificados.example>',
  'To: =?UTF-8?Q?Luc=C3=ADa_Galindo?= <lucia.galindo@panaderia-galindo.example>',
  'Subject: =?UTF-8?B?UGFuYWRlcsOtYTogc3UgY2VydGlmaWNhZG8gU1NM?=',
  ' =?UTF-8?B?IGNhZHVjYSBlbiAzMSBkw61hcw==?=',
  'Date: Mon, 23 Nov 2026 09:00:00 +0000',
  'Message-ID: <1-77@avisos.faro.example>',
  'List-Unsubscribe: <https://avisos.faro.example/u/1-u-1-77-reminder-x>',
  'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  'X-Internal: hidden',
  '',
  'Buenos días:',
  '',
].join('\r\n');

export const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export function shownMessage(change: Partial<ShownMessage> = {}): ShownMessage {
  return {
    id: '77',
    state: 'submitted',
    asSubmitted: true,
    to: { name: 'Lucía Galindo', address: 'lucia.galindo@panaderia-galindo.example' },
    subject: 'Panadería: su certificado SSL caduca en 31 días',
    stage: 30,
    purpose: 'reminder',
    plannedAt: Temporal.Instant.from('2026-11-23T09:00:00Z'),
    html: '<!doctype html><style>p{color:red}</style><p style="margin:0">Buenos días</p><img src="cid:ring@vigente"><img src="https://elsewhere.example/pixel.png"><script>alert(1)</script>',
    text: 'Buenos días, Lucía Galindo:\n\nEl certificado SSL de tienda.panaderia-galindo.example caduca el 24 de diciembre.',
    pictures: [{ cid: 'ring@vigente', type: 'image/png', bytes: onePixel }],
    bytes: Buffer.from(source),
    deliveries: [
      { orderNumber: '1480313964', clock: 'coverage', stage: 30, droppedBy: null },
      {
        orderNumber: '1480400811',
        clock: 'certificate',
        stage: 14,
        droppedBy: 'renovado por el pedido 1480500001',
      },
    ],
    events: [
      { at: Temporal.Instant.from('2026-11-23T09:00:02Z'), words: 'Primer intento' },
      { at: Temporal.Instant.from('2026-11-23T09:00:04Z'), words: 'Aceptado por el servidor: 250 2.0.0 OK' },
    ],
    ...change,
  };
}

export interface FakeStaff {
  readonly rows?: readonly ExpiringRow[];
  readonly messages?: readonly MessageRow[];
  readonly message?: ShownMessage;
  readonly next?: string | null;
  readonly sendingOn?: boolean;
}

/** The app's dependencies over rows in memory; `asked` keeps every query. */
export function appDeps(fake: FakeStaff = {}, change: Partial<AppDeps> = {}) {
  const asked: unknown[] = [];
  const reported: unknown[] = [];
  const rows = fake.rows ?? [];
  const deps: AppDeps = {
    exposure: { host: '127.0.0.1', publicUrl: 'http://127.0.0.1:4100', unprotectedPages: false },
    staff: {
      account: async () => ({
        name: 'Faro Certificados',
        timeZone: 'Europe/Madrid',
        sendingOn: fake.sendingOn ?? true,
      }),
      expiringPage: async (query) => {
        asked.push(query);
        const counts = Object.fromEntries(
          expiringGroups.map((group) => [group, rows.filter((row) => row.group === group).length]),
        ) as Record<ExpiringGroup, number>;
        const shown = rows.filter((row) => query.group === undefined || row.group === query.group);
        return { counts, rows: shown, next: fake.next ?? null };
      },
      listMessages: async (query) => {
        asked.push(query);
        return { rows: fake.messages ?? [], next: fake.next ?? null };
      },
      message: async (id) => {
        asked.push(id);
        if (fake.message?.id === id) return fake.message;
        throw new Fault('not-found', `there is no message ${id}`);
      },
    },
    customer: new CustomerWorld(),
    checkReady: async () => {},
    reportError: (error) => reported.push(error),
    ...change,
  };
  return { deps, asked, reported };
}
