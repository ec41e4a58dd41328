import { expect, test } from 'vitest';
import { passwordTrouble } from './password-rule.ts';

const marta = { email: 'marta.ruiz@faro.example', name: 'Marta Ruiz' };

test.each([
  ['corta', 'too-short'],
  ['x'.repeat(129), 'too-long'],
  ['aaaaaaaaaaaaaa', 'too-simple'],
  ['123456789012', 'too-simple'],
  ['password1234', 'too-simple'],
  ['marta.ruiz123', 'own-name'],
  ['faro-marejada-2026', null],
  ['una frase de paso', null],
  ['señal-ñandú-🦤', null],
])('%s: %s', (password, trouble) => {
  expect(passwordTrouble(password, marta)).toBe(trouble);
});
