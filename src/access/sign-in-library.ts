import { randomUUID } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Database } from '../storage/database.ts';
import { addressHeader } from './browser.ts';
import type { CookieNames } from './cookie-names.ts';
import { passwordLength } from './password-rule.ts';
import { sessionSeconds } from './session-length.ts';

export type SignInLibrary = ReturnType<typeof signInLibrary>;

export interface SignInLibraryOptions {
  readonly db: Database;
  readonly publicUrl: string;
  readonly cookieSecret: string;
  readonly cookies: CookieNames;
}

/**
 * better-auth on our tables: it hashes and checks passwords (scrypt), keeps sessions, and does the second factor. Its
 * own routes are not mounted; our verbs call it. Guessing is counted by us, because its count neither survives a
 * restart nor says when to try again.
 */
export function signInLibrary({ db, publicUrl, cookieSecret, cookies }: SignInLibraryOptions) {
  const attributes = { httpOnly: true, sameSite: 'lax', path: '/', secure: cookies.secure } as const;
  return betterAuth({
    appName: 'Vigente',
    baseURL: publicUrl,
    basePath: '/api/access/library',
    secret: cookieSecret,
    database: { db: db.people, type: 'postgres', transaction: true },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
      revokeSessionsOnPasswordReset: true,
    },
    user: { modelName: 'person' },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true, freshAge: 0 },
    account: { modelName: 'credential' },
    verification: { storeIdentifier: 'hashed' },
    advanced: {
      useSecureCookies: false,
      defaultCookieAttributes: attributes,
      cookies: {
        session_token: { name: cookies.session },
        two_factor: { name: cookies.challenge },
      },
      database: { generateId: () => randomUUID(), validateSchema: false },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    plugins: [
      twoFactor({
        issuer: 'Vigente',
        accountLockout: { enabled: false },
        schema: { twoFactor: { modelName: 'second_factor' } },
      }),
    ],
  });
}
