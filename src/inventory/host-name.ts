import { isIPv4 } from 'node:net';
import { domainToASCII, domainToUnicode } from 'node:url';
import { getDomain } from 'tldts';

/** RFC 1035 section 2.3.4: 255 octets on the wire are 253 characters as people write a name. */
const longestName = 253;

const label = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
/** No top-level domain begins with a digit; a name whose last label does would be read as an address (WHATWG URL, "ends in a number"). */
const lastLabel = '[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?';
const plainName = new RegExp(`^(?:${label}\\.)*${lastLabel}$`);
const plainNameOrWildcard = new RegExp(`^(?:\\*\\.)?(?:${label}\\.)*${lastLabel}$`);
/** ASCII that no host name holds: URL syntax, spaces, control characters, percent signs, asterisks. */
const foreignAscii = /[\u0000-\u002c\u002f\u003a-\u0040\u005b-\u005e\u0060\u007b-\u007f]/;

/**
 * The one spelling under which a name is kept: lower case, without a trailing dot, international labels as
 * A-labels (`xn--…`), a wildcard only as the whole leftmost label, addresses in their canonical form.
 *
 * Undefined for everything else: schemes, ports, paths, white space (the caller trims), control characters, empty
 * or over-long labels, A-labels that decode to nothing valid. Underscores and single labels pass, because private
 * authorities issue for them. Normalising twice changes nothing.
 */
export function normalizeHostName(text: string): string | undefined {
  if (text.length <= longestName && plainNameOrWildcard.test(text) && !text.includes('xn--')) return text;
  if (text.length > 4 * longestName) return undefined;
  const dotless = text.endsWith('.') ? text.slice(0, -1) : text;
  const address = normalizeAddress(dotless);
  if (address !== undefined) return dotless === text ? address : undefined;
  const wildcard = dotless.startsWith('*.');
  const name = normalizeName(wildcard ? dotless.slice(2) : dotless);
  if (name === undefined) return undefined;
  const whole = wildcard ? `*.${name}` : name;
  return whole.length <= longestName ? whole : undefined;
}

function normalizeName(text: string): string | undefined {
  if (foreignAscii.test(text)) return undefined;
  const plain = /^[\u0000-\u007f]*$/.test(text) && !/xn--/i.test(text);
  const name = plain ? text.toLowerCase() : toALabels(text);
  return name !== undefined && plainName.test(name) ? name : undefined;
}

/** UTS #46 as URLs use it; a name whose A-labels do not decode, or not back to themselves, is refused. */
function toALabels(text: string): string | undefined {
  const ascii = domainToASCII(text);
  const unicode = domainToUnicode(ascii);
  if (unicode === '' || unicode.includes('xn--')) return undefined;
  return domainToASCII(unicode) === ascii ? ascii : undefined;
}

/** Dotted quads as they are; IPv6, with or without brackets, as RFC 5952 writes it; no zones, no ports. */
function normalizeAddress(text: string): string | undefined {
  if (isIPv4(text)) return text;
  if (!text.includes(':')) return undefined;
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  if (!/^[0-9a-f:.]+$/i.test(bare)) return undefined;
  return URL.parse(`http://[${bare}]/`)?.hostname.slice(1, -1);
}

/** True for the canonical addresses that `normalizeHostName` gives. */
export function isAddress(name: string): boolean {
  return name.includes(':') || isIPv4(name);
}

const suffixRules = { extractHostname: false, validateHostname: false, detectIp: false } as const;

/**
 * The part of a normalised name that somebody registered, by the public suffix list (publicsuffix.org); undefined
 * for addresses, single labels and bare suffixes.
 *
 * The private section counts (`tienda.myshopify.com`, `empresa.uk.com`): whoever holds the name below such a suffix
 * is another party than the suffix's operator. The operator's own bare name falls back to the registries' section.
 * Endings the list does not know (`.example`, `.internal`) follow its default rule: one label below.
 */
export function registrableDomain(name: string): string | undefined {
  if (isAddress(name)) return undefined;
  const host = name.startsWith('*.') ? name.slice(2) : name;
  return (
    getDomain(host, { ...suffixRules, allowPrivateDomains: true }) ??
    getDomain(host, suffixRules) ??
    undefined
  );
}
