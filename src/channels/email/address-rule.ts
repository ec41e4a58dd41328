import { BlockList, isIP } from 'node:net';

type Subnet = readonly [network: string, prefix: number, family: 'ipv4' | 'ipv6'];

/** Nobody's mail server: this network, link-local with the metadata of clouds, multicast, ways around a check. */
const never: readonly Subnet[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['224.0.0.0', 4, 'ipv4'],
  ['240.0.0.0', 4, 'ipv4'],
  // Metadata and platform services that clouds keep at public-looking addresses.
  ['100.100.100.200', 32, 'ipv4'],
  ['168.63.129.16', 32, 'ipv4'],
  ['::', 128, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
  ['fd00:ec2::254', 128, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['2001::', 32, 'ipv6'],
];

/** This machine and the networks behind it (RFC 1918, 6598, 4193). */
const behind: readonly Subnet[] = [
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['::1', 128, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
];

const neverList = listOf(never);
const behindList = listOf(behind);

/** Whether a server that somebody else names may be called at this address. */
export function mayCall(address: string, privateHosts: boolean): boolean {
  const plain = withoutMapping(address);
  const family = isIP(plain) === 4 ? 'ipv4' : 'ipv6';
  if (isIP(plain) === 0 || neverList.check(plain, family)) return false;
  return privateHosts || !behindList.check(plain, family);
}

/** Submission's ports and those that providers use beside them; a list of ports to be tried is not our business. */
const submissionPorts: ReadonlySet<number> = new Set([25, 465, 587, 2465, 2525, 2587, 8025]);

export function mayUsePort(port: number, privateHosts: boolean): boolean {
  return privateHosts || submissionPorts.has(port);
}

/** `::ffff:10.0.0.1` is 10.0.0.1, in whichever of its spellings. */
function withoutMapping(address: string): string {
  if (isIP(address) !== 6) return address;
  const short = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1);
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(short);
  if (!mapped) return short;
  const [high, low] = [Number.parseInt(mapped[1]!, 16), Number.parseInt(mapped[2]!, 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

function listOf(subnets: readonly Subnet[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix, family] of subnets) list.addSubnet(network, prefix, family);
  return list;
}
