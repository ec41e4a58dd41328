import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { DkimIdentity, DnsLookups } from '../channels/channel.ts';
import type { Partner } from '../partners/partner.ts';
import type { PartnerScope, PartnerTransaction } from '../storage/database.ts';
import { checkDkim } from './check-dkim.ts';
import { checkDmarc } from './check-dmarc.ts';
import { checkSpf, type SpfJudgement } from './check-spf.ts';
import { activateKey, newestDkimKey } from './dkim-key.ts';
import type { PublishedKey } from './dkim-record.ts';
import type { MailDeps } from './mail-deps.ts';
import { loadMailServer } from './mail-server.ts';
import type { RecordJudgement } from './record-judgement.ts';
import { domainOf, senderOf } from './sender.ts';
import { selectCheck, upsertCheck } from './store.ts';

/** What the DNS of the sender's domain says. */
export interface DomainCheck {
  readonly at: string;
  readonly domain: string;
  readonly spf: SpfJudgement;
  readonly dkim: RecordJudgement;
  readonly dmarc: RecordJudgement;
  readonly mx: RecordJudgement;
}

/**
 * Looks the sender's domain up and keeps what was found. A key whose record is seen for the first time signs from then
 * on; `activated` is told of it in the transaction.
 */
export async function checkDomain(
  deps: MailDeps,
  scope: PartnerScope,
  {
    partner,
    activated,
  }: {
    readonly partner: Partner;
    readonly activated: (tx: PartnerTransaction, key: PublishedKey) => Promise<void>;
  },
): Promise<DomainCheck> {
  const { dns, installation, now } = deps;
  const sender = senderOf(partner, installation);
  const domain = domainOf(sender.address);
  const { own, kept } = await scope.transaction(async (tx) => ({
    own: await newestDkimKey(tx, domain),
    kept: await loadMailServer(tx),
  }));
  const key = own ?? installationKey(installation.sender.dkim, domain);
  const envelope = installation.returnPathDomain ?? domain;
  const host = kept?.host ?? installation.host;
  const [spf, dkim, dmarc, mx] = await Promise.all([
    checkSpf(dns, { domain: envelope, host }),
    checkDkim(dns, key),
    checkDmarc(dns, { domain, reportsTo: sender.replyTo ?? sender.address }),
    checkMx(dns, envelope),
  ]);
  const at = now();
  const check: DomainCheck = { at: at.toString(), domain, spf, dkim, dmarc, mx };
  await scope.transaction(async (tx) => {
    await upsertCheck(tx, { kind: 'domain', at: check.at, result: check });
    if (dkim.state !== 'good' || !own || own.activeSince !== null) return;
    await activateKey(tx, own, at);
    await activated(tx, own);
  });
  return check;
}

/** The last look at the domain that the partner sends from now. */
export async function lastDomainCheck(tx: PartnerTransaction, domain: string): Promise<DomainCheck | null> {
  const kept = (await selectCheck(tx, 'domain'))?.result as DomainCheck | undefined;
  return kept?.domain === domain ? kept : null;
}

/** The key that the installation signs with, where it signs for this domain. */
function installationKey(dkim: DkimIdentity | null, domain: string): PublishedKey | null {
  if (!dkim || dkim.domain.toLowerCase() !== domain) return null;
  const key = createPublicKey(createPrivateKey(dkim.privateKey)).export({ type: 'spki', format: 'der' });
  return { domain, selector: dkim.selector, publicKey: key.toString('base64') };
}

async function checkMx(dns: DnsLookups, domain: string): Promise<RecordJudgement> {
  const answer = await dns.mx(domain);
  if (answer.kind === 'silent') return { code: 'dns-silent', state: 'unknown', found: [], record: null };
  if (answer.kind === 'none') return { code: 'mx-missing', state: 'warning', found: [], record: null };
  return { code: 'mx-good', state: 'good', found: answer.records, record: null };
}
