import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import vectors from '../../test/vectors/host-names.json' with { type: 'json' };
import { covers, uncovered } from './covers.ts';
import { displayHostName } from './display-host-name.ts';
import { normalizeHostName, registrableDomain } from './host-name.ts';

describe('a host name is kept as', () => {
  for (const { text, name } of vectors.normalised) {
    test(`${text} → ${name}`, () => expect(normalizeHostName(text)).toBe(name));
  }
});

describe('no host name is', () => {
  for (const text of vectors.refused) {
    test(JSON.stringify(text), () => expect(normalizeHostName(text)).toBeUndefined());
  }
});

test('whatever comes in, what comes out is harmless and stays as it is', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.domain(), fc.ipV6(), fc.ipV4()),
      (text) => {
        const name = normalizeHostName(text);
        if (name === undefined) return;
        expect(name).toMatch(/^(?:\*\.)?[a-z0-9._:-]{1,253}$/);
        expect(normalizeHostName(name)).toBe(name);
        expect(normalizeHostName(displayHostName(name))).toBe(name);
      },
    ),
    { numRuns: 3000 },
  );
});

test('every domain and address is taken', () => {
  fc.assert(
    fc.property(fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6()), (text) => normalizeHostName(text) !== undefined),
  );
});

describe('the registered part of', () => {
  for (const { name, domain } of vectors.registrable) {
    test(`${name} is ${domain}`, () => expect(registrableDomain(name)).toBe(domain ?? undefined));
  }
});

describe('people read', () => {
  for (const { name, shown } of vectors.displayed) {
    test(`${name} as ${shown}`, () => expect(displayHostName(name)).toBe(shown));
  }
});

describe('cover', () => {
  for (const { by, host, covered } of vectors.covered) {
    test(`${by} ${covered ? 'covers' : 'does not cover'} ${host}`, () => {
      expect(covers(by, host)).toBe(covered);
      expect(uncovered([host], new Set([by]))).toEqual(covered ? [] : [host]);
    });
  }
});
