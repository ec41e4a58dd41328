import type { Exposure } from './deps.ts';

/** True for a name or address that only this machine can use for itself (RFC 6761 6.3, RFC 1122 3.2.1.3). */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  return name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
}

/** The name in a Host header without its port, in lower case; undefined for what is no host. */
export function hostNameOf(header: string | undefined): string | undefined {
  const match = /^(\[[0-9a-f:.]+\]|[^\s:/?#@[\]]+)(?::\d{1,5})?$/i.exec(header?.trim() ?? '');
  return match?.[1]?.toLowerCase();
}

/**
 * Whether a request names a host that is ours. A page elsewhere whose own name was pointed at this machine
 * (DNS rebinding) names its own.
 */
export function isOurHost(header: string | undefined, { host, publicUrl }: Exposure): boolean {
  const name = hostNameOf(header);
  if (name === undefined) return false;
  return (
    isLoopback(name) || name === new URL(publicUrl).hostname.toLowerCase() || name === host.toLowerCase()
  );
}

/** Headers that a proxy adds: the request comes from somewhere else. */
const forwardingHeaders = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
] as const;

/**
 * Whether a request comes from the machine itself: the server listens on loopback, the request names loopback and no
 * proxy has passed it on. Where `PUBLIC_URL` is a public address it never does, because a proxy in its usual setting
 * (`proxy_pass http://127.0.0.1:…`) would make every request look like one from this machine.
 */
export function isFromThisMachine(exposure: Exposure, header: (name: string) => string | undefined): boolean {
  const asked = hostNameOf(header('host'));
  return (
    isLoopback(exposure.host) &&
    isLoopback(new URL(exposure.publicUrl).hostname) &&
    asked !== undefined &&
    isLoopback(asked) &&
    forwardingHeaders.every((name) => header(name) === undefined)
  );
}
