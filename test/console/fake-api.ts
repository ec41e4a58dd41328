import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { AuditPage, Me, People } from '../../contract/access.ts';
import type { Dashboard } from '../../contract/dashboard.ts';
import { consoleFiles } from '../../src/http/console-files.ts';
import { builtConsole } from '../console-build.ts';

/** The built console over answers of our own: for what a page does when the server says this or that. */
export interface FakeApi {
  readonly url: string;
  /** What was asked for, `POST /api/undo/t1`. */
  readonly asked: string[];
  /** Answers of this test, before those that every page needs. */
  readonly api: Hono;
  close(): Promise<void>;
}

export const me: Me = {
  person: {
    id: 'p1',
    name: 'Marta Ibáñez',
    email: 'marta@farocertificados.example',
    language: null,
    theme: null,
    timeZone: 'Europe/Madrid',
    twoFactor: false,
  },
  partner: { slug: 'faro', name: 'Faro Certificados' },
  partners: [{ slug: 'faro', name: 'Faro Certificados' }],
  role: 'administrator',
  permissions: [
    'dashboard:read',
    'expiring:read',
    'orders:read',
    'customers:read',
    'messages:read',
    'imports:read',
    'imports:apply',
    'renewed:read',
    'search:use',
    'people:read',
    'people:manage',
    'keys:manage',
    'audit:read',
  ],
  seesPrices: true,
  customers: null,
};

function figure(count: number, list: string) {
  return { count, list };
}

function euros(minor: string, outcome: string) {
  return { minor, currency: 'EUR', ...figure(12, `/orders?outcome=${outcome}&currency=EUR`) };
}

function quarter(from: string, until: string, { ended, renewed }: { ended: number; renewed: number }) {
  const list = `/orders?status=issued&endsFrom=${from}&endsUntil=${until}`;
  return { from, until, ended, renewed, rate: renewed / ended, list, renewedList: `${list}&renewed=renewed` };
}

export const dashboard: Dashboard = {
  asOf: '2026-11-23T09:12:00Z',
  today: '2026-11-23',
  breaking: {
    ...figure(9, '/expiring?group=7'),
    rows: [
      {
        order: '11',
        number: '1480311207',
        commonName: 'tienda.panaderia-galindo.example',
        customer: 'Panadería Galindo S.L.',
        owner: 'Marta Ibáñez',
        endsOn: '2026-11-23',
        endsAt: '2026-11-24T00:00:00Z',
        hoursLeft: 14.8,
        kind: 'coverage',
        told: true,
      },
      {
        order: '12',
        number: '1480311208',
        commonName: 'correo.hospital-universitario-virgen-del-rosario.example',
        customer: 'Hospital Universitario Virgen del Rosario',
        owner: null,
        endsOn: '2026-11-24',
        endsAt: '2026-11-25T00:00:00Z',
        hoursLeft: 38.8,
        kind: 'certificate',
        told: false,
      },
    ],
  },
  sending: {
    on: true,
    waiting: figure(142, '/messages?state=planned'),
    submittedToday: figure(318, '/messages?state=submitted'),
    decidedToday: figure(57, '/expiring'),
    held: [{ at: '2026-11-23T08:00:00Z', messages: 1240 }],
  },
  runs: {
    lastPass: '2026-11-23T09:10:00Z',
    workerBeat: '2026-11-23T09:12:00Z',
    workerAlive: true,
    lastImport: { id: '7', file: 'cartera-noviembre.xlsx', at: '2026-11-22T17:40:00Z', list: '/imports/7' },
    importsThisMonth: figure(3, '/imports'),
  },
  moneyThisMonth: {
    from: '2026-11-01',
    until: '2026-11-30',
    list: '/orders?ends=2026-11',
    currencies: [
      {
        currency: 'EUR',
        renewed: euros('4128000', 'renewed'),
        promised: euros('960000', 'promised'),
        silent: euros('1840050', 'silent'),
        lost: euros('312000', 'lost'),
      },
    ],
  },
  noContact: figure(4, '/customers?contact=none'),
  perhapsRenewed: figure(12, '/perhaps-renewed'),
  failed: figure(2, '/messages?state=failed'),
  uncertain: figure(0, '/messages?state=uncertain'),
  bounced: figure(6, '/messages?state=bounced'),
  requests: figure(3, '/requests'),
  overdueRequests: figure(1, '/requests?due=overdue'),
  due: {
    lapsed: figure(11, '/expiring?group=lapsed'),
    7: figure(28, '/expiring?group=7'),
    30: figure(173, '/expiring?group=30'),
    60: figure(246, '/expiring?group=60'),
    90: figure(1204, '/expiring?group=90'),
  },
  renewalRate: {
    thisQuarter: quarter('2026-10-01', '2026-11-22', { ended: 412, renewed: 331 }),
    lastQuarter: quarter('2026-07-01', '2026-09-30', { ended: 640, renewed: 486 }),
  },
};

