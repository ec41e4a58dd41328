import type { EmailChannel } from '../channels/channel.ts';
import type { PartnerId } from '../kernel/ids.ts';
import type { Partner } from '../partners/partner.ts';
import type { Database } from '../storage/database.ts';
import { signingKey } from './dkim-key.ts';
import type { InstallationSender, MailDeps } from './mail-deps.ts';
import { type KeptMailServer, loadMailServer, usableServer } from './mail-server.ts';
import { domainOf, senderOf } from './sender.ts';

/** How a partner's messages leave. */
export interface PartnerMail {
  readonly email: EmailChannel;
  readonly sender: InstallationSender;
}

export interface PartnersMail {
  /**
   * The partner's own server and key, else the installation's; read anew each time, so that a change is heeded by the
   * next run in every process. Throws `conflict` where a password or key was sealed with another secret: nothing goes
   * through the installation's server that was meant for another.
   */
  of(partner: Partner): Promise<PartnerMail>;
  close(): Promise<void>;
}

interface Opened {
  readonly email: EmailChannel;
  /** What it was opened for; with anything else it is opened anew. */
  readonly mark: string;
}

export function openPartnersMail(db: Database, deps: MailDeps): PartnersMail {
  const opened = new Map<PartnerId, Opened>();
  const { installation, secrets, servers } = deps;

  function channelOver(partner: PartnerId, kept: KeptMailServer | undefined, domain: string): EmailChannel {
    const mark = kept ? `${kept.version} ${domain}` : '';
    const known = opened.get(partner);
    if (known && known.mark === mark) return known.email;
    // What is under way over the old one is answered or tried again; nothing new is begun with it.
    if (known) void known.email.transport.close();
    opened.delete(partner);
    if (!kept) return installation.email;
    const server = usableServer(partner, { ...kept, password: undefined }, { kept, secrets });
    const email = servers.open(server, installation.returnPathDomain ?? domain);
    opened.set(partner, { email, mark });
    return email;
  }

  return {
    of: async (partner) => {
      const domain = domainOf(senderOf(partner, installation).address);
      const { kept, dkim } = await db.forPartner(partner.id).transaction(async (tx) => ({
        kept: await loadMailServer(tx),
        dkim: await signingKey(tx, domain, secrets),
      }));
      const email = channelOver(partner.id, kept, domain);
      return { email, sender: { ...installation.sender, dkim: dkim ?? installation.sender.dkim } };
    },
    close: async () => {
      const all = [...opened.values()];
      opened.clear();
      await Promise.all(all.map(({ email }) => email.transport.close()));
    },
  };
}
