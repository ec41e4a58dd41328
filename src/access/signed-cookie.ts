import { createHmac, timingSafeEqual } from 'node:crypto';

/** The value of a cookie that we signed, or undefined. The form is that of better-call: `value.HMAC-SHA-256`. */
export function signedCookie(header: string | undefined, name: string, secret: string): string | undefined {
  const raw = cookieValue(header, name);
  const dot = raw?.lastIndexOf('.') ?? -1;
  if (raw === undefined || dot < 1) return undefined;
  const value = raw.slice(0, dot);
  const given = Buffer.from(raw.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', secret).update(value).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : undefined;
}

/** As the browser sent it, percent-encoding undone. */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const equals = part.indexOf('=');
    if (equals < 0 || part.slice(0, equals).trim() !== name) continue;
    try {
      return decodeURIComponent(part.slice(equals + 1).trim());
    } catch {
      return undefined;
    }
  }
  return undefined;
}
