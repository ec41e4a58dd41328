import type { Secrets } from '../../kernel/signed-token.ts';
import type { MailServers } from '../channel.ts';
import { type NamedServerRules, smtpSettingsOf } from './named-server.ts';
import { openEmailChannel } from './open-email-channel.ts';
import { tryServer } from './try-server.ts';

export interface MailServersOptions extends NamedServerRules {
  readonly secrets: Secrets;
  /** Messages a second over all connections of this process, for each server. */
  readonly perSecond?: number;
}

/** Servers that partners name themselves. */
export function openMailServers({ secrets, perSecond, ...rules }: MailServersOptions): MailServers {
  const rate = perSecond === undefined ? {} : { perSecond };
  return {
    privateHosts: rules.privateHosts,
    open: (server, bounceDomain) =>
      openEmailChannel({ mail: { ...smtpSettingsOf(server, rules), ...rate }, bounceDomain, secrets }),
    try: (server, sender) => tryServer(server, sender, rules),
  };
}
