import { MailParts } from '../mail/mail-parts.tsx';

export function MailStep() {
  return <MailParts />;
}
