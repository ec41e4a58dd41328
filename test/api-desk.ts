import { Readable } from 'node:stream';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Caller } from '../src/access/caller.ts';
import type { ApiDeps, ApiEnv } from '../src/http/api/api-context.ts';
import { createApi } from '../src/http/api/create-api.ts';
import { newRoutes } from '../src/http/api/new-routes.ts';
import { importInventory } from '../src/inventory/import-inventory.ts';
import { readInventory } from '../src/inventory/reading/read-inventory.ts';
import type { PartnerTransaction } from '../src/storage/database.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { inventoryFile, type OrderLine } from './notices/order-line.ts';
import { sendingDeps } from './notices/sending-deps.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers whose shape they state in the expectation
export type Loose = any;

export interface ApiAnswer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** The API over a database of its own, with a caller that the test says instead of a sign-in. */
export class ApiDesk {
  readonly database: TestDatabase;
  readonly deps: ApiDeps;
  readonly app: OpenAPIHono<ApiEnv>;
  caller: Caller;
  #now: Temporal.Instant;

  constructor(database: TestDatabase, at: string) {
    this.database = database;
    this.#now = Temporal.Instant.from(at);
    const sending = sendingDeps({ db: database.db, now: () => this.#now, smtpUrl: 'outbox:' });
    this.deps = {
      sending,
      mail: sending.mailSetup,
      reportError: (error) => console.error(error),
    };
    this.caller = callerOf(database.partner);
    this.app = newRoutes();
    this.app.use('*', async (c, next) => {
      c.set('caller', this.caller);
      c.set('language', 'en');
      await next();
    });
    this.app.route('/', createApi(this.deps));
  }

  static async open(at = '2026-11-23T10:00:00Z'): Promise<ApiDesk> {
    return new ApiDesk(await testDatabase(), at);
  }

  as(some: Partial<Caller>): this {
    this.caller = { ...callerOf(this.database.partner), ...some };
    return this;
  }

  at(instant: string): this {
    this.#now = Temporal.Instant.from(instant);
    return this;
  }

  get now(): Temporal.Instant {
    return this.#now;
  }

  async import(lines: readonly OrderLine[]): Promise<string> {
    const reading = await readInventory({ from: Readable.from([inventoryFile(lines)]), name: 'cartera.csv' });
    const scope = this.database.db.forPartner(this.database.partner);
    const outcome = await importInventory(
      scope,
      reading,
      { now: () => this.#now },
      { decide: async () => true },
    );
    if (outcome.kind !== 'applied') throw new Error('the test’s file was not taken');
    return outcome.id;
  }

  inside<T>(work: (tx: PartnerTransaction) => Promise<T>): Promise<T> {
    return this.database.db.forPartner(this.database.partner).transaction(work);
  }

  async get<T = Loose>(path: string, headers: Record<string, string> = {}): Promise<ApiAnswer<T>> {
    return answerOf(await this.app.request(path, { headers }));
  }

  async send<T = Loose>(
    method: 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer<T>> {
    const request = body === undefined ? {} : { body: JSON.stringify(body) };
    return answerOf(
      await this.app.request(path, {
        method,
        ...request,
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      }),
    );
  }

  close(): Promise<void> {
    return this.database.close();
  }
}

export function callerOf(partner: number): Caller {
  return {
    partner,
    person: 'p1',
    name: 'Marta',
    role: 'administrator',
    seesPrices: true,
    customers: null,
    via: 'session',
    scopes: [],
  };
}

async function answerOf<T>(response: Response): Promise<ApiAnswer<T>> {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson ? JSON.parse(text) : text) as T,
  };
}
