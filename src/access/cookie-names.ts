import { hkdfSync } from 'node:crypto';

export interface CookieNames {
  readonly session: string;
  /** Between password and second factor. */
  readonly challenge: string;
  readonly secure: boolean;
}

/**
 * `__Host-` (RFC 6265bis 4.1.3.2) makes a browser refuse the cookie from anyone but this very host over TLS; without
 * TLS a browser would refuse the cookie itself.
 */
export function cookieNames(publicUrl: string): CookieNames {
  const secure = publicUrl.startsWith('https:');
  const prefix = secure ? '__Host-' : '';
  return { session: `${prefix}vigente_session`, challenge: `${prefix}vigente_challenge`, secure };
}

/** Cookies are signed with a key of their own, so that the secret itself signs nothing twice. */
export function cookieSecretOf(secret: string): string {
  return Buffer.from(hkdfSync('sha256', secret, '', 'vigente sign-in', 32)).toString('base64url');
}
