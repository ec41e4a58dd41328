import { type TxtRecord, txtRecord } from './txt-record.ts';

/** A key's public half, and where its record belongs. */
export interface PublishedKey {
  readonly domain: string;
  readonly selector: string;
  readonly publicKey: string;
}

/** RFC 6376 3.6.1. */
export function dkimRecord({ domain, selector, publicKey }: PublishedKey): TxtRecord {
  return txtRecord(domain, `${selector}._domainkey`, `v=DKIM1; k=rsa; p=${publicKey}`);
}

/** What `p=` of a record holds; empty: the key was taken back; undefined: no key record. */
export function publicKeyIn(record: string): string | undefined {
  const tags = new Map(
    record.split(';').map((tag) => {
      const [name = '', ...value] = tag.split('=');
      return [name.trim(), value.join('=').replace(/\s/g, '')] as const;
    }),
  );
  return tags.get('p');
}
