import { defaultCadence } from '../../src/cadence/default-cadence.ts';
import { openEmailChannel } from '../../src/channels/email/open-email-channel.ts';
import type { SmtpTimeouts } from '../../src/channels/email/smtp-timeouts.ts';
import { parseSmtpUrl } from '../../src/channels/email/smtp-url.ts';
import type { Now } from '../../src/kernel/now.ts';
import type { Secrets } from '../../src/kernel/signed-token.ts';
import type { SendingDeps } from '../../src/notices/sending.ts';
import { makeLinks } from '../../src/renewals/renewal-link.ts';
import type { Database } from '../../src/storage/database.ts';

/** The same in every process of a test, or a message could not be made again. */
export const testSecrets: Secrets = ['a secret of tests, as long as a secret has to be'];
const publicUrl = 'https://avisos.example.com';

/** What main builds, over a test's database, mail server and clock. */
export function sendingDeps(parts: {
  readonly db: Database;
  readonly now: Now;
  readonly smtpUrl: string;
  readonly timeouts?: Partial<SmtpTimeouts>;
}): SendingDeps {
  const { db, now, smtpUrl, timeouts } = parts;
  const links = makeLinks(publicUrl, testSecrets);
  return {
    db,
    now,
    cadence: defaultCadence,
    email: openEmailChannel({
      mail: parseSmtpUrl(smtpUrl),
      bounceDomain: 'rebotes.example.com',
      secrets: testSecrets,
      ...(timeouts ? { timeouts } : {}),
    }),
    sender: { name: null, address: 'avisos@example.com', domain: 'example.com', dkim: null },
    linksFor: (partner) => ({
      renew: (notice, order) => links.renew(partner, notice, order),
      renewAll: (notice) => links.renewAll(partner, notice),
      mute: (notice, order) => links.mute(partner, notice, order),
      notMine: (notice, order) => links.notMine(partner, notice, order),
      unsubscribe: (notice, purpose) => links.unsubscribe(partner, notice, purpose),
    }),
  };
}
