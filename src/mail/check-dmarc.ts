import type { DnsLookups } from '../channels/channel.ts';
import type { RecordJudgement } from './record-judgement.ts';
import { txtRecord } from './txt-record.ts';

/**
 * What the domain asks of receivers about mail that is neither SPF's nor DKIM's. Without a record of its own a domain
 * has that of the one above it (RFC 7489 6.6.3).
 */
export async function checkDmarc(
  dns: DnsLookups,
  { domain, reportsTo }: { readonly domain: string; readonly reportsTo: string },
): Promise<RecordJudgement> {
  // p=none asks for nothing but reports: it shows whose mail would fail before any is refused.
  const record = txtRecord(domain, '_dmarc', `v=DMARC1; p=none; rua=mailto:${reportsTo}`);
  let isSilent = false;
  for (const place of placesOf(domain)) {
    const answer = await dns.txt(`_dmarc.${place}`);
    if (answer.kind === 'silent') isSilent = true;
    const found =
      answer.kind === 'found' ? answer.records.filter((text) => /^v=DMARC1\s*(;|$)/i.test(text)) : [];
    if (found.length > 0) return judged(found, record);
  }
  if (isSilent) return { code: 'dns-silent', state: 'unknown', found: [], record: null };
  return { code: 'dmarc-missing', state: 'missing', found: [], record };
}

function judged(found: readonly string[], record: RecordJudgement['record']): RecordJudgement {
  if (found.length > 1) return { code: 'dmarc-twice', state: 'wrong', found, record: null };
  const policy = /;\s*p\s*=\s*([a-z]+)/i.exec(found[0]!)?.[1]?.toLowerCase();
  if (policy === 'none') return { code: 'dmarc-watching', state: 'good', found, record: null };
  if (policy === 'quarantine' || policy === 'reject')
    return { code: 'dmarc-good', state: 'good', found, record: null };
  return { code: 'dmarc-wrong', state: 'wrong', found, record };
}

/** The domain and those above it, down to two labels. */
function placesOf(domain: string): string[] {
  const labels = domain.split('.');
  return labels
    .slice(0, Math.max(1, labels.length - 1))
    .map((_, from) => labels.slice(from).join('.'))
    .slice(0, 5);
}
