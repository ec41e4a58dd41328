import type { Secrets } from '../../kernel/signed-token.ts';
import type { EmailChannel, MailTransport } from '../channel.ts';
import { composeMessage } from './compose-message.ts';
import { outboxTransport } from './outbox-transport.ts';
import { redact } from './redact.ts';
import { returnPathFor, subjectOfReturnPath } from './return-path.ts';
import type { SmtpTimeouts } from './smtp-timeouts.ts';
import { SmtpTransport } from './smtp-transport.ts';
import type { MailSettings } from './smtp-url.ts';

export interface EmailChannelOptions {
  readonly mail: MailSettings;
  /** Bounces come back to this domain. */
  readonly bounceDomain: string;
  readonly secrets: Secrets;
  readonly timeouts?: Partial<SmtpTimeouts>;
}

/** E-mail as the notices see it. Opens no connection before the first message. */
export function openEmailChannel({
  mail,
  bounceDomain,
  secrets,
  timeouts,
}: EmailChannelOptions): EmailChannel {
  return {
    transport: openTransport(mail, timeouts),
    compose: composeMessage,
    returnPathFor: (subject) => returnPathFor(subject, bounceDomain, secrets),
    subjectOfReturnPath: (address) => subjectOfReturnPath(address, secrets),
    redact,
  };
}

function openTransport(mail: MailSettings, timeouts: Partial<SmtpTimeouts> | undefined): MailTransport {
  return mail.kind === 'outbox' ? outboxTransport() : new SmtpTransport(mail, timeouts);
}
