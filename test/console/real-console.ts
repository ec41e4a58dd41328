import { serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import type { Me } from '../../contract/access.ts';
import { permissionsOf } from '../../src/access/authorise.ts';
import type { Caller } from '../../src/access/caller.ts';
import { createApi } from '../../src/http/api/create-api.ts';
import { newRoutes } from '../../src/http/api/new-routes.ts';
import { consoleFiles } from '../../src/http/console-files.ts';
import { customerVerbs } from '../../src/http/customer-verbs.ts';
import type { Language } from '../../src/kernel/locale.ts';
import { customerRoutes } from '../../src/renewals/routes.ts';
import { callerOf } from '../api-desk.ts';
import { builtConsole } from '../console-build.ts';
import { type TestDatabase, testDatabase } from '../database.ts';
import { testSecrets } from '../notices/sending-deps.ts';
import { openDesk, type SendingDesk } from '../notices/sending-desk.ts';

export interface VisitOptions {
  readonly language?: Language;
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

/** The built console over the real API, ledger and mail server; who is signed in is said by the test. */
export class RealConsole {
  readonly desk: SendingDesk;
  readonly url: string;
  /** What the browser's console or an unanswered promise complained about. */
  readonly complaints: string[] = [];
  readonly #close: () => Promise<void>;
  #role: Caller['role'] = 'administrator';
  #language: Language = 'es';

  private constructor(desk: SendingDesk, url: string, close: () => Promise<void>) {
    this.desk = desk;
    this.url = url;
    this.#close = close;
  }

  static async open(at: string): Promise<RealConsole> {
    const database: TestDatabase = await testDatabase();
    const desk = await openDesk(database.db, at);
    const app = newRoutes();
    const partner = await desk.partner();
    let console_: RealConsole | undefined;
    const caller = (): Caller => ({ ...callerOf(partner.id), role: console_?.role ?? 'administrator' });
    app.use('/api/*', async (c, next) => {
      c.set('caller', caller());
      c.set('language', console_?.language ?? 'es');
      await next();
    });
    app.get('/api/access/state', (c) => c.json({ state: 'signed-in', mayBegin: false }));
    app.get('/api/access/me', (c) => c.json(meOf(caller(), console_?.language ?? 'es')));
    const reportError = (error: unknown) => console.error(error);
    app.route('/', createApi({ sending: desk.deps, mail: desk.deps.mailSetup, reportError }));
    app.route('/', consoleFiles(await builtConsole()));
    // What a customer's link opens, at the same address.
    app.route('/', customerRoutes(customerVerbs(desk.deps, testSecrets), reportError));
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    console_ = new RealConsole(desk, `http://127.0.0.1:${port}`, async () => {
      await new Promise((resolve) => void server.close(resolve));
      await desk.close();
      await database.close();
    });
    return console_;
  }

  get role(): Caller['role'] {
    return this.#role;
  }

  get language(): Language {
    return this.#language;
  }

  as(role: Caller['role']): this {
    this.#role = role;
    return this;
  }

  /** Opens a page where the clock stands as on the desk. */
  async visit(browser: Browser, path: string, options: VisitOptions = {}): Promise<Page> {
    const { language = 'es', theme = 'light', width = 1280, height = 900 } = options;
    this.#language = language;
    const context = await browser.newContext({
      viewport: { width, height },
      locale: language === 'es' ? 'es-ES' : 'en-GB',
      timezoneId: 'Europe/Madrid',
      colorScheme: theme,
      reducedMotion: 'reduce',
      hasTouch: width < 600,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    await page.clock.setFixedTime(this.desk.now.toString());
    await page.goto(`${this.url}${path}`);
    return page;
  }

  close(): Promise<void> {
    return this.#close();
  }
}

function meOf(caller: Caller, language: Language): Me {
  const partner = { slug: 'norte', name: 'Certificados del Norte' };
  return {
    person: {
      id: caller.person,
      name: caller.name,
      email: 'marta@norte.example',
      language,
      theme: null,
      timeZone: 'Europe/Madrid',
      twoFactor: false,
    },
    partner,
    partners: [partner],
    role: caller.role,
    permissions: permissionsOf(caller),
    seesPrices: caller.seesPrices,
    customers: null,
  };
}
