import { expect, it } from 'vitest';
import { redact } from './redact.ts';

it('keeps the code and the reason and drops every address', () => {
  expect(redact('550 5.1.1 <marta.ruiz@example.com>: user unknown')).toBe(
    '550 5.1.1 [address]: user unknown',
  );
  expect(redact('550 marta@example.com, luis@example.com unknown')).toBe('550 [address], [address] unknown');
  expect(redact('550 josé@españa.example unknown')).toBe('550 [address] unknown');
  expect(redact('550 "a b"@example.com unknown')).not.toContain('example.com');
});

it('drops long codes and control characters and stays short', () => {
  expect(redact('250 2.0.0 queued as 4c8b1f2a9d7e6f5a4b3c2d1e')).toBe('250 2.0.0 queued as [code]');
  expect(redact('250 ok\r\nerror: forged line\0')).toBe('250 ok error: forged line ');
  expect(redact('x '.repeat(5000)).length).toBeLessThanOrEqual(300);
});
