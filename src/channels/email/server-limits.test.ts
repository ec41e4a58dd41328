import { expect, it } from 'vitest';
import { readServerLimits } from './server-limits.ts';

it('reads what a server announces, in any case', () => {
  const ehlo =
    '250-mail.example.com hello\n250-PIPELINING\n250-size 10240000\n250-8BITMIME\n250-AUTH=PLAIN\n250 SmtpUtf8';
  expect(readServerLimits(ehlo)).toEqual({
    pipelining: true,
    smtpUtf8: true,
    eightBitMime: true,
    size: true,
    largest: 10240000,
    announces: ['PIPELINING', 'SIZE', '8BITMIME', 'AUTH', 'SMTPUTF8'],
  });
});

it('takes a greeting by name or a HELO answer for nothing announced', () => {
  expect(readServerLimits('250 pipelining.example.com')).toMatchObject({
    pipelining: false,
    size: false,
    largest: 0,
  });
  expect(readServerLimits('250-x\n250 SIZE')).toMatchObject({ size: true, largest: 0 });
});
