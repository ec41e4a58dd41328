import { Fault } from '../kernel/fault.ts';
import { parseAddress } from '../kernel/mail-address.ts';
import type { Access } from './access.ts';
import { type Browser, libraryHeaders } from './browser.ts';
import { countGuess, type Guessed, guessedRight } from './count-guess.ts';
import { libraryTrouble } from './library-trouble.ts';
import { joinedPartners } from './membership-store.ts';
import { personByEmail } from './person-store.ts';
import { recordForPerson } from './record-for-person.ts';
import { deleteSessions } from './session-store.ts';

export type SignInAnswer =
  | { readonly kind: 'signed-in'; readonly cookies: readonly string[] }
  /** The password was right; a code is asked for. */
  | { readonly kind: 'second-factor'; readonly cookies: readonly string[] };

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/**
 * Checks e-mail and password. Throws `unauthenticated` for a wrong one, in the same words and after the same work
 * whether the account exists or not, and `too-many` while account or address is locked.
 */
export async function signIn(access: Access, given: Credentials, browser: Browser): Promise<SignInAnswer> {
  const email = parseAddress(given.email)?.key ?? '';
  const guessed: Guessed[] = [
    { kind: 'address', of: browser.address },
    { kind: 'account', of: email },
  ];
  await countGuess(access, guessed);
  const answer = await tryPassword(access, { email, password: given.password }, browser);
  const person = await personByEmail(access.db.system, email);
  if (!person || !answer) throw wrongCredentials();
  if ((await joinedPartners(access.db, person.id)).length === 0) {
    await deleteSessions(access.db, person.id, null);
    throw wrongCredentials();
  }
  await guessedRight(access, guessed);
  if (answer.kind === 'signed-in') await recordForPerson(access, person.id, 'account:sign-in');
  return answer;
}

function wrongCredentials(): Fault {
  return new Fault('unauthenticated', 'e-mail or password is wrong', { code: 'wrong-password' });
}

async function tryPassword(
  access: Access,
  credentials: Credentials,
  browser: Browser,
): Promise<SignInAnswer | undefined> {
  const library = await access.library();
  try {
    const { headers, response } = await library.api.signInEmail({
      body: credentials,
      headers: libraryHeaders({ ...browser, cookie: undefined }),
      returnHeaders: true,
    });
    const isHalfway = 'twoFactorRedirect' in response && response.twoFactorRedirect === true;
    return { kind: isHalfway ? 'second-factor' : 'signed-in', cookies: headers.getSetCookie() };
  } catch (error) {
    if (libraryTrouble(error) === undefined) throw error;
    return undefined;
  }
}
