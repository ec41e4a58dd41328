import { randomBytes } from 'node:crypto';
import { Fault } from '../kernel/fault.ts';
import type { Language } from '../kernel/locale.ts';
import { parseAddress } from '../kernel/mail-address.ts';
import type { Access } from './access.ts';
import type { Actor } from './audit.ts';
import { checkPassword } from './check-password.ts';
import { countGuess, guessedRight } from './count-guess.ts';
import { resetLetter } from './letters.ts';
import { libraryTrouble } from './library-trouble.ts';
import { joinedPartners } from './membership-store.ts';
import { personByEmail, personById } from './person-store.ts';
import { recordForPerson } from './record-for-person.ts';

const goodForMinutes = 60;

/**
 * Mails a link to whoever has that address. Nobody learns whether somebody has: the answer is the same, and the mail
 * leaves after it. Rejects only for what should be reported.
 */
export async function forgotPassword(
  access: Access,
  asked: { readonly email: string; readonly language: Language; readonly address: string },
  afterwards: (mailing: Promise<unknown>) => void,
): Promise<void> {
  const email = parseAddress(asked.email)?.key ?? '';
  // Not given back: asking is limited like guessing, so that nobody's mailbox is flooded.
  await countGuess(access, [
    { kind: 'address', of: asked.address },
    { kind: 'account', of: `forgot ${email}` },
  ]);
  afterwards(mailReset(access, email, asked.language));
}

async function mailReset(access: Access, email: string, language: Language): Promise<void> {
  const person = await personByEmail(access.db.system, email);
  const link = person && (await resetLink(access, email));
  if (!link) return;
  const addressee = { ...person, language: (person.language as Language | null) ?? language };
  const outcome = await access.mail(resetLetter(addressee, link));
  if (outcome === 'failed')
    throw new Fault('unavailable', 'the mail server did not take a password mail', { code: 'mail-refused' });
}

/**
 * A link that lets its holder choose a new password, once, within an hour; undefined where nobody may sign in. One
 * that an operator makes for somebody else is written to the log.
 */
export async function resetLink(
  access: Access,
  email: string,
  operator?: Actor,
): Promise<string | undefined> {
  const person = await personByEmail(access.db.system, email);
  if (!person || (await joinedPartners(access.db, person.id)).length === 0) return undefined;
  if (operator) await recordForPerson(access, person.id, 'people:reset-link', operator);
  const token = randomBytes(24).toString('base64url');
  const { internalAdapter } = await (await access.library()).$context;
  await internalAdapter.createVerificationValue({
    identifier: identifierOf(token),
    value: person.id,
    expiresAt: new Date(Date.now() + goodForMinutes * 60_000),
  });
  return `${access.publicUrl}/reset-password#token=${token}`;
}

/** The library's own name for it, kept as a hash. */
function identifierOf(token: string): string {
  return `reset-password:${token}`;
}

/** Uses up the link. All sessions of the person end; a second factor is still asked for at the next sign-in. */
export async function resetPassword(
  access: Access,
  given: { readonly token: string; readonly password: string; readonly address: string },
): Promise<void> {
  const guessed = [{ kind: 'address', of: given.address }] as const;
  await countGuess(access, guessed);
  const { api, $context } = await access.library();
  const begun = await (await $context).internalAdapter.findVerificationValue(identifierOf(given.token));
  const person = begun ? await personById(access.db.system, begun.value) : undefined;
  if (!person || begun!.expiresAt.getTime() <= Date.now()) throw deadLink();
  checkPassword(given.password, person);
  try {
    await api.resetPassword({ body: { token: given.token, newPassword: given.password } });
  } catch (error) {
    if (libraryTrouble(error) === undefined) throw error;
    throw deadLink();
  }
  await guessedRight(access, [
    ...guessed,
    { kind: 'account', of: person.email },
    { kind: 'account', of: person.id },
  ]);
  await recordForPerson(access, person.id, 'account:password-reset');
}

function deadLink(): Fault {
  return new Fault('invalid', 'this link has been used or is over', {
    code: 'link-over',
    hint: 'ask for a new one',
  });
}
