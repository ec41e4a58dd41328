import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { demoInventory } from '../demo/demo-inventory.ts';
import { demoPartner } from '../demo/demo-partner.ts';
import { demoPassword, demoPeople } from '../demo/demo-people.ts';
import { demoRequests } from '../demo/demo-requests.ts';
import { lastWorkingMorning } from '../demo/last-working-morning.ts';
import { startReceivingServer } from '../demo/receiving-server.ts';
import { listen } from '../http/listen.ts';
import { type ImportOutcome, importInventory } from '../inventory/import-inventory.ts';
import { readInventory } from '../inventory/reading/read-inventory.ts';
import { fixedNow, type Now } from '../kernel/now.ts';
import { runTick, type TickReport } from '../notices/run-tick.ts';
import { startWorker } from '../notices/worker.ts';
import { everyPartner } from '../partners/every-partner.ts';
import type { Partner } from '../partners/partner.ts';
import { setUpPartner } from '../partners/set-up-partner.ts';
import { switchSending } from '../partners/switch-sending.ts';
import { readArguments } from './arguments.ts';
import type { Command, CommandIo } from './command.ts';
import type { Context } from './context.ts';
import { demoWords } from './demo-words.ts';
import { appOver, keepSending } from './serve.ts';
import { logTo } from './service-log.ts';
import { tickWords } from './tick.ts';

export const demoCommand: Command<Context> = {
  name: 'demo',
  summary: {
    en: 'the whole of it on an invented inventory, on this machine only',
    es: 'todo el recorrido con una cartera inventada, solo en este equipo',
  },
  usage: { en: demoWords.en.usage, es: demoWords.es.usage },
  async run(args, io, context) {
    const { values } = readArguments(
      args,
      { once: { type: 'boolean', default: false }, fresh: { type: 'boolean', default: false } },
      { positionals: 0, language: io.language },
    );
    const say = (line: string) => io.stdout.write(`${line}\n`);
    const words = demoWords[io.language];
    say(words.title);
    const began = performance.now();
    const built = await context();
    say(words.database(seconds(began)));
    const now = lastWorkingMorning(built.now());
    const receiving = await startReceivingServer();
    try {
      const slug = await demoSlug(built, values.fresh);
      const web = await openPort(built);
      try {
        const there = built.with({ smtpUrl: receiving.url, publicUrl: web.url, now: fixedNow(now) });
        const partner = await setUpPartner(there.db, { ...demoPartner, slug });
        await importDemo(there, partner, say, io);
        await switchSending(there.db, slug, true, there.now());
        const people = await demoPeople(there.access, partner.id, slug);
        const report = await tickAsDemo(there, slug, io);
        await demoRequests(there.db.forPartner(partner.id), there.now());
        say(words.ran(now, partner.settings.defaultTimeZone));
        io.stdout.write(tickWords(report, io.language));
        say(words.received(receiving.received().messages));
        if (values.once || io.signal.aborted) return 0;
        const living = await goOn(there, { io, slug, now: built.now, web });
        say(words.signIn(people, demoPassword));
        say(words.open(web.url));
        await untilStopped(io.signal);
        await living.ended;
        say(words.bye);
        return 0;
      } finally {
        await web.close();
      }
    } finally {
      await receiving.stop();
    }
  },
};

/** The demo goes on where it was; starting over is a new partner beside the old one, so that nothing is deleted. */
async function demoSlug({ db }: Context, fresh: boolean): Promise<string> {
  const known = (await everyPartner(db))
    .map((partner) => /^demo(?:-(\d+))?$/.exec(partner.slug))
    .flatMap((match) => (match ? [Number(match[1] ?? 1)] : []));
  const latest = Math.max(0, ...known);
  const number = fresh || latest === 0 ? latest + 1 : latest;
  return number === 1 ? 'demo' : `demo-${number}`;
}

interface OpenPort {
  readonly url: string;
  /** What answers from now on. */
  serve(app: Hono): void;
  close(): Promise<void>;
}

/** The port is open before anything is sent, because messages carry its address; the pages come when they know it. */
async function openPort({ settings }: Context): Promise<OpenPort> {
  let app: Hono | undefined;
  const door = new Hono().all('*', (c) => app?.fetch(c.req.raw) ?? c.text('…', 503));
  const { url, close } = await listen(door, { host: settings.host, port: settings.port, stepOver: true });
  const serve = (next: Hono): void => {
    app = next;
  };
  return { url, serve, close };
}

interface Living {
  readonly io: CommandIo;
  readonly slug: string;
  readonly now: Now;
  readonly web: OpenPort;
}

/** Pages and sender from here on, in the time of everybody who looks: what waits for a moment leaves when it comes. */
async function goOn(there: Context, { io, slug, now, web }: Living): Promise<{ ended: Promise<void> }> {
  const { logLevel } = there.settings;
  const log = logTo(io.stderr, logLevel === 'info' ? 'warn' : logLevel);
  const living = there.at(now);
  web.serve(await appOver(() => living, log, slug));
  return { ended: keepSending(living, log, io.signal) };
}

/** The file is written once and read again ever after: a later demo goes on with the same inventory. */
async function inventoryFile(built: Context, slug: string): Promise<string> {
  const folder = join(built.settings.dataFolder, 'demo-files');
  const path = join(folder, `${slug}.csv`);
  if (!existsSync(path)) {
    const today = built.now().toZonedDateTimeISO('Europe/Madrid').toPlainDate();
    await mkdir(folder, { recursive: true });
    await writeFile(path, demoInventory({ today, seed: 1 }).bytes);
  }
  return path;
}

async function importDemo(
  there: Context,
  partner: Partner,
  say: (line: string) => void,
  io: CommandIo,
): Promise<void> {
  const words = demoWords[io.language];
  const path = await inventoryFile(there, partner.slug);
  const size = (await readFile(path)).length;
  say(words.file(path, size));
  const reading = await readInventory({ from: path, name: `${partner.slug}.csv` }, { language: io.language });
  const scope = there.db.forPartner(partner.id);
  const outcome: ImportOutcome = await importInventory(
    scope,
    reading,
    { now: there.now },
    { decide: async () => true },
  );
  await there.db.refreshStatistics();
  say(words.imported(outcome.plan.counts));
}

async function tickAsDemo(there: Context, slug: string, io: CommandIo): Promise<TickReport> {
  const partner = await setUpPartner(there.db, { slug });
  const worker = await startWorker(there.db);
  const words = demoWords[io.language];
  try {
    return await runTick(there, partner, {
      worker: worker.id,
      holdsLease: worker.holdsLease,
      goAhead: true,
      signal: io.signal,
      onProgress: (counts) => {
        if (io.stderr.isTTY) io.stderr.write(`\r${words.sending(counts.submitted)}`);
      },
    });
  } finally {
    if (io.stderr.isTTY) io.stderr.write('\r\u001b[2K');
    await worker.stop();
  }
}

function untilStopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}
