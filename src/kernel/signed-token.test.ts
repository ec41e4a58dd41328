import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFault } from './fault.ts';
import { signToken, verifyToken } from './signed-token.ts';

const url = { kind: 'link', alphabet: 'url' } as const;
const mailbox = { kind: 'path', alphabet: 'mailbox' } as const;

describe('signed tokens', () => {
  it.each([url, mailbox])('come back with their fields ($alphabet)', (form) => {
    const token = signToken(form, ['7', '1abc', 'x'], ['secret']);
    expect(verifyToken(form, token, ['secret'])).toEqual(['7', '1abc', 'x']);
    expect(token).toMatch(form.alphabet === 'url' ? /^[A-Za-z0-9_.-]+$/ : /^[a-z0-9-]+$/);
  });

  it('carry at least 128 bits of seal', () => {
    expect(signToken(url, ['1'], ['s']).split('-').at(-1)!.length * 6).toBeGreaterThanOrEqual(128);
    expect(signToken(mailbox, ['1'], ['s']).split('-').at(-1)!.length * 5).toBeGreaterThanOrEqual(128);
  });

  it('survive a mail system that writes local parts in capitals', () => {
    const token = signToken(mailbox, ['7', '1abc'], ['secret']);
    expect(verifyToken(mailbox, token.toUpperCase(), ['secret'])).toEqual(['7', '1abc']);
  });

  it('are worth nothing under another secret or as another kind', () => {
    const token = signToken(url, ['7'], ['secret']);
    expect(verifyToken(url, token, ['other'])).toBeUndefined();
    expect(verifyToken({ kind: 'elsewhere', alphabet: 'url' }, token, ['secret'])).toBeUndefined();
  });

  it('still verify after the secret has been changed and the old one kept', () => {
    const token = signToken(url, ['7'], ['old']);
    expect(verifyToken(url, token, ['new', 'old'])).toEqual(['7']);
    expect(signToken(url, ['7'], ['new', 'old'])).not.toBe(token);
  });

  it('break when any single character is changed, cut or added', () => {
    const token = signToken(url, ['7', '12', 'offer'], ['secret']);
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'aZ09_-.é\n'), (at, character) => {
        const changed = token.slice(0, at) + character + token.slice(at + 1);
        if (changed !== token) expect(verifyToken(url, changed, ['secret'])).toBeUndefined();
        expect(verifyToken(url, token.slice(0, at), ['secret'])).toBeUndefined();
        expect(
          verifyToken(url, token.slice(0, at) + character + token.slice(at), ['secret']),
        ).toBeUndefined();
      }),
    );
  });

  it('take no field that could be read as two, or as an address', () => {
    for (const field of ['a-b', '', 'a@b', 'a b', 'ñ', 'a'.repeat(65)]) {
      expect(() => signToken(url, [field], ['s'])).toThrow(expect.toSatisfy((e) => isFault(e, 'internal')));
    }
    expect(() => signToken(mailbox, ['A'], ['s'])).toThrow();
  });

  it('refuse nonsense of any length without an error', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(verifyToken(url, text, ['s'])).toBeUndefined();
      }),
    );
    expect(verifyToken(mailbox, 'a'.repeat(100_000), ['s'])).toBeUndefined();
  });
});
