import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { MailServer } from '../channel.ts';
import { mayCall } from './address-rule.ts';
import type { SmtpSettings } from './smtp-url.ts';

export interface NamedServerRules {
  /** Whether servers at private addresses may be named. */
  readonly privateHosts: boolean;
  /** All addresses of a name; the system's without it. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
}

/** Why a name leads nowhere. */
export class UncallableHost extends Error {
  readonly why: 'no-such-host' | 'address-forbidden';

  constructor(why: UncallableHost['why']) {
    super(why === 'no-such-host' ? 'the name has no address' : 'the address is not one that may be called');
    this.why = why;
  }
}

const security = {
  tls: 'implicit',
  starttls: 'required',
  'starttls-if-offered': 'opportunistic',
  none: 'off',
} as const;

/** A server that a person has named, as the transport takes it: its name is looked up and judged at each connection. */
export function smtpSettingsOf(server: MailServer, rules: NamedServerRules): SmtpSettings {
  const { host, port, verifyCertificate, login } = server;
  return {
    ...{ kind: 'smtp', host, port, tls: security[server.security] },
    verifyCertificate: server.security === 'starttls-if-offered' ? false : verifyCertificate,
    ...(login ? { login } : {}),
    ...{ connections: 4, messagesPerConnection: 500, pipelining: true },
    addressOf: () => callableAddress(host, rules),
  };
}

const patienceMs = 10_000;

/**
 * An address of the host that may be called. All of its addresses have to be: a name with a public and a forbidden
 * one is a trap. The connection is made to what is answered here, so that a second look-up cannot lead elsewhere.
 */
async function callableAddress(host: string, rules: NamedServerRules): Promise<string> {
  const name = host.replace(/\.$/, '');
  const addresses = isIP(name) ? [name] : await addressesOf(name, rules.resolve ?? systemAddresses);
  if (addresses.length === 0) throw new UncallableHost('no-such-host');
  if (!addresses.every((address) => mayCall(address, rules.privateHosts))) {
    throw new UncallableHost('address-forbidden');
  }
  return addresses.find((address) => isIP(address) === 4) ?? addresses[0]!;
}

async function addressesOf(
  name: string,
  resolve: (host: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly string[]>((settle) => {
    timer = setTimeout(() => settle([]), patienceMs);
  });
  try {
    return await Promise.race([resolve(name).catch(() => []), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function systemAddresses(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}
