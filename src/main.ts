import { join } from 'node:path';
import { openAccess } from './access/open-access.ts';
import { defaultCadence } from './cadence/default-cadence.ts';
import { dnsLookups } from './channels/email/dns-lookups.ts';
import { openEmailChannel } from './channels/email/open-email-channel.ts';
import { openMailServers } from './channels/email/open-mail-servers.ts';
import { parseSmtpUrl } from './channels/email/smtp-url.ts';
import { commands } from './cli/commands.ts';
import type { Context } from './cli/context.ts';
import { demoCommand } from './cli/demo.ts';
import { runCommand } from './cli/run-command.ts';
import { keptSecret } from './kept-secret.ts';
import type { Language } from './kernel/locale.ts';
import { type Now, wallNow } from './kernel/now.ts';
import type { MailDeps } from './mail/mail-deps.ts';
import { openPartnersMail } from './mail/mail-of-partner.ts';
import type { NoticeLinks } from './notices/notice-links.ts';
import type { Sender } from './notices/sending.ts';
import { makeLinks } from './renewals/renewal-link.ts';
import { readSettings, type Settings } from './settings.ts';
import { type Database, openDatabase } from './storage/database.ts';
import { startPostgres } from './storage/embedded/start-postgres.ts';

/** What has to be closed again, last opened first. */
const opened: (() => Promise<void>)[] = [];

async function buildContext(language: Language, command: string, stopping: AbortSignal): Promise<Context> {
  const read = readSettings({ environment: process.env, folder: process.cwd(), language });
  // What the demo invents stays out of the folder and the database of a real partner.
  const isDemo = command === demoCommand.name;
  const settings = isDemo ? demoSettings(read) : read;
  const secret = settings.secret ?? keptSecret(settings.dataFolder);
  const db = await openStorage(settings, stopping);
  return contextOver({ settings, secret, db });
}

/** The demo's mail server is a process of its own on this machine, and so is whichever one tries in it. */
function demoSettings(read: Settings): Settings {
  const mail = { ...read.mail, privateHosts: true };
  return { ...read, databaseUrl: null, dataFolder: join(read.dataFolder, 'demo'), mail };
}

async function openStorage(settings: Settings, stopping: AbortSignal): Promise<Database> {
  let url = settings.databaseUrl;
  if (url === null) {
    const server = await startPostgres(settings.dataFolder, {
      notice: (sentence) => process.stderr.write(`${sentence}\n`),
    });
    opened.push(() => server.release());
    url = server.url;
  }
  stopping.throwIfAborted();
  const db = await openDatabase({ url });
  opened.push(() => db.close());
  return db;
}

interface Parts {
  readonly settings: Settings;
  readonly secret: string;
  readonly db: Database;
}

function contextOver(parts: Parts): Context {
  const { settings, secret, db } = parts;
  const secrets = [secret] as const;
  const build = (smtpUrl: string, publicUrl: string, now: Now): Context => {
    const sender = senderOf(settings, publicUrl);
    const mail = parseSmtpUrl(smtpUrl);
    const rate = settings.mail.ratePerSecond;
    const email = openEmailChannel({
      mail: mail.kind === 'smtp' && rate !== null ? { ...mail, perSecond: rate } : mail,
      bounceDomain: settings.mail.returnPathDomain ?? sender.domain,
      secrets,
    });
    opened.push(() => email.transport.close());
    const access = openAccess({
      ...{ db, secrets, publicUrl, email, sender },
      now: wallNow,
      mailLeaves: mail.kind === 'smtp',
    });
    const links = makeLinks(publicUrl, secrets);
    const mailDeps: MailDeps = {
      ...{ now, secrets, dns: dnsLookups() },
      servers: openMailServers({
        ...{ secrets, privateHosts: settings.mail.privateHosts },
        ...(rate === null ? {} : { perSecond: rate }),
      }),
      installation: {
        ...{ email, sender, returnPathDomain: settings.mail.returnPathDomain },
        kind: mail.kind,
        host: mail.kind === 'smtp' ? mail.host : null,
        port: mail.kind === 'smtp' ? mail.port : null,
      },
    };
    const partnersMail = openPartnersMail(db, mailDeps);
    opened.push(() => partnersMail.close());
    const context: Context = {
      settings: { ...settings, smtpUrl, publicUrl },
      access,
      secrets,
      db,
      now,
      cadence: defaultCadence,
      email,
      sender,
      mailOf: (partner) => partnersMail.of(partner),
      mailSetup: { ...mailDeps, mail: partnersMail },
      linksFor: (partner) => linksOf(links, partner),
      at: (then) => ({ ...context, now: then }),
      with: (change) => build(change.smtpUrl ?? smtpUrl, change.publicUrl ?? publicUrl, change.now ?? now),
    };
    return context;
  };
  return build(settings.smtpUrl, settings.publicUrl, wallNow);
}

function linksOf(links: ReturnType<typeof makeLinks>, partner: number): NoticeLinks {
  return {
    renew: (notice, order) => links.renew(partner, notice, order),
    renewAll: (notice) => links.renewAll(partner, notice),
    mute: (notice, order) => links.mute(partner, notice, order),
    notMine: (notice, order) => links.notMine(partner, notice, order),
    unsubscribe: (notice, purpose) => links.unsubscribe(partner, notice, purpose),
  };
}

/** Who mail comes from when a partner has said nothing: MAIL_FROM, else a name at the public address. */
function senderOf(settings: Settings, publicUrl: string): Sender {
  const { from, dkim } = settings.mail;
  const host = new URL(publicUrl).hostname;
  const parsed = /^(?:"?([^"<>]*?)"?\s*<([^<>]+)>|([^<>\s]+))$/.exec(from ?? '');
  const address = parsed?.[2] ?? parsed?.[3] ?? `renewals@${isName(host) ? host : 'localhost.localdomain'}`;
  return { name: parsed?.[1] || null, address, domain: address.split('@')[1]!, dkim };
}

function isName(host: string): boolean {
  return /[a-z]/i.test(host) && host.includes('.');
}

async function main(): Promise<number> {
  const stop = new AbortController();
  let asked = 0;
  // The first signal asks to end tidily; a second one means it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // One Ctrl-C may arrive twice: from the terminal, and passed on by the launcher.
      if (stop.signal.aborted && performance.now() - asked > 500) process.exit(130);
      if (!stop.signal.aborted) asked = performance.now();
      stop.abort();
    });
  }
  // `vigente plan | head` closes the pipe early: end as programs do that SIGPIPE ends, with nothing half done.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(141);
  });
  const { stdin, stdout, stderr } = process;
  try {
    return await runCommand({
      args: process.argv.slice(2),
      io: { stdin, stdout, stderr, signal: stop.signal },
      environment: process.env,
      commands,
      context: (language, command) => buildContext(language, command, stop.signal),
    });
  } finally {
    for (const close of opened.reverse()) await close().catch(() => {});
  }
}

process.exitCode = await main();
