import { expect, it } from 'vitest';
import { isSafeAddress } from '../../kernel/mail-address.ts';
import { returnPathFor, subjectOfReturnPath } from './return-path.ts';

const largest = { partner: 2147483647, notice: '9223372036854775807', attempt: 1295 };

it('finds its notice again, also in capitals and at another domain', () => {
  const path = returnPathFor({ partner: 3, notice: '88123' }, 'bounces.example.com', ['s']);
  expect(subjectOfReturnPath(path, ['s'])).toEqual({ partner: 3, notice: '88123' });
  expect(subjectOfReturnPath(path.toUpperCase(), ['s'])).toEqual({ partner: 3, notice: '88123' });
  expect(subjectOfReturnPath(path.replace('bounces.', 'mx2.'), ['s'])).toEqual({
    partner: 3,
    notice: '88123',
  });
});

it('fits into a local part with the largest numbers and is a safe address', () => {
  const path = returnPathFor(largest, 'bounces.example.com', ['s']);
  expect(path.indexOf('@')).toBeLessThanOrEqual(64);
  expect(isSafeAddress(path)).toBe(true);
  expect(subjectOfReturnPath(path, ['s'])).toEqual(largest);
});

it('takes nobody else’s word', () => {
  const path = returnPathFor({ partner: 3, notice: '88123' }, 'example.com', ['s']);
  expect(subjectOfReturnPath(path, ['other'])).toBeUndefined();
  expect(subjectOfReturnPath(path.replace('b1-3-', 'b1-4-'), ['s'])).toBeUndefined();
  expect(subjectOfReturnPath('marta@example.com', ['s'])).toBeUndefined();
  expect(subjectOfReturnPath('', ['s'])).toBeUndefined();
});
