import type { Access } from '../access/access.ts';
import type { Now } from '../kernel/now.ts';
import type { Secrets } from '../kernel/signed-token.ts';
import type { MailDeps } from '../mail/mail-deps.ts';
import type { PartnersMail } from '../mail/mail-of-partner.ts';
import type { SendingDeps } from '../notices/sending.ts';
import type { Settings } from '../settings.ts';

/** What commands that work with the database get. Built by main when a command asks for it, closed by main. */
export interface Context extends SendingDeps {
  readonly settings: Settings;
  /** Signing in and people. It lives at the wall clock's present, also in a demo that does not. */
  readonly access: Access;
  /** What links are sealed with. */
  readonly secrets: Secrets;
  /** Partners' own mail servers, keys and records. */
  readonly mailSetup: MailDeps & { readonly mail: PartnersMail };
  /** The same, living at another present. */
  at(now: Now): Context;
  /** The same with another mail server, another public address: for the demo, whose server finds its port late. */
  with(change: { readonly smtpUrl?: string; readonly publicUrl?: string; readonly now?: Now }): Context;
}
