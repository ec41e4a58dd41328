import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quotedPrintable } from './quoted-printable.ts';

const encode = (text: string) => quotedPrintable(text).toString('latin1');

/** As any mail reader does it, written apart from the encoder. */
function decode(encoded: string): string {
  const bytes = encoded
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

it('writes what RFC 2045 6.7 asks for', () => {
  expect(encode('mañana = 1')).toBe('ma=C3=B1ana =3D 1\r\n');
  expect(encode('a \nb\r\nc\rd')).toBe('a=20\r\nb\r\nc\r\nd\r\n');
  expect(encode('.x\nFrom me\ttab')).toBe('=2Ex\r\n=46rom me=09tab\r\n');
  expect(encode('')).toBe('\r\n');
});

it('comes back as it was, in lines of 76 at most, plain ASCII, nothing lost at a line’s end', () => {
  const unit = fc.oneof(
    fc.constantFrom('a', ' ', '=', '\n', '.', '\t', 'F', 'é', '€', '🔒'),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 200, size: 'medium' }), (parts) => {
      const text = parts
        .join('')
        .toWellFormed()
        .replace(/\r\n?|\n/g, '\n');
      const encoded = encode(text);
      expect(decode(encoded)).toBe((text.endsWith('\n') ? text : `${text}\n`).replaceAll('\n', '\r\n'));
      expect(encoded).toMatch(/^[\x20-\x7e\r\n]*$/);
      for (const line of encoded.split('\r\n')) {
        expect(line.length).toBeLessThanOrEqual(76);
        expect(line).not.toMatch(/ $|^\.|^From/);
      }
    }),
    { numRuns: 100 },
  );
});
