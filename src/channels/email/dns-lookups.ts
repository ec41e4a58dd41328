import { Resolver } from 'node:dns/promises';
import type { DnsAnswer, DnsLookups } from '../channel.ts';

/** A resolver that answers within seconds or not at all. `servers`: other than the machine's own, `127.0.0.1:5353`. */
export function dnsLookups(servers?: readonly string[]): DnsLookups {
  const resolver = new Resolver({ timeout: 2_000, tries: 2, maxTimeout: 4_000 });
  if (servers) resolver.setServers([...servers]);
  return {
    txt: (name) => asked(name, async () => (await resolver.resolveTxt(name)).map((parts) => parts.join(''))),
    mx: (name) =>
      asked(name, async () =>
        (await resolver.resolveMx(name))
          .sort((a, b) => a.priority - b.priority)
          .map(({ exchange }) => exchange.toLowerCase()),
      ),
  };
}

/** Labels of letters, digits, hyphens and underscores: what SPF, DKIM and DMARC are looked for under. */
const askable = /^(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_](?:[a-z0-9_-]{0,62}))+$/i;
const mostRecords = 50;
const longestRecord = 4_096;
const deadlineMs = 8_000;

async function asked(name: string, ask: () => Promise<string[]>): Promise<DnsAnswer<string>> {
  if (!askable.test(name)) return { kind: 'silent', why: 'no name that can be looked up' };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('late'), { code: 'ETIMEOUT' })), deadlineMs);
  });
  try {
    const records = (await Promise.race([ask(), late])).slice(0, mostRecords);
    const kept = records.map((record) => record.slice(0, longestRecord));
    return kept.length === 0 ? { kind: 'none' } : { kind: 'found', records: kept };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENODATA' || code === 'ENOTFOUND'
      ? { kind: 'none' }
      : { kind: 'silent', why: code ?? 'ESERVFAIL' };
  } finally {
    clearTimeout(timer);
  }
}
