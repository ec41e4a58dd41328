import { expect, it } from 'vitest';
import { currencyOf, moneyOf, readAmount } from './amount.ts';

it.each([
  ['218', '218', undefined],
  ['995,00 €', '995.00', 'EUR'],
  ['995,00\u00a0€', '995.00', 'EUR'],
  ['1.250,00 €', '1250.00', 'EUR'],
  ['1,250.00', '1250.00', undefined],
  ['1.250', '1250', undefined],
  ['1,250', '1250', undefined],
  ['12.5', '12.5', undefined],
  ['0,995', '0.995', undefined],
  ['59.1250', '59.1250', undefined],
  ['1.234.567', '1234567', undefined],
  ['1.234.567,8', '1234567.8', undefined],
  ["1'250.00 CHF", '1250.00', 'CHF'],
  ['1 250,00 EUR', '1250.00', 'EUR'],
  ['1\u202f250,00 €', '1250.00', 'EUR'],
  ['€995', '995', 'EUR'],
  ['EUR 995', '995', 'EUR'],
  ['995 euros', '995', 'EUR'],
  ['$ 59', '59', undefined],
  ['$59.00 USD', '59.00', 'USD'],
  ['US$ 59,00', '59.00', 'USD'],
  ['MXN 1,250.00', '1250.00', 'MXN'],
  ['MX$1,250', '1250', 'MXN'],
  ['S/. 199.90', '199.90', 'PEN'],
  ['R$ 1.250,00', '1250.00', 'BRL'],
])('%s is %s in %s', (text, decimal, currency) => {
  expect(readAmount(text)).toEqual({ decimal, currency });
});

it.each(['caro', '', '1.2.3', '1,250.00.00', '12,34,56', '-5', '5 peras', '€ 5 $', '1 2', 'EUR', '1e5'])(
  '"%s" is no amount',
  (text) => {
    expect(readAmount(text)).toBeUndefined();
  },
);

it('counts in the smallest coin of the currency, and refuses what is finer', () => {
  expect(moneyOf('1250.5', 'EUR')).toEqual({ minor: 125050n, currency: 'EUR' });
  expect(moneyOf('1250', 'CLP')).toEqual({ minor: 1250n, currency: 'CLP' });
  expect(moneyOf('1250.00', 'JPY')).toEqual({ minor: 1250n, currency: 'JPY' });
  expect(moneyOf('59.1250', 'EUR')).toMatchObject({ code: 'bad-price' });
  expect(moneyOf('9'.repeat(20), 'EUR')).toMatchObject({ code: 'bad-price' });
});

it('knows currencies by code and sign, and not by a bare dollar sign', () => {
  expect(['eur', '€', 'US$', 'cop', '$', 'zzz', ''].map(currencyOf)).toEqual([
    'EUR',
    'EUR',
    'USD',
    'COP',
    undefined,
    undefined,
    undefined,
  ]);
});
