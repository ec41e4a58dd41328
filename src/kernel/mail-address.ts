import { domainToASCII } from 'node:url';

/** An address as it is stored and written into envelopes and headers, and the key under which it is one person's. */
export interface MailAddress {
  /** Local part as given (NFC), domain in lower case as A-labels: `José@xn--espaa-rta.example`. */
  readonly address: string;
  /** Lower case throughout. Consents, caps and bounces are kept under it. */
  readonly key: string;
}

/** Octets: RFC 5321 4.5.3.1.1, 4.5.3.1.2; a path of 256 with its angle brackets (4.5.3.1.3) leaves 254. */
const limits = { local: 64, domain: 253, address: 254, label: 63 } as const;

const atom = String.raw`[A-Za-z0-9!#$%&'*+/=?^_\x60{|}~\-]`;
const asciiLocal = new RegExp(`^${atom}+(?:\\.${atom}+)*$`);
/** RFC 6531 3.3 lets any non-ASCII character in; invisible, control and space characters are kept out here. */
const wideAtom = String.raw`(?:${atom}|[^\x00-\x7F\p{C}\p{Z}])`;
const wideLocal = new RegExp(`^${wideAtom}+(?:\\.${wideAtom}+)*$`, 'u');
const domainCharacters = /^[\p{L}\p{N}\p{M}.-]+$/u;
const label = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const nonAscii = /[^\x00-\x7F]/;

/**
 * Reads one bare address (no display name, no comment). `undefined` for whatever could not be delivered to or
 * could be read in two ways: control characters, a second `@`, an over-long part, a domain of one label, an
 * address literal. A quoted local part (`"a b"@…`, RFC 5321 4.1.2) is refused too: nearly nobody owns one and
 * it is the usual vehicle for smuggling a second recipient.
 */
export function parseAddress(text: string): MailAddress | undefined {
  const trimmed = text.replace(/^[ \t]+|[ \t]+$/g, '').normalize('NFC');
  const at = trimmed.indexOf('@');
  if (at < 1 || at !== trimmed.lastIndexOf('@')) return undefined;
  const local = trimmed.slice(0, at);
  const domain = asciiDomain(trimmed.slice(at + 1));
  if (domain === undefined || !isLocalPart(local)) return undefined;
  const address = `${local}@${domain}`;
  if (Buffer.byteLength(address) > limits.address) return undefined;
  return { address, key: address.toLowerCase() };
}

/**
 * True for an address exactly as `parseAddress` writes it. Asked when an address is stored and again when it
 * is used, so that nothing that came around the first check reaches a mail server.
 */
export function isSafeAddress(address: string): boolean {
  return parseAddress(address)?.address === address;
}

/** The local part holds non-ASCII characters: only a server that announces SMTPUTF8 takes it (RFC 6531). */
export function needsSmtpUtf8(address: string): boolean {
  return nonAscii.test(address.slice(0, address.lastIndexOf('@')));
}

function isLocalPart(local: string): boolean {
  if (!nonAscii.test(local)) return local.length <= limits.local && asciiLocal.test(local);
  return Buffer.byteLength(local) <= limits.local && wideLocal.test(local);
}

/** Lower-case A-labels of a domain name with at least two labels, or undefined. */
function asciiDomain(domain: string): string | undefined {
  if (!domainCharacters.test(domain)) return undefined;
  const ascii = nonAscii.test(domain) || /xn--/i.test(domain) ? domainToASCII(domain) : domain.toLowerCase();
  if (ascii.length === 0 || ascii.length > limits.domain) return undefined;
  const labels = ascii.split('.');
  if (labels.length < 2 || !labels.every((part) => part.length <= limits.label && label.test(part))) {
    return undefined;
  }
  return /^[0-9]+$/.test(labels.at(-1)!) ? undefined : ascii;
}
