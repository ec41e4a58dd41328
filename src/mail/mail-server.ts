import type { MailServer } from '../channels/channel.ts';
import { Fault } from '../kernel/fault.ts';
import type { PartnerId } from '../kernel/ids.ts';
import { openSealedText, type SealName, sealText } from '../kernel/sealed-text.ts';
import type { Secrets } from '../kernel/signed-token.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import {
  deleteCheck,
  deleteMailServer,
  type MailServerRow,
  selectMailServer,
  upsertMailServer,
} from './store.ts';

export type KeptMailServer = MailServerRow;

/** A mail server as a person names it. Without a password the kept one stays. */
export interface NamedMailServer {
  readonly host: string;
  readonly port: number;
  readonly security: MailServerRow['security'];
  readonly verifyCertificate: boolean;
  readonly user: string | null;
  readonly password?: string | undefined;
}

/** What of it may be told and written to the log: everything but the password. */
export type MailServerFields = Omit<NamedMailServer, 'password'> & { readonly hasPassword: boolean };

export function loadMailServer(tx: PartnerTransaction): Promise<KeptMailServer | undefined> {
  return selectMailServer(tx);
}

export interface MailServerChanged {
  readonly before: MailServerFields | null;
  readonly after: MailServerFields | null;
}

/**
 * Keeps a partner's own mail server. A kept password goes to no other host than the one that it was entered for:
 * throws `invalid` where it would have to.
 */
export async function changeMailServer(
  tx: PartnerTransaction,
  named: NamedMailServer,
  by: { readonly secrets: Secrets; readonly person: string | null; readonly at: Temporal.Instant },
): Promise<MailServerChanged> {
  const kept = await selectMailServer(tx, true);
  const passwordSealed = sealedPassword(tx.partner, named, kept, by.secrets);
  const { password: _, ...fields } = named;
  await upsertMailServer(tx, {
    ...fields,
    passwordSealed,
    changedAt: by.at.toString(),
    changedBy: by.person,
  });
  await deleteCheck(tx, 'server');
  return {
    before: kept ? fieldsOf(kept) : null,
    after: { ...fields, hasPassword: passwordSealed !== null },
  };
}

/** Back to the installation's server; the password is forgotten. */
export async function removeMailServer(tx: PartnerTransaction): Promise<MailServerChanged> {
  const kept = await selectMailServer(tx, true);
  await deleteMailServer(tx);
  await deleteCheck(tx, 'server');
  return { before: kept ? fieldsOf(kept) : null, after: null };
}

/**
 * The server as it can be spoken to, with the kept password where none was entered. Throws `invalid` for a password
 * that was entered for another host, and `conflict` where it was sealed with another secret.
 */
export function usableServer(
  partner: PartnerId,
  named: NamedMailServer,
  { kept, secrets }: { readonly kept: KeptMailServer | undefined; readonly secrets: Secrets },
): MailServer {
  const { host, port, security, verifyCertificate, user } = named;
  const server = { host, port, security, verifyCertificate };
  if (user === null) return server;
  const password = named.password ?? keptPassword(partner, named, { kept, secrets });
  return { ...server, login: { user, password } };
}

/** Whether the password can still be opened with this installation's secret. */
export function isPasswordReadable(partner: PartnerId, kept: KeptMailServer, secrets: Secrets): boolean {
  const { passwordSealed } = kept;
  return passwordSealed === null || openSealedText(passwordSealed, nameOf(partner), secrets) !== undefined;
}

function keptPassword(
  partner: PartnerId,
  named: NamedMailServer,
  { kept, secrets }: { readonly kept: KeptMailServer | undefined; readonly secrets: Secrets },
): string {
  if (!mayKeepPassword(named, kept)) throw passwordMissing();
  const password = openSealedText(kept.passwordSealed, nameOf(partner), secrets);
  if (password !== undefined) return password;
  throw new Fault('conflict', 'the kept mail password was sealed with another VIGENTE_SECRET', {
    code: 'mail-sealed',
    hint: 'enter the password of the mail server again',
  });
}

function sealedPassword(
  partner: PartnerId,
  named: NamedMailServer,
  kept: KeptMailServer | undefined,
  secrets: Secrets,
): string | null {
  if (named.user === null) return null;
  if (named.password !== undefined) return sealText(named.password, nameOf(partner), secrets);
  if (mayKeepPassword(named, kept)) return kept.passwordSealed;
  throw passwordMissing();
}

type WithPassword = KeptMailServer & { readonly passwordSealed: string };

function mayKeepPassword(named: NamedMailServer, kept: KeptMailServer | undefined): kept is WithPassword {
  return kept?.passwordSealed != null && kept.host === named.host && kept.user === named.user;
}

function passwordMissing(): Fault {
  return new Fault('invalid', 'password: the password of this user at this server was expected', {
    code: 'mail-password',
    hint: 'a kept password is used only with the host and the user that it was entered for',
    details: { errors: [{ pointer: '/password', detail: 'the password is missing' }] },
  });
}

function fieldsOf({ host, port, security, verifyCertificate, user, passwordSealed }: KeptMailServer) {
  return { host, port, security, verifyCertificate, user, hasPassword: passwordSealed !== null };
}

function nameOf(partner: PartnerId): SealName {
  return { kind: 'mail password', about: `partner ${partner}` };
}
