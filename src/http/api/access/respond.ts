import type { Context } from 'hono';

/** Cookies of a sign-in, beside those that the answer has already. */
export function setCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
}

/** An answer without a body. */
export function nothing<const S extends 202 | 204 = 204>(description: string, status: S = 204 as S) {
  return { [status]: { description } } as Record<S, { description: string }>;
}
