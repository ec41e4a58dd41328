/** A record as it has to stand in the DNS. */
export interface TxtRecord {
  readonly type: 'TXT';
  readonly name: string;
  /** As most DNS panels ask for it: without the domain, `@` for the domain itself. */
  readonly host: string;
  readonly value: string;
  readonly zoneFile: string;
}

/** A string of a TXT record holds at most 255 octets (RFC 1035 3.3.14). */
const longestString = 255;

/** `label` is empty for the domain itself. */
export function txtRecord(domain: string, label: string, value: string): TxtRecord {
  const pieces = value.match(new RegExp(`.{1,${longestString}}`, 'gs')) ?? [''];
  return {
    type: 'TXT',
    name: label === '' ? domain : `${label}.${domain}`,
    host: label === '' ? '@' : label,
    value,
    zoneFile: pieces.map((piece) => `"${piece.replace(/["\\]/g, '\\$&')}"`).join(' '),
  };
}
