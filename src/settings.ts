import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { Fault } from './kernel/fault.ts';
import type { Language } from './kernel/locale.ts';
import { parseAddress } from './kernel/mail-address.ts';
import {
  logLevels,
  type SettingDescription,
  type SettingName,
  settingDescriptions,
} from './setting-descriptions.ts';

export interface Settings {
  /** Null: the PostgreSQL that Vigente brings, in the data folder. */
  readonly databaseUrl: string | null;
  /** Absolute. It need not exist yet. */
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  /** What the links in messages begin with; no slash at the end. */
  readonly publicUrl: string;
  /** `smtp://`, `smtps://` or `outbox:`; the e-mail channel reads the rest of it. */
  readonly smtpUrl: string;
  /** Null: not given; `keptSecret` has one. */
  readonly secret: string | null;
  readonly logLevel: LogLevel;
  readonly mail: MailSettings;
}

export interface MailSettings {
  /** The sender of a partner that has none of its own: `Name <address>` or an address. */
  readonly from: string | null;
  readonly returnPathDomain: string | null;
  /** Whether partners may name mail servers at private addresses. */
  readonly privateHosts: boolean;
  readonly ratePerSecond: number | null;
  readonly dkim: DkimSettings | null;
}

export interface DkimSettings {
  readonly domain: string;
  readonly selector: string;
  /** PEM. */
  readonly privateKey: string;
}

export type LogLevel = (typeof logLevels)[number];

export interface SettingsOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What relative paths start from. */
  readonly folder: string;
  readonly language: Language;
}

/**
 * The installation's settings, from environment variables; an empty one counts as not set. Creates nothing.
 * Throws `settings` for the first wrong one, in one sentence: its name, its value unless that may hold a secret,
 * and what was expected.
 */
export function readSettings({ environment, folder, language }: SettingsOptions): Settings {
  const given = readValues(environment, language);
  return {
    databaseUrl: given.DATABASE_URL ?? null,
    dataFolder: resolve(folder, given.VIGENTE_DATA_DIR),
    host: given.HOST,
    port: given.PORT,
    publicUrl: given.PUBLIC_URL ?? localUrl(given.HOST, given.PORT),
    smtpUrl: given.SMTP_URL,
    secret: given.VIGENTE_SECRET ?? null,
    logLevel: given.LOG_LEVEL,
    mail: {
      from: given.MAIL_FROM ?? null,
      returnPathDomain: given.MAIL_RETURN_PATH_DOMAIN ?? null,
      privateHosts: given.MAIL_PRIVATE_HOSTS,
      ratePerSecond: given.MAIL_RATE_PER_SECOND ?? null,
      dkim: readDkim(given, folder, language),
    },
  };
}

const domainName = z
  .string()
  .max(253)
  .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i)
  .toLowerCase()
  .optional();

const values = z.object({
  DATABASE_URL: z
    .string()
    .refine((text) => hasScheme(text, ['postgres:', 'postgresql:']))
    .optional(),
  VIGENTE_DATA_DIR: z.string().default('.vigente'),
  HOST: z
    .string()
    .refine((text) => isIP(text) !== 0 || /^[\p{L}\p{N}.-]+$/u.test(text))
    .default('127.0.0.1'),
  PORT: z.string().regex(/^\d+$/).transform(Number).pipe(z.int().max(65_535)).default(4100),
  PUBLIC_URL: z
    .string()
    .refine(isPlainAddress)
    .transform((text) => text.replace(/\/+$/, ''))
    .optional(),
  SMTP_URL: z
    .string()
    .refine((text) => /^outbox:(\/\/)?$/i.test(text) || hasScheme(text, ['smtp:', 'smtps:']))
    .default('outbox:'),
  VIGENTE_SECRET: z.string().min(32).optional(),
  LOG_LEVEL: z.enum(logLevels).default('info'),
  MAIL_FROM: z.string().refine(isSender).optional(),
  MAIL_RETURN_PATH_DOMAIN: domainName,
  MAIL_PRIVATE_HOSTS: z
    .enum(['yes', 'no'])
    .default('no')
    .transform((word) => word === 'yes'),
  MAIL_RATE_PER_SECOND: z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .transform(Number)
    .pipe(z.number().positive().max(1_000_000))
    .optional(),
  DKIM_DOMAIN: domainName,
  DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/i)
    .optional(),
  DKIM_KEY_FILE: z.string().optional(),
} satisfies Record<SettingName, z.ZodType>);

type Values = z.infer<typeof values>;

function readValues(environment: SettingsOptions['environment'], language: Language): Values {
  const names = Object.keys(settingDescriptions) as SettingName[];
  const given = Object.fromEntries(names.map((name) => [name, environment[name]?.trim() || undefined]));
  const read = values.safeParse(given);
  if (read.success) return read.data;
  const name = read.error.issues[0]!.path[0] as SettingName;
  throw wrong(name, given[name]!, language);
}

function readDkim(given: Values, folder: string, language: Language): DkimSettings | null {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY_FILE: file } = given;
  if (domain === undefined && selector === undefined && file === undefined) return null;
  if (domain === undefined) throw absent('DKIM_DOMAIN', language);
  if (selector === undefined) throw absent('DKIM_SELECTOR', language);
  if (file === undefined) throw absent('DKIM_KEY_FILE', language);
  const privateKey = readKey(resolve(folder, file));
  if (privateKey === null) throw wrong('DKIM_KEY_FILE', file, language);
  return { domain, selector, privateKey };
}

function readKey(path: string): string | null {
  try {
    const pem = readFileSync(path, 'utf8');
    createPrivateKey(pem);
    return pem;
  } catch {
    return null;
  }
}

function wrong(name: SettingName, value: string, language: Language): Fault {
  const { expected, secret }: SettingDescription = settingDescriptions[name];
  const masked = value.replace(/\/\/[^/]*@/, '//…@');
  const shown = `"${masked.length > 80 ? `${masked.slice(0, 80)}…` : masked}"`;
  const sentence = {
    en: `${name} is ${secret ? 'set to something else than' : `${shown}, not`} what is expected: ${expected.en}`,
    es: `${name} ${secret ? 'no es' : `es ${shown} y no`} lo que se espera: ${expected.es}`,
  };
  return new Fault('settings', sentence[language]);
}

function absent(name: SettingName, language: Language): Fault {
  const { expected }: SettingDescription = settingDescriptions[name];
  const sentence = {
    en: `${name} is missing while another DKIM setting is given; expected: ${expected.en}`,
    es: `falta ${name} y hay otro ajuste DKIM definido; se espera: ${expected.es}`,
  };
  return new Fault('settings', sentence[language]);
}

function hasScheme(text: string, schemes: readonly string[]): boolean {
  // A URL whose host is a socket's folder has none, which WHATWG's parser does not take.
  return schemes.some((scheme) => text.toLowerCase().startsWith(`${scheme}//`)) && !/\s/.test(text);
}

function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && username + password + search + hash === '';
}

function isSender(text: string): boolean {
  const [, address] = /^[^<>\p{Cc}]*<([^<>]+)>$/u.exec(text) ?? [null, text];
  return address !== undefined && parseAddress(address) !== undefined;
}

/** What listens on every address of the machine is reached from it under its own name. */
function localUrl(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