const rights = { role: 'sales', seesPrices: false, customers: null, limitedTo: null } as const;

const people: People = {
  members: [
    {
      ...rights,
      role: 'administrator',
      seesPrices: true,
      id: 'p1',
      name: 'Marta Ibáñez',
      email: 'marta@farocertificados.example',
      twoFactor: true,
      joinedAt: '2026-01-10T09:00:00Z',
      disabledAt: null,
      lastUsedAt: '2026-11-23T09:00:00Z',
      isSelf: true,
      etag: '"a"',
    },
    {
      ...rights,
      id: 'p2',
      name: 'Luis Ferrer',
      email: 'luis@farocertificados.example',
      twoFactor: false,
      joinedAt: '2026-02-01T09:00:00Z',
      disabledAt: null,
      lastUsedAt: '2026-11-20T09:00:00Z',
      isSelf: false,
      etag: '"b"',
    },
  ],
  invitations: [],
};

export function auditPage(first: number, rows: number): AuditPage {
  return {
    rows: Array.from({ length: rows }, (_, at) => ({
      id: String(100_000 - first - at),
      at: '2026-11-23T08:00:00Z',
      person: { id: 'p2', name: 'Luis Ferrer' },
      operator: null,
      via: 'session' as const,
      action: 'notices:switch',
      subject: { kind: 'order', id: String(first + at), label: `Pedido ${first + at}` },
      before: { on: true },
      after: { on: false },
    })),
    next: first + rows < 100_000 ? String(first + rows) : null,
  };
}

export async function startFakeApi(prepare: (api: Hono) => void = () => {}): Promise<FakeApi> {
  const asked: string[] = [];
  const api = new Hono();
  api.use('/api/*', async (c, next) => {
    asked.push(`${c.req.method} ${c.req.path}`);
    await next();
  });
  prepare(api);
  api.get('/api/access/state', (c) => c.json({ state: 'signed-out', mayBegin: false }));
  api.get('/api/access/me', (c) => c.json(me));
  api.get('/api/dashboard', (c) => c.json(dashboard));
  api.get('/api/access/people', (c) => c.json(people));
  api.get('/api/access/people/:id', (c) => c.json(people.members[1], 200, { etag: '"b"' }));
  api.get('/api/access/sessions', (c) => c.json({ rows: [] }));
  api.get('/api/access/keys', (c) => c.json({ rows: [], scopes: ['orders:read', 'expiring:read'] }));
  api.get('/api/access/audit', (c) => c.json(auditPage(Number(c.req.query('after') ?? 0), 50)));
  api.get('/api/search', (c) =>
    c.json({
      hits: [{ kind: 'customer', id: '5', title: 'Panadería Galindo S.L.', detail: 'C-1042 · Marta Ibáñez' }],
    }),
  );
  api.all('/api/*', (c) => problem(c.req.path, 404));
  api.route('/', consoleFiles(await builtConsole()));
  const server = serve({ fetch: api.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    api,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

/** A problem document (RFC 9457). */
export function problem(detail: string, status: number): Response {
  const document = { type: 'about:blank', title: String(status), status, kind: 'fake', detail };
  return new Response(JSON.stringify(document), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
}
