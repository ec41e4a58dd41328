import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSafeAddress, needsSmtpUtf8, parseAddress } from './mail-address.ts';

describe('parseAddress', () => {
  it.each([
    ['marta@example.com', 'marta@example.com', 'marta@example.com'],
    ['  Marta.Ruiz+tls@Example.COM ', 'Marta.Ruiz+tls@example.com', 'marta.ruiz+tls@example.com'],
    ["o'neill@example.co.uk", "o'neill@example.co.uk", "o'neill@example.co.uk"],
    ['info@ESPAÑA.example', 'info@xn--espaa-rta.example', 'info@xn--espaa-rta.example'],
    ['José@españa.example', 'José@xn--espaa-rta.example', 'josé@xn--espaa-rta.example'],
    ['a@xn--espaa-rta.example', 'a@xn--espaa-rta.example', 'a@xn--espaa-rta.example'],
  ])('reads %j', (text, address, key) => {
    expect(parseAddress(text)).toEqual({ address, key });
  });

  it.each([
    '',
    '@',
    'marta',
    'marta@',
    '@example.com',
    'a@b@example.com',
    'marta@localhost',
    'marta@[127.0.0.1]',
    'marta@127.0.0.1',
    'marta@0x7f.1',
    'marta@example..com',
    'marta@-example.com',
    'marta@example.com.',
    'marta@exa mple.com',
    '.marta@example.com',
    'marta.@example.com',
    'ma..rta@example.com',
    'ma rta@example.com',
    '"ma rta"@example.com',
    'Marta <marta@example.com>',
    'marta@example.com,luis@example.com',
    'marta@example.com\r\nRCPT TO:<luis@example.com>',
    'marta\n@example.com',
    'marta@example.com\n',
    'marta\0@example.com',
    'mar\u200Bta@example.com',
    'mar\u202Eta@example.com',
    'mar\u0085ta@example.com',
    'marta@exa%2emple.com',
    `${'a'.repeat(65)}@example.com`,
    `${'ñ'.repeat(33)}@example.com`,
    `a@${'b'.repeat(64)}.com`,
    `a@${'b.'.repeat(130)}com`,
  ])('refuses %j', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });

  it('writes what it reads again unchanged, and never a control character, bracket or second @', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.emailAddress(),
          fc.string({ unit: 'grapheme' }),
          fc.tuple(fc.string({ unit: 'grapheme' }), fc.domain()).map((p) => p.join('@')),
        ),
        (text) => {
          const parsed = parseAddress(text);
          if (!parsed) return;
          expect(isSafeAddress(parsed.address)).toBe(true);
          expect(parseAddress(parsed.address)).toEqual(parsed);
          expect(parsed.address).not.toMatch(/[\x00-\x20\x7f<>,;:"()[\]\\]/);
          expect(parsed.address.split('@')).toHaveLength(2);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('isSafeAddress', () => {
  it('takes only the written form', () => {
    expect(isSafeAddress('marta@example.com')).toBe(true);
    expect(isSafeAddress('marta@EXAMPLE.com')).toBe(false);
    expect(isSafeAddress(' marta@example.com')).toBe(false);
    expect(isSafeAddress('info@españa.example')).toBe(false);
    expect(isSafeAddress('marta@example.com\r\nDATA')).toBe(false);
  });
});

describe('needsSmtpUtf8', () => {
  it('looks at the local part only', () => {
    expect(needsSmtpUtf8('josé@example.com')).toBe(true);
    expect(needsSmtpUtf8('jose@españa.example')).toBe(false);
  });
});
