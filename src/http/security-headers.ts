import type { MiddlewareHandler } from 'hono';

/** Pages without script: style, fonts and frames from here, forms to here, in nobody's frame. */
const pagePolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const everywhere: Readonly<Record<string, string>> = {
  'content-security-policy': pagePolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cache-control': 'no-store',
};

/** A year of TLS only (RFC 6797). This host alone: of the partner's other hosts we know nothing. */
const tlsOnly = { 'strict-transport-security': 'max-age=31536000' };

/**
 * On every answer; an answer that has set one of them itself keeps its own. Where people reach us over TLS, browsers
 * are told to come no other way.
 */
export function securityHeaders({ publicUrl }: { readonly publicUrl: string }): MiddlewareHandler {
  const isTls = new URL(publicUrl).protocol === 'https:';
  const headers = Object.entries({ ...everywhere, ...(isTls ? tlsOnly : {}) });
  return async (c, next) => {
    await next();
    for (const [name, value] of headers) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
  };
}
