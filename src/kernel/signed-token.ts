import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Fault } from './fault.ts';

/**
 * A short list of public fields with a seal, for links and return paths. Readable by anyone, made by nobody
 * but us: never put into it what its reader must not know.
 *
 * `url` uses letters of both cases; `mailbox` only lower case and digits, because mail systems on the way
 * change the case of local parts.
 */
export interface TokenForm {
  /** What the token is for. A token of one kind never verifies as another. */
  readonly kind: string;
  readonly alphabet: 'url' | 'mailbox';
}

/** The first secret seals; all of them verify, so that a secret can be changed without breaking old links. */
export type Secrets = readonly [string, ...string[]];

/** HMAC-SHA-256 (RFC 2104) cut to 128 bits: half of the output or more, RFC 2104 section 5. */
const sealBytes = 16;
const format = '1';
const fieldPattern = { url: /^[A-Za-z0-9_]{1,64}$/, mailbox: /^[a-z0-9]{1,64}$/ } as const;

/** `1-field-field-…-seal`. Throws `internal` for a field that its alphabet cannot carry. */
export function signToken(form: TokenForm, fields: readonly string[], secrets: Secrets): string {
  for (const field of fields) {
    if (!fieldPattern[form.alphabet].test(field)) {
      throw new Fault(
        'internal',
        `a field of a ${form.kind} token must match ${fieldPattern[form.alphabet]}`,
      );
    }
  }
  const body = [format, ...fields].join('-');
  return `${body}-${seal(form, body, secrets[0])}`;
}

/** The fields of a token that we made, or undefined; takes the same time whichever seal is wrong. */
export function verifyToken(form: TokenForm, token: string, secrets: Secrets): string[] | undefined {
  if (token.length > 512) return undefined;
  const text = form.alphabet === 'mailbox' ? token.toLowerCase() : token;
  const end = text.length - sealLength(form) - 1;
  if (end < 1 || text[end] !== '-') return undefined;
  const body = text.slice(0, end);
  const given = Buffer.from(text.slice(end + 1));
  let matches = false;
  for (const secret of secrets) {
    const expected = Buffer.from(seal(form, body, secret));
    if (given.length === expected.length && timingSafeEqual(given, expected)) matches = true;
  }
  const [version, ...fields] = body.split('-');
  return matches && version === format ? fields : undefined;
}

function seal(form: TokenForm, body: string, secret: string): string {
  const mac = createHmac('sha256', keyFor(form.kind, secret)).update(body).digest().subarray(0, sealBytes);
  // base64url without its '-', which separates the fields: '.' is as safe in a URL (RFC 3986 2.3).
  return form.alphabet === 'url' ? mac.toString('base64url').replaceAll('-', '.') : base32(mac);
}

function sealLength(form: TokenForm): number {
  return Math.ceil((sealBytes * 8) / (form.alphabet === 'url' ? 6 : 5));
}

const keys = new Map<string, Buffer>();

/** One key per kind of token, so that a seal of one kind is worth nothing for another. */
function keyFor(kind: string, secret: string): Buffer {
  const name = `${kind}\0${secret}`;
  let key = keys.get(name);
  if (!key) {
    key = Buffer.from(hkdfSync('sha256', secret, '', `vigente token ${kind}`, 32));
    if (keys.size < 64) keys.set(name, key);
  }
  return key;
}

/** RFC 4648 section 6, in lower case, without padding. */
function base32(bytes: Uint8Array): string {
  const digits = 'abcdefghijklmnopqrstuvwxyz234567';
  let out = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += digits[(value >> bits) & 31];
    }
  }
  return bits === 0 ? out : out + digits[(value << (5 - bits)) & 31];
}
