import { expect, it } from 'vitest';
import { subjectOfUnsubscribe, unsubscribeToken } from './unsubscribe-token.ts';

const subject = { partner: 12, purpose: 'offer', addressee: '9223372036854775807', version: 3 };

it('comes back as it was made and needs no escaping in a URL', () => {
  const token = unsubscribeToken(subject, ['s']);
  expect(subjectOfUnsubscribe(token, ['s'])).toEqual(subject);
  expect(encodeURIComponent(token)).toBe(token);
});

it('cannot be turned to another purpose, addressee or partner', () => {
  const token = unsubscribeToken(subject, ['s']);
  expect(subjectOfUnsubscribe(token.replace('offer', 'safety'), ['s'])).toBeUndefined();
  expect(subjectOfUnsubscribe(token.replace('-9', '-8'), ['s'])).toBeUndefined();
  expect(subjectOfUnsubscribe(token, ['t'])).toBeUndefined();
});

it('never carries an address', () => {
  expect(() => unsubscribeToken({ ...subject, addressee: 'marta@example.com' }, ['s'])).toThrow();
});
