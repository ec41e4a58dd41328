import { Fault } from '../kernel/fault.ts';
import type { Access } from './access.ts';
import { type Browser, libraryHeaders } from './browser.ts';
import type { Caller } from './caller.ts';
import { checkPassword } from './check-password.ts';
import { countGuess, type Guessed, guessedRight } from './count-guess.ts';
import { libraryTrouble } from './library-trouble.ts';
import { personById } from './person-store.ts';
import { recordForPerson } from './record-for-person.ts';

export interface PasswordChange {
  readonly current: string;
  readonly password: string;
}

/** Ends every other session of the person; answers with the cookies of a new one for this browser. */
export async function changePassword(
  access: Access,
  caller: Caller,
  { current, password }: PasswordChange,
  browser: Browser,
): Promise<readonly string[]> {
  const person = (await personById(access.db.system, caller.person))!;
  checkPassword(password, person);
  const guessed: Guessed[] = [{ kind: 'account', of: caller.person }];
  await countGuess(access, guessed);
  const { api } = await access.library();
  try {
    const { headers } = await api.changePassword({
      body: { currentPassword: current, newPassword: password, revokeOtherSessions: true },
      headers: libraryHeaders(browser),
      returnHeaders: true,
    });
    await guessedRight(access, guessed);
    await recordForPerson(access, caller.person, 'account:password-change');
    return headers.getSetCookie();
  } catch (error) {
    if (libraryTrouble(error) === undefined) throw error;
    throw new Fault('invalid', 'the present password is wrong', { code: 'wrong-present-password' });
  }
}
