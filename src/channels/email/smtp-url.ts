import { Fault } from '../../kernel/fault.ts';

/** How a mail server is reached and how hard it may be used. */
export interface SmtpSettings {
  readonly kind: 'smtp';
  readonly host: string;
  readonly port: number;
  /**
   * `implicit`: TLS from the first byte (smtps). `required`: STARTTLS or nothing. `opportunistic`: STARTTLS if
   * offered, without looking at the certificate (RFC 7435). `off`: never.
   */
  readonly tls: 'implicit' | 'required' | 'opportunistic' | 'off';
  /** The server's certificate has to be valid for `host`. */
  readonly verifyCertificate: boolean;
  readonly login?: { readonly user: string; readonly password: string };
  /** The name said in EHLO; the machine's own when absent. */
  readonly name?: string;
  readonly connections: number;
  /** Messages a second over all connections of this process; absent: as fast as the server takes them. */
  readonly perSecond?: number;
  readonly messagesPerConnection: number;
  /** Where `host` is now; its certificate is still asked for by name. The system's answer without it. Rejects for no. */
  readonly addressOf?: () => Promise<string>;
  /** Send commands together when the server announces PIPELINING (RFC 2920). */
  readonly pipelining: boolean;
}

export type MailSettings = SmtpSettings | { readonly kind: 'outbox' };

const known = ['tls', 'verify', 'name', 'connections', 'rate', 'messages', 'pipelining'];
const tlsModes = ['required', 'opportunistic', 'off'] as const;

/**
 * Reads SMTP_URL: `smtp://user:password@host:587?tls=required`, `smtps://…`, `outbox:`. Without `tls`, a server
 * that gets a password must encrypt, unless it is this machine. Throws `settings`, never repeating the
 * password or the user.
 */
export function parseSmtpUrl(text: string): MailSettings {
  if (/^outbox:(\/\/)?$/i.test(text.trim())) return { kind: 'outbox' };
  const url = readUrl(text.trim());
  const implicit = url.protocol === 'smtps:';
  const host = decode(url.hostname).replace(/^\[|\]$/g, '');
  if (host === '') throw wrong('names no server', 'Write smtp://host:port');
  for (const name of url.searchParams.keys()) {
    if (!known.includes(name))
      throw wrong(`has an option "${name}" that does not exist`, `Options: ${known.join(', ')}`);
  }
  const login = readLogin(url);
  const tls = implicit ? 'implicit' : tlsMode(url, login !== undefined && !isLoopback(host));
  const name = url.searchParams.get('name');
  if (name !== null && !/^[A-Za-z0-9.:[\]-]{1,255}$/.test(name))
    throw wrong('has a name that is no host name');
  return {
    kind: 'smtp',
    host,
    port: url.port === '' ? (implicit ? 465 : 587) : Number(url.port),
    tls,
    verifyCertificate: choice(url, 'verify', ['yes', 'no'], tls === 'opportunistic' ? 'no' : 'yes') === 'yes',
    ...(login ? { login } : {}),
    ...(name === null ? {} : { name }),
    connections: count(url, 'connections', 4, 100),
    ...(url.searchParams.has('rate') ? { perSecond: count(url, 'rate', 1, 1_000_000) } : {}),
    messagesPerConnection: count(url, 'messages', 500, 1_000_000),
    pipelining: choice(url, 'pipelining', ['on', 'off'], 'on') === 'on',
  };
}

function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && (url.protocol === 'smtp:' || url.protocol === 'smtps:')) {
    if (url.pathname !== '' && url.pathname !== '/') throw wrong('has something after the port');
    return url;
  }
  throw wrong(
    'is no mail server address',
    'Write smtp://user:password@host:587, smtps://host:465 or outbox: (escape @ : / % in the password as %40 %3A %2F %25)',
  );
}

function readLogin(url: URL): SmtpSettings['login'] {
  if (url.username === '' && url.password === '') return undefined;
  const login = { user: decode(url.username), password: decode(url.password) };
  if (login.user === '' || /[\0\r\n]/.test(login.user + login.password)) {
    throw wrong('has a user or password that cannot be used');
  }
  return login;
}

function tlsMode(url: URL, sendsPassword: boolean): (typeof tlsModes)[number] {
  return choice(url, 'tls', tlsModes, sendsPassword ? 'required' : 'opportunistic');
}

function choice<const T extends string>(url: URL, name: string, among: readonly T[], otherwise: T): T {
  const given = url.searchParams.get(name);
  if (given === null) return otherwise;
  const found = among.find((one) => one === given);
  if (found === undefined)
    throw wrong(`has ${name}=${given.slice(0, 20)}`, `${name} is one of ${among.join(', ')}`);
  return found;
}

function count(url: URL, name: string, otherwise: number, most: number): number {
  const given = url.searchParams.get(name);
  if (given === null) return otherwise;
  const value = /^[0-9]{1,7}$/.test(given) ? Number(given) : 0;
  if (value < 1 || value > most)
    throw wrong(`has ${name}=${given.slice(0, 20)}`, `${name} is a whole number from 1 to ${most}`);
  return value;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw wrong('has a % that is not followed by two hexadecimal digits', 'Write a plain % as %25');
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

function wrong(what: string, hint?: string): Fault {
  return new Fault('settings', `SMTP_URL ${what}`, hint === undefined ? {} : { hint });
}
