import { defaultCadence } from '../../src/cadence/default-cadence.ts';
import type { DnsLookups } from '../../src/channels/channel.ts';
import { openEmailChannel } from '../../src/channels/email/open-email-channel.ts';
import { openMailServers } from '../../src/channels/email/open-mail-servers.ts';
import type { SmtpTimeouts } from '../../src/channels/email/smtp-timeouts.ts';
import { parseSmtpUrl } from '../../src/channels/email/smtp-url.ts';
import type { Now } from '../../src/kernel/now.ts';
import type { Secrets } from '../../src/kernel/signed-token.ts';
import type { MailDeps } from '../../src/mail/mail-deps.ts';
import { openPartnersMail, type PartnersMail } from '../../src/mail/mail-of-partner.ts';
import type { SendingDeps } from '../../src/notices/sending.ts';
import { makeLinks } from '../../src/renewals/renewal-link.ts';
import type { Database } from '../../src/storage/database.ts';

/** The same in every process of a test, or a message could not be made again. */
export const testSecrets: Secrets = ['a secret of tests, as long as a secret has to be'];
const publicUrl = 'https://avisos.example.com';

export interface TestDeps extends SendingDeps {
  readonly mailSetup: MailDeps & { readonly mail: PartnersMail };
}

/** What main builds, over a test's database, mail server and clock. */
export function sendingDeps(parts: {
  readonly db: Database;
  readonly now: Now;
  readonly smtpUrl: string;
  readonly timeouts?: Partial<SmtpTimeouts>;
  /** Where names are looked up; nobody answers without it. */
  readonly dns?: DnsLookups;
}): TestDeps {
  const { db, now, smtpUrl, timeouts } = parts;
  const links = makeLinks(publicUrl, testSecrets);
  const mail = parseSmtpUrl(smtpUrl);
  const email = openEmailChannel({
    mail,
    bounceDomain: 'rebotes.example.com',
    secrets: testSecrets,
    ...(timeouts ? { timeouts } : {}),
  });
  const sender = { name: null, address: 'avisos@example.com', domain: 'example.com', dkim: null };
  const mailDeps: MailDeps = {
    ...{ now, secrets: testSecrets, dns: parts.dns ?? nobodyAnswers },
    servers: openMailServers({ secrets: testSecrets, privateHosts: true }),
    installation: {
      ...{ email, sender, returnPathDomain: null, kind: mail.kind },
      host: mail.kind === 'smtp' ? mail.host : null,
      port: mail.kind === 'smtp' ? mail.port : null,
    },
  };
  const partnersMail = openPartnersMail(db, mailDeps);
  return {
    db,
    now,
    cadence: defaultCadence,
    email,
    sender,
    mailOf: (partner) => partnersMail.of(partner),
    mailSetup: { ...mailDeps, mail: partnersMail },
    linksFor: (partner) => ({
      renew: (notice, order) => links.renew(partner, notice, order),
      renewAll: (notice) => links.renewAll(partner, notice),
      mute: (notice, order) => links.mute(partner, notice, order),
      notMine: (notice, order) => links.notMine(partner, notice, order),
      unsubscribe: (notice, purpose) => links.unsubscribe(partner, notice, purpose),
    }),
  };
}

const silent = { kind: 'silent', why: 'ETIMEOUT' } as const;
const nobodyAnswers: DnsLookups = { txt: async () => silent, mx: async () => silent };
