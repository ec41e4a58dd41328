import type { DnsLookups } from '../channels/channel.ts';
import type { RecordJudgement } from './record-judgement.ts';
import { asksDns, isSpf, leadsTo, mostSpfLookups, spfTerms, termFor, withTerm } from './spf.ts';
import { txtRecord } from './txt-record.ts';

export interface SpfJudgement extends RecordJudgement {
  readonly lookups: number | null;
}

/** Look-ups of ours for one domain; what leads further is counted and not followed. */
const mostAsked = 24;

/** Whether the domain lets the mail server send for it. `host` is null where there is none. */
export async function checkSpf(
  dns: DnsLookups,
  { domain, host }: { readonly domain: string; readonly host: string | null },
): Promise<SpfJudgement> {
  const answer = await dns.txt(domain);
  if (answer.kind === 'silent')
    return { code: 'dns-silent', state: 'unknown', found: [], record: null, lookups: null };
  const found = answer.kind === 'found' ? answer.records.filter(isSpf) : [];
  const [record] = found;
  if (host === null) return { code: 'no-server', state: 'unknown', found, record: null, lookups: null };
  const wanted = termFor(host);
  const toSet = (text: string | undefined) => txtRecord(domain, '', withTerm(text, wanted));
  if (record === undefined) {
    return { code: 'spf-missing', state: 'missing', found, record: toSet(undefined), lookups: null };
  }
  if (found.length > 1)
    return { code: 'spf-twice', state: 'wrong', found, record: toSet(merged(found)), lookups: null };
  const walk = await walkSpf(dns, record);
  const terms = spfTerms(record);
  const covers =
    terms.some((term) => `${term.name}:${term.value}` === wanted) || walk.domains.has(wanted.slice(8));
  const counted = { found, lookups: walk.lookups };
  if (!covers) return { code: 'spf-without-server', state: 'wrong', ...counted, record: toSet(record) };
  if (walk.lookups > mostSpfLookups)
    return { code: 'spf-too-many', state: 'wrong', ...counted, record: null };
  const all = terms.find(({ name }) => name === 'all');
  if (all?.qualifier === '+') return { code: 'spf-open', state: 'warning', ...counted, record: null };
  return { code: 'spf-good', state: 'good', ...counted, record: null };
}

interface Walk {
  readonly lookups: number;
  /** Every domain that the record includes, at whatever depth. */
  readonly domains: ReadonlySet<string>;
}

async function walkSpf(dns: DnsLookups, record: string): Promise<Walk> {
  const domains = new Set<string>();
  const open = [record];
  let lookups = 0;
  let asked = 0;
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    for (const term of spfTerms(next).filter(asksDns)) {
      lookups++;
      const name = leadsTo(term);
      if (name === undefined || domains.has(name) || asked >= mostAsked) continue;
      domains.add(name);
      asked++;
      const answer = await dns.txt(name);
      if (answer.kind === 'found') open.push(...answer.records.filter(isSpf).slice(0, 1));
    }
  }
  return { lookups, domains };
}

/** Two records are none (RFC 7208 4.5): their terms belong into one. */
function merged(records: readonly string[]): string {
  const words = records.flatMap((record) => record.trim().split(/\s+/).slice(1));
  const all = words.filter((word) => /^[+~?-]?all$/i.test(word));
  const others = [...new Set(words.filter((word) => !all.includes(word)))];
  return ['v=spf1', ...others, all[0] ?? '~all'].join(' ');
}
