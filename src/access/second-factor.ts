import { Fault } from '../kernel/fault.ts';
import type { Access } from './access.ts';
import { type Browser, libraryHeaders } from './browser.ts';
import type { Caller } from './caller.ts';
import { countGuess, type Guessed, guessedRight } from './count-guess.ts';
import { libraryTrouble } from './library-trouble.ts';
import { recordForPerson } from './record-for-person.ts';
import type { SignInAnswer } from './sign-in.ts';
import { signedCookie } from './signed-cookie.ts';

export interface SecondFactor {
  /** Six digits from the app, or one of the recovery codes, each of which works once. */
  readonly code: string;
}

/** Ends a sign-in that asked for a second factor. Throws `unauthenticated` for a wrong code or a forgotten start. */
export async function finishSignIn(
  access: Access,
  { code }: SecondFactor,
  browser: Browser,
): Promise<SignInAnswer> {
  const library = await access.library();
  const challenge = signedCookie(browser.cookie, access.cookies.challenge, access.cookieSecret);
  const { internalAdapter } = await library.$context;
  const begun = challenge === undefined ? null : await internalAdapter.findVerificationValue(challenge);
  if (!begun || begun.expiresAt.getTime() <= access.now().epochMilliseconds) {
    throw new Fault('unauthenticated', 'the sign-in was begun too long ago', {
      code: 'sign-in-too-old',
      hint: 'begin again with your password',
    });
  }
  const person = begun.value;
  const guessed: Guessed[] = [
    { kind: 'address', of: browser.address },
    { kind: 'second-factor', of: person },
  ];
  await countGuess(access, guessed);
  const cookies = await tryCode(access, code, browser);
  if (!cookies) throw new Fault('unauthenticated', 'the code is wrong', { code: 'wrong-code' });
  await guessedRight(access, guessed);
  await recordForPerson(access, person, 'account:sign-in');
  return { kind: 'signed-in', cookies };
}

async function tryCode(access: Access, typed: string, browser: Browser): Promise<string[] | undefined> {
  const { api } = await access.library();
  const code = typed.replace(/\s/g, '');
  const asked = { body: { code }, headers: libraryHeaders(browser), returnHeaders: true } as const;
  try {
    const { headers } = /^\d{6}$/.test(code)
      ? await api.verifyTOTP(asked)
      : await api.verifyBackupCode(asked);
    return headers.getSetCookie();
  } catch (error) {
    if (libraryTrouble(error) === undefined) throw error;
    return undefined;
  }
}

export interface SecondFactorSetUp {
  /** `otpauth://totp/…`, for the app. */
  readonly uri: string;
  /** Each works once, when the app is lost. Shown once. */
  readonly recoveryCodes: readonly string[];
}

/** Begins: nothing is asked for at sign-in until a first code has been confirmed. Takes the password anew. */
export async function setUpSecondFactor(
  access: Access,
  caller: Caller,
  password: string,
  browser: Browser,
): Promise<SecondFactorSetUp> {
  const { api } = await access.library();
  const answer = await withPassword(access, caller, () =>
    api.enableTwoFactor({ body: { password, method: 'totp' }, headers: libraryHeaders(browser) }),
  );
  if (answer.method !== 'totp') throw new Fault('internal', 'the library set up another second factor');
  return { uri: answer.totpURI, recoveryCodes: answer.backupCodes };
}

/** Confirms with a first code, from which moment on it is asked for. Answers with the cookies of a new session. */
export async function confirmSecondFactor(
  access: Access,
  caller: Caller,
  { code }: SecondFactor,
  browser: Browser,
): Promise<readonly string[]> {
  const guessed: Guessed[] = [{ kind: 'second-factor', of: caller.person }];
  await countGuess(access, guessed);
  const { api } = await access.library();
  const body = { code: code.replace(/\s/g, '') };
  try {
    const { headers } = await api.verifyTOTP({ body, headers: libraryHeaders(browser), returnHeaders: true });
    await guessedRight(access, guessed);
    await recordForPerson(access, caller.person, 'account:second-factor-on');
    return headers.getSetCookie();
  } catch (error) {
    if (libraryTrouble(error) === undefined) throw error;
    throw new Fault('invalid', 'the code is wrong', {
      code: 'wrong-new-code',
      hint: 'check the clock of the telephone',
    });
  }
}

/** Answers with the cookies of a new session. */
export async function removeSecondFactor(
  access: Access,
  caller: Caller,
  password: string,
  browser: Browser,
): Promise<readonly string[]> {
  const { api } = await access.library();
  const { headers } = await withPassword(access, caller, () =>
    api.disableTwoFactor({ body: { password }, headers: libraryHeaders(browser), returnHeaders: true }),
  );
  await recordForPerson(access, caller.person, 'account:second-factor-off');
  return headers.getSetCookie();
}

async function withPassword<T>(access: Access, { person }: Caller, work: () => Promise<T>): Promise<T> {
  const guessed: Guessed[] = [{ kind: 'account', of: person }];
  await countGuess(access, guessed);
  try {
    const answer = await work();
    await guessedRight(access, guessed);
    return answer;
  } catch (error) {
    const trouble = libraryTrouble(error);
    if (trouble === undefined) throw error;
    if (trouble === 'TOTP_ALREADY_ENABLED')
      throw new Fault('conflict', 'the second factor is already on', { code: 'second-factor-on' });
    throw new Fault('invalid', 'the password is wrong', { code: 'wrong-present-password' });
  }
}
