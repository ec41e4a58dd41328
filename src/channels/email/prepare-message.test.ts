import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareMessage, stuffDots } from './prepare-message.ts';
import type { ServerLimits } from './server-limits.ts';

const none: ServerLimits = {
  pipelining: false,
  smtpUtf8: false,
  eightBitMime: false,
  size: false,
  largest: 0,
  announces: [],
};
const message = (over: object = {}) => ({
  from: 'b1@example.com',
  to: 'marta@example.com',
  bytes: Buffer.from('Subject: x\r\n\r\nhello\r\n'),
  smtpUtf8: false,
  ...over,
});

describe('prepareMessage', () => {
  it('says only what the server understands', () => {
    expect(prepareMessage(message(), none)).toMatchObject({
      mail: 'MAIL FROM:<b1@example.com>\r\n',
      rcpt: 'RCPT TO:<marta@example.com>\r\n',
    });
    const all = { ...none, size: true, smtpUtf8: true, eightBitMime: true };
    expect(
      prepareMessage(message({ bytes: Buffer.from('é\r\n'), to: 'josé@españa.example' }), all),
    ).toMatchObject({
      mail: 'MAIL FROM:<b1@example.com> SIZE=4 BODY=8BITMIME SMTPUTF8\r\n',
      rcpt: 'RCPT TO:<josé@xn--espaa-rta.example>\r\n',
    });
  });

  it('writes a domain beyond ASCII as A-labels for any server', () => {
    expect(prepareMessage(message({ to: 'marta@españa.example' }), none)).toMatchObject({
      rcpt: 'RCPT TO:<marta@xn--espaa-rta.example>\r\n',
    });
  });

  it.each([
    ['a local part beyond ASCII', { to: 'josé@example.com' }, 553, /SMTPUTF8/],
    ['a header beyond ASCII', { smtpUtf8: true }, 553, /SMTPUTF8/],
    ['8-bit content', { bytes: Buffer.from('é\r\n') }, 554, /8BITMIME/],
    ['a line feed in the recipient', { to: 'a@example.com\r\nRCPT TO:<x@example.com>' }, 553, /recipient/],
    ['a second address', { to: 'a@example.com> ORCPT=x, <b@example.com' }, 553, /recipient/],
    ['a line feed in the return path', { from: 'a@example.com\n' }, 553, /return path/],
    ['a bare line feed', { bytes: Buffer.from('a\n.\nMAIL FROM:<x@example.com>\r\n') }, 554, /bare/],
    ['a bare carriage return', { bytes: Buffer.from('a\r.\rb\r\n') }, 554, /bare/],
    ['no content', { bytes: Buffer.alloc(0) }, 554, /empty/],
  ])('refuses %s without a word to the server', (_, over, code, why) => {
    const result = prepareMessage(message(over), none);
    expect(result).toMatchObject({
      kind: 'refused',
      code,
      phase: 'check',
      response: expect.stringMatching(why),
    });
    expect(JSON.stringify(result)).not.toContain('@example.com');
  });

  it('refuses what is larger than the server takes', () => {
    expect(prepareMessage(message(), { ...none, size: true, largest: 5 })).toMatchObject({
      kind: 'refused',
      code: 552,
    });
  });
});

describe('stuffDots', () => {
  const wire = (text: string) => Buffer.from(stuffDots(Buffer.from(text))!).toString();

  it('doubles the dot that begins a line and ends with a line end', () => {
    expect(wire('.a\r\n..b\r\nc.d\r\n.')).toBe('..a\r\n...b\r\nc.d\r\n..\r\n');
    expect(wire('a')).toBe('a\r\n');
    expect(wire('a\r\n\r\n')).toBe('a\r\n\r\n');
  });

  it('never lets content end the message, and a receiver gets it back', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('.', 'a', 'é', ' ') })), (lines) => {
        const text = `${lines.join('\r\n')}\r\n`;
        const sent = wire(text);
        expect(`\r\n${sent}`).not.toContain('\r\n.\r\n');
        expect(sent.replace(/^\./gm, '')).toBe(text);
      }),
    );
  });
});
