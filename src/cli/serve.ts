import { fileURLToPath } from 'node:url';
import { firstRunLink, isFirstRun } from '../access/first-run.ts';
import type { AccessApiDeps } from '../http/api/access/access-routes.ts';
import { buildConsole } from '../http/build-console.ts';
import { checkDatabase } from '../http/check-database.ts';
import { consoleFiles } from '../http/console-files.ts';
import { createApp } from '../http/create-app.ts';
import { customerVerbs } from '../http/customer-verbs.ts';
import type { Exposure } from '../http/deps.ts';
import { isFromThisMachine } from '../http/exposure.ts';
import { listen } from '../http/listen.ts';
import { keepInboxes } from '../jobs/keep-inboxes.ts';
import { keepPlans } from '../jobs/keep-plans.ts';
import { runWorker } from '../jobs/run-worker.ts';
import { findPartner, partnerOfId } from '../partners/partner.ts';
import { setUpPartner } from '../partners/set-up-partner.ts';
import { readArguments, UsageError } from './arguments.ts';
import type { Command, CommandIo } from './command.ts';
import type { Context } from './context.ts';
import { logTo, type ServiceLog } from './service-log.ts';

export const serveCommand: Command<Context> = {
  name: 'serve',
  summary: {
    en: 'run the web pages and the sender until stopped',
    es: 'poner en marcha las páginas y el envío hasta que se detenga',
  },
  usage: {
    en: `vigente serve [--only web|worker] [--partner SLUG]
  --only     one half only, to run several of each on several machines over one database
  --partner  whose pages are shown; the sender works for every partner that has switched sending on`,
    es: `vigente serve [--only web|worker] [--partner NOMBRE]
  --only     solo una mitad, para tener varias de cada en varias máquinas con una misma base de datos
  --partner  de quién se muestran las páginas; el envío trabaja para todo distribuidor que lo haya activado`,
  },
  async run(args, io, context) {
    const { values } = readArguments(
      args,
      { only: { type: 'string' }, partner: { type: 'string' } },
      { positionals: 0, language: io.language },
    );
    const { only } = values;
    if (only !== undefined && only !== 'web' && only !== 'worker') {
      throw new UsageError(
        io.language === 'es'
          ? `--only espera web o worker, no «${only}»`
          : `--only expects web or worker, not "${only}"`,
      );
    }
    const built = await context();
    const log = logTo(io.stdout, built.settings.logLevel);
    const web = only === 'worker' ? undefined : await startWeb(built, log, values.partner);
    if (web) log.info({ url: web.url }, 'listening');
    if (web && (await isFirstRun(built.access))) sayFirstRun(built, io);
    const work = only === 'web' ? Promise.resolve() : keepSending(built, log, io.signal);
    await Promise.all([stopped(io.signal), work]);
    await web?.close();
    return 0;
  },
};

/** For people, so not a line of the log: logs are kept and shipped, and this link makes an administrator. */
function sayFirstRun({ access }: Context, io: CommandIo): void {
  const words =
    io.language === 'es'
      ? 'Aún no hay ninguna cuenta. Cree la primera con este enlace:'
      : 'There is no account yet. Make the first one with this link:';
  io.stderr.write(`\n${words}\n  ${firstRunLink(access)}\n\n`);
}

export async function startWeb(
  built: Context,
  log: ServiceLog,
  partner: string | undefined,
  stepOver = false,
) {
  const { host, port } = built.settings;
  return listen(await appOver(() => built, log, partner), { host, port, stepOver });
}

/** The app over a context that may still change: the demo learns its own address only by listening. */
export async function appOver(built: () => Context, log: ServiceLog, partner: string | undefined) {
  const { settings, secrets } = built();
  const exposure = {
    host: settings.host,
    publicUrl: settings.publicUrl,
  };
  const reportError = (error: unknown) => log.error({ error: errorForLog(error) }, 'request failed');
  const pages = consoleFiles(await buildConsole(repository));
  return createApp({
    console: pages,
    exposure,
    api: {
      access: accessDeps(built(), { exposure, partner, reportError }),
      features: { sending: built(), mail: built().mailSetup, reportError },
    },
    customer: customerVerbs(built(), secrets),
    digest: { db: built().db, now: () => built().now(), secrets },
    checkReady: () => checkDatabase(built().db, partner),
    reportError,
  });
}

/** Where the console's sources are, or its build. */
const repository = fileURLToPath(new URL('../..', import.meta.url));

interface AccessWiring {
  readonly exposure: Exposure;
  readonly partner: string | undefined;
  readonly reportError: (error: unknown) => void;
}

function accessDeps(
  { access, db }: Context,
  { exposure, partner, reportError }: AccessWiring,
): AccessApiDeps {
  return {
    access,
    isLocal: (header) => isFromThisMachine(exposure, header),
    firstPartner: async () => (await findPartner(db, partner)).id,
    nameFirstPartner: async (name) => {
      await setUpPartner(db, { slug: (await findPartner(db, partner)).slug, name });
    },
    partnerName: async (id) => (await partnerOfId(db, id))?.name ?? '',
    reportError,
  };
}

const everyMs = 15_000;

/** Sends for every partner that has switched it on, and keeps everybody's plan and inboxes, until the signal. */
export async function keepSending(built: Context, log: ServiceLog, signal: AbortSignal): Promise<void> {
  await Promise.all([
    keepTicking(built, log, signal),
    keepPlanning(built, log, signal),
    keepingInboxes(built, log, signal),
  ]);
}

const planEveryMs = 5_000;

function keepingInboxes(built: Context, log: ServiceLog, signal: AbortSignal): Promise<void> {
  const { db, now, secrets, settings, mailSetup: mail } = built;
  const deps = { db, now, secrets, publicUrl: settings.publicUrl, mail };
  return keepInboxes(deps, {
    ...{ signal, everyMs },
    report: (event) => {
      if (event.kind === 'inbox-failed')
        log.error({ ...event, error: errorForLog(event.error) }, 'inbox failed');
      else log.debug(event, 'inbox');
    },
  });
}

function keepPlanning(built: Context, log: ServiceLog, signal: AbortSignal): Promise<void> {
  return keepPlans(built, {
    signal,
    everyMs: planEveryMs,
    report: (event) => {
      if (event.kind === 'plan') log.debug(event, 'plan');
      else log.error({ ...event, error: errorForLog(event.error) }, 'plan failed');
    },
  });
}

function keepTicking(built: Context, log: ServiceLog, signal: AbortSignal): Promise<void> {
  return runWorker(built, {
    signal,
    everyMs,
    report: (event) => {
      if (event.kind === 'failed') log.error({ ...event, error: errorForLog(event.error) }, 'tick failed');
      else if (event.kind === 'held') log.warn(event, 'far more messages than usual: waiting for a person');
      else log.info(event, 'tick');
    },
  });
}

/** What may stand in a log: where it happened, never what a statement or a server said, which may hold an address. */
function errorForLog(error: unknown): { readonly name: string; readonly at: string } {
  if (!(error instanceof Error)) return { name: typeof error, at: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { name: error.name, at: frames.slice(0, 6).join('\n') };
}

function stopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
