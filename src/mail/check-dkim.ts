import type { DnsLookups } from '../channels/channel.ts';
import { dkimRecord, type PublishedKey, publicKeyIn } from './dkim-record.ts';
import type { RecordJudgement } from './record-judgement.ts';

/** Whether receivers find the key that messages are signed with. */
export async function checkDkim(dns: DnsLookups, key: PublishedKey | null): Promise<RecordJudgement> {
  if (!key) return { code: 'dkim-no-key', state: 'missing', found: [], record: null };
  const record = dkimRecord(key);
  const answer = await dns.txt(record.name);
  if (answer.kind === 'silent') return { code: 'dns-silent', state: 'unknown', found: [], record };
  if (answer.kind === 'none') return { code: 'dkim-missing', state: 'missing', found: [], record };
  const found = answer.records;
  const keys = found.map(publicKeyIn);
  if (keys.includes(key.publicKey)) return { code: 'dkim-good', state: 'good', found, record: null };
  const code = keys.includes('') ? 'dkim-revoked' : 'dkim-other-key';
  return { code, state: 'wrong', found, record };
}
