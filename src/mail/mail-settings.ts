import type { PartnerId } from '../kernel/ids.ts';
import type { Partner } from '../partners/partner.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { type DomainCheck, lastDomainCheck } from './check-domain.ts';
import { type DkimKey, newestDkimKey } from './dkim-key.ts';
import type { MailDeps } from './mail-deps.ts';
import { type KeptMailServer, loadMailServer } from './mail-server.ts';
import { domainOf, type SenderShown, senderOf } from './sender.ts';
import { lastServerCheck, type ServerCheck } from './try-mail-server.ts';

/** Everything about how a partner's mail leaves. */
export interface LoadedMailSettings {
  readonly partner: PartnerId;
  readonly kept: KeptMailServer | undefined;
  readonly sender: SenderShown;
  readonly domain: string;
  readonly dkim: DkimKey | undefined;
  readonly lastServer: ServerCheck | null;
  readonly lastDomain: DomainCheck | null;
}

export async function loadMailSettings(
  tx: PartnerTransaction,
  partner: Partner,
  { installation }: Pick<MailDeps, 'installation'>,
): Promise<LoadedMailSettings> {
  const sender = senderOf(partner, installation);
  const domain = domainOf(sender.address);
  return {
    partner: partner.id,
    kept: await loadMailServer(tx),
    ...{ sender, domain },
    dkim: await newestDkimKey(tx, domain),
    lastServer: await lastServerCheck(tx),
    lastDomain: await lastDomainCheck(tx, domain),
  };
}
