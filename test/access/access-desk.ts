import { Hono } from 'hono';
import { changeHeader } from '../../contract/access.ts';
import type { Access } from '../../src/access/access.ts';
import { addPerson } from '../../src/access/add-person.ts';
import type { Role } from '../../src/access/caller.ts';
import { openAccess } from '../../src/access/open-access.ts';
import type { PersonalLetter } from '../../src/access/personal-mail.ts';
import type { AccessApiDeps } from '../../src/http/api/access/access-routes.ts';
import { accessApi } from '../../src/http/api/access-api.ts';
import { type AccessEnv, accessMiddleware } from '../../src/http/api/access-middleware.ts';
import type { ApiDeps } from '../../src/http/api/api-context.ts';
import { createApi } from '../../src/http/api/create-api.ts';
import { answerProblem } from '../../src/http/api/problem.ts';
import { type TestDatabase, testDatabase } from '../database.ts';
import { sendingDeps } from '../notices/sending-deps.ts';

export const goodPassword = 'faro-marejada-2026';
export const secret = 'a secret of forty characters for testing';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers whose shape they state in the expectation
  readonly body: any;
}

/** A browser: keeps its cookies, says that it is our page, and has an address on the network. */
export class Visitor {
  readonly #desk: AccessDesk;
  readonly address: string;
  readonly cookies = new Map<string, string>();
  /** The lines with which cookies were set last. */
  setCookies: string[] = [];

  constructor(desk: AccessDesk, address: string) {
    this.#desk = desk;
    this.address = address;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask('GET', path, undefined, headers);
  }

  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask('POST', path, body, headers);
  }

  ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const own = method === 'GET' ? {} : { [changeHeader]: '1', 'sec-fetch-site': 'same-origin' };
    return this.raw(method, path, body, { ...own, ...headers });
  }

  /** With these headers and the cookies only. */
  async raw(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.#desk.app.request(
      `http://vigente.test${path}`,
      {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        headers: {
          host: 'vigente.test',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(cookie ? { cookie } : {}),
          ...headers,
        },
      },
      { incoming: { socket: { remoteAddress: this.address, remotePort: 1, remoteFamily: 'IPv4' } } },
    );
    this.setCookies = response.headers.getSetCookie();
    for (const line of this.setCookies) this.#keep(line);
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  /** A download as it comes. */
  async bytes(path: string): Promise<{ readonly status: number; readonly bytes: Buffer }> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { host: 'vigente.test', ...(cookie ? { cookie } : {}) };
    const response = await this.#desk.app.request(`http://vigente.test${path}`, { headers });
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  async signIn(email: string, password = goodPassword): Promise<this> {
    const answer = await this.post('/api/access/sign-in', { email, password });
    if (answer.status !== 200) throw new Error(`signing in answered ${answer.status}`);
    return this;
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const equals = pair.indexOf('=');
    const isGone = attributes.some((one) => /^max-age=0$/i.test(one));
    if (isGone) this.cookies.delete(pair.slice(0, equals));
    else this.cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
  }
}

/** The whole API behind its door, over a database of its own, with a clock that the test moves. */
export class AccessDesk {
  readonly database: TestDatabase;
  readonly access: Access;
  readonly app: Hono<AccessEnv>;
  readonly api: ApiDeps;
  readonly accessDeps: AccessApiDeps;
  readonly letters: PersonalLetter[] = [];
  readonly errors: unknown[] = [];
  isLocal = false;
  mail: 'submitted' | 'kept' | 'failed' = 'submitted';
  #ahead = Temporal.Duration.from({ seconds: 0 });
  #visitors = 0;

  constructor(database: TestDatabase, publicUrl: string) {
    this.database = database;
    const sending = sendingDeps({ db: database.db, now: () => this.now, smtpUrl: 'outbox:' });
    const opened = openAccess({
      db: database.db,
      now: () => this.now,
      secrets: [secret],
      publicUrl,
      email: sending.email,
      sender: sending.sender,
      mailLeaves: false,
    });
    this.access = {
      ...opened,
      mail: async (letter) => {
        if (this.mail === 'submitted') this.letters.push(letter);
        return this.mail;
      },
    };
    const reportError = (error: unknown) => this.errors.push(error);
    this.api = { sending, mail: sending.mailSetup, reportError };
    const partners = database.db.system;
    this.accessDeps = {
      access: this.access,
      isLocal: () => this.isLocal,
      firstPartner: async () => database.partner,
      nameFirstPartner: async (name) => {
        await partners.updateTable('partner').set({ name }).where('id', '=', database.partner).execute();
      },
      partnerName: async (id) =>
        (await partners.selectFrom('partner').select('name').where('id', '=', id).executeTakeFirstOrThrow())
          .name,
      reportError,
    };
    this.app = new Hono<AccessEnv>();
    this.app.onError((error, c) => answerProblem(c as never, error, reportError));
    this.app.use('/api/*', accessMiddleware(this.access));
    this.app.route('/', accessApi(this.accessDeps));
    this.app.route('/', createApi(this.api));
  }

  static async open(publicUrl = 'http://vigente.test'): Promise<AccessDesk> {
    return new AccessDesk(await testDatabase(), publicUrl);
  }

  get now(): Temporal.Instant {
    return Temporal.Now.instant().add(this.#ahead);
  }

  /** From now on it is so much later. */
  later(duration: Temporal.DurationLike): this {
    this.#ahead = this.#ahead.add(duration);
    return this;
  }

  visitor(address?: string): Visitor {
    this.#visitors++;
    return new Visitor(this, address ?? `203.0.113.${this.#visitors}`);
  }

  /** A person with the good password, and their id. */
  person(
    role: Role,
    email = `${role}@faro.example`,
    more: { partner?: number; seesPrices?: boolean; customers?: string[] | null } = {},
  ): Promise<string> {
    return addPerson(
      this.access,
      more.partner ?? this.database.partner,
      {
        ...{ email, name: `Una ${role}`, password: goodPassword, language: 'es', role },
        seesPrices: more.seesPrices ?? true,
        customers: more.customers ?? null,
      },
      { person: null, via: 'command' },
    );
  }

  /** The token of the last letter's link. */
  lastToken(): string {
    return /#token=([\w.-]+)/.exec(this.letters.at(-1)?.text ?? '')?.[1] ?? '';
  }

  close(): Promise<void> {
    return this.database.close();
  }
}
