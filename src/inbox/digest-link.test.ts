import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { digestLink, readDigestLink } from './digest-link.ts';

const secrets = ['a secret of tests, as long as a secret has to be'] as const;

test('a link names one person at one partner, and a changed one names nobody', () => {
  const reader = { partner: 41, person: randomUUID() };
  const link = digestLink('https://vigente.example/', reader, secrets);
  const token = link.slice('https://vigente.example/d/'.length);
  expect(readDigestLink(token, secrets)).toEqual(reader);
  expect(readDigestLink(token.replace('1-15-', '1-16-'), secrets)).toBeUndefined();
  expect(readDigestLink(token, ['another secret, which is of the same length as it'])).toBeUndefined();
  expect(readDigestLink('', secrets)).toBeUndefined();
});
