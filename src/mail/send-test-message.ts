import { randomUUID } from 'node:crypto';
import type { EmailChannel, SubmitResult } from '../channels/channel.ts';
import type { Language } from '../kernel/locale.ts';
import type { Partner } from '../partners/partner.ts';
import type { PartnerScope } from '../storage/database.ts';
import type { MailDeps } from './mail-deps.ts';
import type { PartnersMail } from './mail-of-partner.ts';
import { loadMailServer, type NamedMailServer, usableServer } from './mail-server.ts';
import { domainOf, senderOf } from './sender.ts';
import { testLetter } from './test-letter.ts';

export type TestOutcome = SubmitResult | { readonly kind: 'kept' };

/** A real message, to the person who asks for it, over the partner's server or the one that was entered. */
export async function sendTestMessage(
  deps: MailDeps & { readonly mail: PartnersMail },
  scope: PartnerScope,
  wish: {
    readonly partner: Partner;
    readonly to: { readonly name: string; readonly address: string };
    readonly server: NamedMailServer | undefined;
    readonly sender: { readonly name: string | null; readonly address: string } | undefined;
    readonly language: Language;
  },
): Promise<TestOutcome> {
  const { installation, secrets, servers } = deps;
  const { partner, server, language, to } = wish;
  const sender = wish.sender ?? senderOf(partner, installation);
  const kept = await scope.transaction((tx) => loadMailServer(tx));
  if (!server && !kept && installation.kind === 'outbox') return { kind: 'kept' };
  const own = await deps.mail.of(partner);
  const bounces = installation.returnPathDomain ?? domainOf(sender.address);
  const tried = server && servers.open(usableServer(partner.id, server, { kept, secrets }), bounces);
  const { dkim } = own.sender;
  const letter = {
    ...testLetter({ partner: partner.name, language, at: deps.now() }),
    from: { name: sender.name ?? partner.name, address: sender.address },
    to,
    messageId: `<${randomUUID()}.test@${domainOf(sender.address)}>`,
    // The key is of the sender that is kept; another one's mail it does not sign.
    ...(dkim && dkim.domain === domainOf(sender.address) ? { dkim } : {}),
  };
  try {
    return await handedOver(tried ?? own.email, letter);
  } finally {
    await tried?.transport.close();
  }
}

async function handedOver(
  email: EmailChannel,
  letter: Parameters<EmailChannel['compose']>[0],
): Promise<SubmitResult> {
  const message = await email.compose(letter);
  return email.transport.submit(
    { from: letter.from.address, to: letter.to.address, ...message },
    async () => true,
  );
}
