import { Fault } from '../kernel/fault.ts';
import { type PasswordTrouble, passwordLength, passwordTrouble } from './password-rule.ts';

const sentences: Readonly<Record<PasswordTrouble, string>> = {
  'too-short': `the password needs at least ${passwordLength.least} characters`,
  'too-long': `the password may have at most ${passwordLength.most} characters`,
  'too-simple': 'the password is too easy to guess',
  'own-name': 'the password must not be little more than the own name or address',
};

/** Throws `invalid`, with `password` naming the reason for programs, for a password that will not do. */
export function checkPassword(password: string, person: { email: string; name: string }): void {
  const trouble = passwordTrouble(password, person);
  if (!trouble) return;
  throw new Fault('invalid', sentences[trouble], {
    ...{ code: `password-${trouble}`, params: passwordLength, details: { password: trouble } },
  });
}
