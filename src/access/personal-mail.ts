import { randomUUID } from 'node:crypto';
import type { DkimIdentity, EmailChannel } from '../channels/channel.ts';
import type { Language } from '../kernel/locale.ts';
import type { Now } from '../kernel/now.ts';

/** Who the mails to our own people come from. */
export interface PersonalSender {
  readonly name: string | null;
  readonly address: string;
  readonly domain: string;
  readonly dkim: DkimIdentity | null;
}

export interface PersonalLetter {
  readonly to: { readonly name: string; readonly address: string };
  readonly language: Language;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** `kept`: mail does not leave this installation. `failed`: the mail server did not take it. */
export type MailOutcome = 'submitted' | 'kept' | 'failed';

/** Never rejects. */
export type PersonalMail = (letter: PersonalLetter) => Promise<MailOutcome>;

export interface PersonalMailOptions {
  readonly email: EmailChannel;
  readonly sender: PersonalSender;
  readonly now: Now;
  /** False while `SMTP_URL` is `outbox:`. */
  readonly leaves: boolean;
}

/** Mails that a person asked for, or was asked with: no ledger, no cadence, nothing to unsubscribe from. */
export function personalMail({ email, sender, now, leaves }: PersonalMailOptions): PersonalMail {
  return async (letter) => {
    if (!leaves) return 'kept';
    try {
      return await submit(letter);
    } catch {
      // An address that cannot stand in a header; what it was is nobody else’s business.
      return 'failed';
    }
  };

  async function submit(letter: PersonalLetter): Promise<MailOutcome> {
    const message = await email.compose({
      from: { name: sender.name ?? 'Vigente', address: sender.address },
      to: letter.to,
      subject: letter.subject,
      html: letter.html,
      text: letter.text,
      messageId: `<${randomUUID()}.person@${sender.domain}>`,
      date: now(),
      language: letter.language,
      ...(sender.dkim ? { dkim: sender.dkim } : {}),
    });
    const result = await email.transport.submit(
      { from: sender.address, to: letter.to.address, ...message },
      async () => true,
    );
    return result.kind === 'submitted' ? 'submitted' : 'failed';
  }
}
