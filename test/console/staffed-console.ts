import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Access } from '../../src/access/access.ts';
import { addPerson } from '../../src/access/add-person.ts';
import { openAccess } from '../../src/access/open-access.ts';
import type { Rights } from '../../src/access/rights.ts';
import { consoleFiles } from '../../src/http/console-files.ts';
import { mountApi } from '../../src/http/mount-api.ts';
import { staticFiles } from '../../src/http/static-files.ts';
import { builtConsole } from '../console-build.ts';
import { testDatabase } from '../database.ts';
import { testSecrets } from '../notices/sending-deps.ts';
import { openDesk, type SendingDesk } from '../notices/sending-desk.ts';

export const password = 'faro-marejada-2026';

/** The built console behind its real door: people sign in, and what they may is what the server says. */
export class StaffedConsole {
  readonly desk: SendingDesk;
  readonly url: string;
  readonly #access: Access;
  readonly #close: () => Promise<void>;

  private constructor(parts: {
    desk: SendingDesk;
    url: string;
    access: Access;
    close: () => Promise<void>;
  }) {
    this.desk = parts.desk;
    this.url = parts.url;
    this.#access = parts.access;
    this.#close = parts.close;
  }

  static async open(at: string, options: Parameters<typeof openDesk>[2] = {}): Promise<StaffedConsole> {
    const database = await testDatabase();
    const desk = await openDesk(database.db, at, options);
    const app = new Hono();
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    const { db, now, email, sender } = desk.deps;
    const access = openAccess({
      ...{ db, now, email, sender },
      secrets: testSecrets,
      publicUrl: url,
      mailLeaves: true,
    });
    const partner = await desk.partner();
    const reportError = (error: unknown) => console.error(error);
    mountApi(app, {
      access: {
        ...{ access, reportError },
        isLocal: () => true,
        firstPartner: async () => partner.id,
        nameFirstPartner: async (name) => {
          await db.system.updateTable('partner').set({ name }).where('id', '=', partner.id).execute();
        },
        partnerName: async () => (await desk.partner()).name,
      },
      features: { sending: desk.deps, mail: desk.deps.mailSetup, reportError },
    });
    app.route('/', staticFiles());
    app.route('/', consoleFiles(await builtConsole()));
    const close = async () => {
      await new Promise((resolve) => void server.close(resolve));
      await desk.close();
      await database.close();
    };
    return new StaffedConsole({ desk, url, access, close });
  }

  /** Somebody with the good password, who reads what their browser asks for. */
  async person(name: string, email: string, rights: Partial<Rights>): Promise<void> {
    const { id } = await this.desk.partner();
    const all: Rights = { role: 'viewer', seesPrices: false, customers: null, ...rights };
    await addPerson(
      this.#access,
      id,
      { name, email, password, language: null, ...all },
      { person: null, via: 'command' },
    );
  }

  /** The link in the last letter to this address. */
  async linkTo(email: string): Promise<string> {
    const letters = await this.desk.mails();
    const found = letters.filter(({ to }) => JSON.stringify(to).includes(email)).at(-1);
    return /https?:\/\/\S+#token=\S+/.exec(found?.text ?? '')?.[0] ?? '';
  }

  close(): Promise<void> {
    return this.#close();
  }
}
