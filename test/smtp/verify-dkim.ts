import type { KeyObject } from 'node:crypto';
import { createHash, verify } from 'node:crypto';

/**
 * Checks the first DKIM signature of a message as a receiver would (RFC 6376 section 6.1), written apart from
 * the signer. Answers the signed field names, or why it is not valid.
 */
export function verifyDkim(message: Uint8Array, publicKey: KeyObject): string[] | string {
  const text = Buffer.from(message).toString('latin1');
  const split = text.indexOf('\r\n\r\n');
  const fields = text.slice(0, split).split(/\r\n(?=[^ \t])/);
  const body = text.slice(split + 4);
  const own = fields.findIndex((field) => /^dkim-signature:/i.test(field));
  if (own === -1) return 'no signature';
  const signature = fields[own]!;
  const tags = Object.fromEntries(
    signature
      .slice(signature.indexOf(':') + 1)
      .split(';')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '')
      .map((tag) => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1).replace(/\s+/g, '')]),
  );
  if (tags.a !== 'rsa-sha256' || tags.c !== 'relaxed/relaxed') return 'another algorithm';
  const bodyHash = createHash('sha256').update(relaxBody(body), 'latin1').digest('base64');
  if (bodyHash !== tags.bh) return 'the body was changed';
  const names = tags.h!.split(':');
  const rest = fields.toSpliced(own, 1);
  const lines = names.map((name) => {
    const at = rest.findLastIndex(
      (field) => field.slice(0, field.indexOf(':')).trim().toLowerCase() === name,
    );
    return at === -1 ? '' : `${relaxField(rest.splice(at, 1)[0]!)}\r\n`;
  });
  const unsigned = relaxField(signature.replace(/([;\s]b=)[^;]*$/, '$1'));
  const isValid = verify(
    'sha256',
    Buffer.from(lines.join('') + unsigned, 'latin1'),
    publicKey,
    Buffer.from(tags.b!, 'base64'),
  );
  return isValid ? names : 'the signature does not match';
}

function relaxField(field: string): string {
  const colon = field.indexOf(':');
  const value = field
    .slice(colon + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
  return `${field.slice(0, colon).trim().toLowerCase()}:${value}`;
}

function relaxBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''));
  while (lines.at(-1) === '') lines.pop();
  return lines.map((line) => `${line}\r\n`).join('');
}
