import { domainToASCII } from 'node:url';
import type { Partner } from '../partners/partner.ts';
import type { InstallationMail } from './mail-deps.ts';

export interface SenderShown {
  readonly name: string | null;
  readonly address: string;
  readonly replyTo: string | null;
  readonly source: 'own' | 'installation';
}

/** Who the partner's messages come from. */
export function senderOf(
  { settings }: Pick<Partner, 'settings'>,
  { sender }: Pick<InstallationMail, 'sender'>,
): SenderShown {
  const own = settings.sender;
  if (!own) return { name: sender.name, address: sender.address, replyTo: null, source: 'installation' };
  return { name: own.name, address: own.address, replyTo: own.replyTo ?? null, source: 'own' };
}

/** The domain of an address as the DNS knows it. */
export function domainOf(address: string): string {
  return domainToASCII(address.slice(address.lastIndexOf('@') + 1)).toLowerCase();
}
