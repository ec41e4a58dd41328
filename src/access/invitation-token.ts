import { createHash, randomBytes } from 'node:crypto';
import type { PartnerId } from '../kernel/ids.ts';

/** Says which partner it is for, so that it is looked up among that partner's only; the rest is chance. */
export function newInvitationToken(partner: PartnerId): string {
  return `${partner.toString(36)}.${randomBytes(24).toString('base64url')}`;
}

export function partnerOfToken(token: string): PartnerId | undefined {
  const match = /^([0-9a-z]{1,6})\.[\w-]{32}$/.exec(token);
  const partner = match ? Number.parseInt(match[1]!, 36) : 0;
  return partner > 0 && partner < 2 ** 31 ? partner : undefined;
}

/** What is kept of a token. It has 192 bits of chance, so a plain hash cannot be guessed back. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
