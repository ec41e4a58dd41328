import type { PartnerId } from '../kernel/ids.ts';
import { type Secrets, signToken, verifyToken } from '../kernel/signed-token.ts';

const form = { kind: 'digest-link', alphabet: 'url' } as const;

/** Leads from somebody's mail to whether it goes on coming: `https://…/d/1-…`. */
export function digestLink(publicUrl: string, { partner, person }: DigestReader, secrets: Secrets): string {
  const letters =
    Buffer.from(person)
      .toString('hex')
      .match(/.{1,64}/g) ?? [];
  return `${publicUrl.replace(/\/+$/, '')}/d/${signToken(form, [partner.toString(36), ...letters], secrets)}`;
}

export interface DigestReader {
  readonly partner: PartnerId;
  readonly person: string;
}

/** Whose mail the link was in; undefined for one that is not ours. */
export function readDigestLink(token: string, secrets: Secrets): DigestReader | undefined {
  const [partner, ...letters] = verifyToken(form, token, secrets) ?? [];
  if (partner === undefined || letters.length === 0) return undefined;
  return { partner: Number.parseInt(partner, 36), person: Buffer.from(letters.join(''), 'hex').toString() };
}
