import type { DkimIdentity, DnsLookups, EmailChannel, MailServers } from '../channels/channel.ts';
import type { Now } from '../kernel/now.ts';
import type { Secrets } from '../kernel/signed-token.ts';

/** Who mail comes from when a partner has said nothing. */
export interface InstallationSender {
  /** Null: the brand's name. */
  readonly name: string | null;
  readonly address: string;
  /** The domain of Message-IDs. */
  readonly domain: string;
  readonly dkim: DkimIdentity | null;
}

/** The mail server of the installation (SMTP_URL). */
export interface InstallationMail {
  readonly email: EmailChannel;
  readonly sender: InstallationSender;
  /** `outbox`: messages stay here. */
  readonly kind: 'outbox' | 'smtp';
  readonly host: string | null;
  readonly port: number | null;
  /** Where all bounces return to, whoever sends; null: to the sender's domain. */
  readonly returnPathDomain: string | null;
}

/** Everything that partners' own mail settings need; built once by main. */
export interface MailDeps {
  readonly now: Now;
  readonly secrets: Secrets;
  readonly servers: MailServers;
  readonly dns: DnsLookups;
  readonly installation: InstallationMail;
}
