import type { Partner } from '../partners/partner.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { MailDeps } from './mail-deps.ts';
import { loadMailSettings } from './mail-settings.ts';

/**
 * Whether messages can leave under the partner's own address: there is a mail server, it was not found broken since it
 * was set, and the sender is the partner's.
 */
export async function isMailSetUp(
  tx: PartnerTransaction,
  partner: Partner,
  deps: Pick<MailDeps, 'installation'>,
): Promise<boolean> {
  const { kept, sender, lastServer } = await loadMailSettings(tx, partner, deps);
  if (sender.source !== 'own') return false;
  if (!kept) return deps.installation.kind === 'smtp';
  return !(lastServer && lastServer.trial.kind === 'failed' && isSince(lastServer.at, kept.changedAt));
}

function isSince(at: string, changedAt: Temporal.Instant): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(at), changedAt) >= 0;
}
