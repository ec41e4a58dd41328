import { isAddress } from './host-name.ts';

/**
 * Whether a certificate's name speaks for a host, both normalised: the same name, or a wildcard that stands for
 * exactly one label (RFC 9525 section 6.3). A wildcard speaks for itself, for no narrower wildcard and no address.
 */
export function covers(certificateName: string, host: string): boolean {
  if (certificateName === host) return true;
  if (!certificateName.startsWith('*.') || host.startsWith('*.') || isAddress(host)) return false;
  const dot = host.indexOf('.');
  return (
    dot > 0 && certificateName.length === host.length - dot + 1 && certificateName.endsWith(host.slice(dot))
  );
}

/** Those of `names` that nothing in `by` covers, in their order. Linear in both. */
export function uncovered(names: readonly string[], by: ReadonlySet<string>): string[] {
  return names.filter((name) => !isCovered(name, by));
}

function isCovered(name: string, by: ReadonlySet<string>): boolean {
  if (by.has(name)) return true;
  const wildcard = wildcardFor(name);
  return wildcard !== undefined && by.has(wildcard);
}

/** The one wildcard that covers this host; undefined for single labels, wildcards and addresses. */
export function wildcardFor(host: string): string | undefined {
  if (host.startsWith('*.') || isAddress(host)) return undefined;
  const dot = host.indexOf('.');
  return dot > 0 ? `*${host.slice(dot)}` : undefined;
}
