import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAllowed } from '../../src/access/authorise.ts';
import { type Role, roles } from '../../src/access/caller.ts';
import { isPermission, type Permission } from '../../src/access/permissions.ts';
import { isPublicRoute } from '../../src/http/api/access/public-routes.ts';
import { accessApi } from '../../src/http/api/access-api.ts';
import type { ApiRoutes } from '../../src/http/api/api-context.ts';
import { createApiReference } from '../../src/http/api/create-api.ts';
import { callerOf } from '../api-desk.ts';
import { AccessDesk, type Visitor } from './access-desk.ts';
import { importLines } from './import-lines.ts';

interface Route {
  readonly method: string;
  readonly path: string;
  readonly permission: string;
  readonly parameters: readonly Parameter[];
}

interface Parameter {
  readonly name: string;
  readonly in: string;
}

// The description is what the routes themselves declare: a new route is walked as soon as it is there.
const desk = await AccessDesk.open();
const routes = await describedRoutes();
const visitors = new Map<Role, Visitor>();
let foreign: Visitor;
let limitedVisitor: Visitor | undefined;

beforeAll(async () => {
  await importLines(desk, [
    { number: 'VG-1', ends: '2026-12-01' },
    { number: 'VG-2', ends: '2026-12-20' },
  ]);
  for (const role of roles) {
    await desk.person(role);
    visitors.set(role, await desk.visitor().signIn(`${role}@faro.example`));
  }
  const partner = await desk.database.addPartner('foreign');
  await desk.person('administrator', 'admin@foreign.example', { partner });
  foreign = await desk.visitor().signIn('admin@foreign.example');
});
afterAll(() => desk.close());

async function describedRoutes(): Promise<Route[]> {
  const access = accessApi(desk.accessDeps) as unknown as ApiRoutes;
  const answer = await createApiReference(desk.api, [access]).request('/api/openapi.json');
  const document = (await answer.json()) as {
    paths: Record<string, Record<string, { 'x-permission'?: string; parameters?: Parameter[] }>>;
  };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      permission: operation['x-permission'] ?? '',
      parameters: operation.parameters ?? [],
    })),
  );
}

/** Places of an address that name no row, and what may stand there. */
const wordsOfPlaces: Readonly<Record<string, string>> = {
  day: '2026-12-01',
  part: 'sending',
  page: 'orders',
};

/** An address of the route with ids that fit; `id` says what rows are called, else it is a number nobody has. */
function addressOf(route: Route, id = '999999999'): string {
  return route.path.replace(/\{([^}]+)\}/g, (_, place: string) => wordsOfPlaces[place] ?? id);
}

const namesRow = ({ path }: Route) =>
  [...path.matchAll(/\{([^}]+)\}/g)].some(([, place]) => !(place! in wordsOfPlaces));

/** Nothing in it: what is refused for its caller is refused before anybody reads it. */
function ask(visitor: Visitor, route: Route, address = addressOf(route)) {
  const body = route.method === 'GET' || route.method === 'DELETE' ? undefined : {};
  const headers = { 'if-match': '*', 'idempotency-key': crypto.randomUUID() };
  return visitor.ask(route.method, address, body, headers);
}

const isOpen = (route: Route) => ['public', 'signed-in', 'own-account'].includes(route.permission);
const name = ({ method, path, permission }: Route) => `${method} ${path} (${permission})`;
/** They would end the session that the other tests use. */
const endsSession = (route: Route) => route.method === 'DELETE' && route.path === '/api/access/sessions';

test('there are routes to walk', () => {
  expect(routes.length).toBeGreaterThan(20);
  expect(routes.map((route) => route.path)).toEqual(
    expect.arrayContaining(['/api/expiring', '/api/access/people']),
  );
});

test.each(routes.map((route) => [name(route), route] as const))(
  '%s names a permission that a policy knows',
  (_, route) => {
    expect(isOpen(route) || isPermission(route.permission), `x-permission of ${route.path}`).toBe(true);
    expect(isPublicRoute(route.method, route.path)).toBe(route.permission === 'public');
  },
);

test('no route lets a change come in with GET', () => {
  const change = /:(change|manage|apply|undo|send|release|switch|answer|write|assign)$/;
  expect(routes.filter((route) => route.method === 'GET' && change.test(route.permission)).map(name)).toEqual(
    [],
  );
});

describe('without signing in', () => {
  test.each(
    routes.filter((route) => route.permission !== 'public').map((route) => [name(route), route] as const),
  )('%s answers 401', async (_, route) => {
    expect((await ask(desk.visitor(), route)).status).toBe(401);
  });
});

