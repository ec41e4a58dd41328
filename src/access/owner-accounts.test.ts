import { expect, test } from 'vitest';
import { accountsOf, ownerNameOf } from './owner-accounts.ts';

const luis = { person: 'l', name: 'Luis Prieto', email: 'luis@faro.example' };
const ana = { person: 'a', name: 'Ana Núñez', email: 'ana@faro.example' };
const other = { person: 'o', name: 'luis  prieto', email: 'otro@faro.example' };

test.each([
  ['Luis Prieto', ['l']],
  ['  LUIS   prieto ', ['l']],
  ['Prieto, Luis', ['l']],
  ['luis@FARO.example', ['l']],
  ['ana nunez', ['a']],
  ['Luis', []],
  ['', []],
])('the owner “%s” is the account of %j', (owner, people) => {
  expect(accountsOf(owner, [luis, ana])).toEqual(people);
});

test('two colleagues of one name are both meant, and stand by their addresses', () => {
  expect(accountsOf('Luis Prieto', [luis, ana, other])).toEqual(['l', 'o']);
  expect(ownerNameOf(luis, [luis, ana, other])).toBe('luis@faro.example');
  expect(ownerNameOf(ana, [luis, ana, other])).toBe('Ana Núñez');
});
