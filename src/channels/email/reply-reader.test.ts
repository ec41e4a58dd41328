import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReplyReader } from './reply-reader.ts';

const read = (...pieces: string[]) => {
  const reader = new ReplyReader();
  return pieces.map((piece) => reader.push(Buffer.from(piece)));
};

describe('ReplyReader', () => {
  it('reads single lines, several at once, and bare codes', () => {
    expect(read('250 ok\r\n354 go\r\n221\r\n')).toEqual([
      [
        { code: 250, text: '250 ok' },
        { code: 354, text: '354 go' },
        { code: 221, text: '221' },
      ],
    ]);
  });

  it('joins the lines of one reply', () => {
    expect(read('550-no\r\n550 such user\r\n')).toEqual([[{ code: 550, text: '550-no\n550 such user' }]]);
  });

  it('reads the same replies wherever the network cuts them', () => {
    const stream = Buffer.from('250-a\r\n250 señor\r\n354 go on\n450 later\r\n');
    const whole = new ReplyReader().push(stream);
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length), { maxLength: 6 }), (cuts) => {
        const reader = new ReplyReader();
        const at = [0, ...cuts.toSorted((a, b) => a - b), stream.length];
        const replies = at.slice(1).map((end, i) => reader.push(stream.subarray(at[i], end)));
        expect(replies.flat()).toEqual(whole);
      }),
    );
  });

  it.each([
    'hello\r\n',
    '\r\n',
    '25 ok\r\n',
    '250_ok\r\n',
    '150 ok\r\n',
    '650 ok\r\n',
    '250-one\r\n251 two\r\n',
    'HTTP/1.1 400 Bad Request\r\n',
  ])('calls %j garbage', (text) => {
    expect(read(text)).toEqual(['garbage']);
  });

  it('stops at a line or a reply that does not end', () => {
    expect(read(`250 ${'x'.repeat(5000)}`)).toEqual(['garbage']);
    expect(read('250-more\r\n'.repeat(200))).toEqual(['garbage']);
  });

  it('keeps control characters out of what will be stored', () => {
    expect(read('250 a\0b\x1b[31m\r\n')).toEqual([[{ code: 250, text: '250 a b [31m' }]]);
  });
});