for (const role of roles) {
  describe(`as ${role}`, () => {
    const rated = routes.filter((route) => !isOpen(route));
    const caller = { ...callerOf(1), role };
    const may = (route: Route) => isAllowed(caller, route.permission as Permission);

    test.each(rated.filter((route) => !may(route)).map((route) => [name(route), route] as const))(
      '%s answers 403',
      async (_, route) => {
        expect((await ask(visitors.get(role)!, route)).status).toBe(403);
      },
    );

    test.each(rated.filter(may).map((route) => [name(route), route] as const))(
      '%s is not refused',
      async (_, route) => {
        const { status } = await ask(visitors.get(role)!, route);
        expect([401, 403]).not.toContain(status);
        expect(status).toBeLessThan(500);
      },
    );
  });
}

describe('with an API key without the scope', () => {
  test.each(
    routes
      .filter((route) => !['public', 'signed-in'].includes(route.permission))
      .map((route) => [name(route), route] as const),
  )('%s answers 403', async (_, route) => {
    const scopes = [route.permission === 'search:use' ? 'dashboard:read' : 'search:use'];
    const made = await visitors.get('administrator')!.post('/api/access/keys', { name: 'walk', scopes });
    const body = route.method === 'GET' || route.method === 'DELETE' ? undefined : {};
    const headers = { authorization: `Bearer ${made.body.key}`, 'if-match': '*' };
    expect((await desk.visitor().raw(route.method, addressOf(route), body, headers)).status).toBe(403);
  });
});

describe('as administrator of another partner', () => {
  const withId = routes.filter((route) => !isOpen(route) && namesRow(route));

  test.each(withId.map((route) => [name(route), route] as const))(
    '%s finds nothing of ours',
    async (_, route) => {
      for (const id of await idsFor(route)) {
        const { status, body } = await ask(foreign, route, addressOf(route, id));
        expect(
          [400, 403, 404],
          `${route.path} with ${id} answered ${status}: ${JSON.stringify(body).slice(0, 300)}`,
        ).toContain(status);
        if (route.method === 'GET') expect([403, 404]).toContain(status);
      }
    },
  );

  test.each(
    routes
      .filter((route) => route.method === 'GET' && !isOpen(route) && !namesRow(route))
      .map((route) => [name(route), route] as const),
  )('%s shows nothing of ours', async (_, route) => {
    const { body } = await ask(foreign, route);
    expect(JSON.stringify(body)).not.toMatch(/VG-\d|faro\.example/);
  });

  test.each(routes.filter((route) => !isOpen(route)).map((route) => [name(route), route] as const))(
    '%s cannot be asked in our name',
    async (_, route) => {
      const answer = await foreign.ask(
        route.method,
        addressOf(route),
        route.method === 'GET' ? undefined : {},
        {
          'x-partner': 'first',
          'if-match': '*',
        },
      );
      expect(answer.status).toBe(403);
    },
  );
});

describe('as a person who is limited to another customer', () => {
  const limited = { ...callerOf(1), role: 'renewals-manager' as const };
  const may = routes.filter((route) => !isOpen(route) && isAllowed(limited, route.permission as Permission));
  const visitor = async () => {
    const email = 'limited@faro.example';
    if (!limitedVisitor) {
      await desk.person('renewals-manager', email, { customers: ['999999998'] });
      limitedVisitor = await desk.visitor().signIn(email);
    }
    return limitedVisitor;
  };

  test.each(
    may
      .filter((route) => route.method === 'GET' && !namesRow(route))
      .map((route) => [name(route), route] as const),
  )('%s shows nothing of the others', async (_, route) => {
    const { status, body } = await ask(await visitor(), route);
    expect(status).toBeLessThan(500);
    expect(JSON.stringify(body)).not.toMatch(/VG-\d/);
  });

  test.each(
    may
      .filter((route) => /\/(orders|customers|contacts)\/\{/.test(route.path))
      .map((route) => [name(route), route] as const),
  )('%s finds nothing of the others', async (_, route) => {
    for (const id of ['1', '2']) {
      const { status } = await ask(await visitor(), route, addressOf(route, id));
      expect([400, 403, 404]).toContain(status);
    }
  });
});

describe('a page of another site', () => {
  test.each(
    routes
      .filter((route) => route.method !== 'GET' && !endsSession(route))
      .map((route) => [name(route), route] as const),
  )('%s answers 403', async (_, route) => {
    const visitor = visitors.get('administrator')!;
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' };
    expect((await visitor.raw(route.method, addressOf(route), {}, headers)).status).toBe(403);
  });
});

/** Ids of rows that are ours: of orders, customers and whatever else has small numbers, and of our people. */
async function idsFor(route: Route): Promise<string[]> {
  if (route.path.startsWith('/api/plan/touches/')) return ['1.3.email.2026-12-01', '2.7.email.2026-12-20'];
  if (!route.path.includes('{person}')) return ['1', '2'];
  const { members } = (await visitors.get('administrator')!.get('/api/access/people')).body;
  return members.slice(0, 2).map((member: { id: string }) => member.id);
}
