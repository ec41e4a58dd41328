import { createHash, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import DKIM from 'nodemailer/lib/dkim';
import { describe, expect, it } from 'vitest';
import { verifyDkim } from '../../../test/smtp/verify-dkim.ts';
import { isFault } from '../../kernel/fault.ts';
import type { Letter } from '../channel.ts';
import { composeMessage } from './compose-message.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const dkim = {
  domain: 'example.com',
  selector: 'vigente2026',
  privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};
const png = Buffer.from('89504e470d0a1a0a'.repeat(40), 'hex');

const letter = (over: Partial<Letter> = {}): Letter => ({
  from: { name: 'Certificados Ñandú, S.L.', address: 'avisos@example.com' },
  to: { name: 'José "Pepe" Núñez', address: 'jose@españa.example' },
  replyTo: { name: 'Marta Ruiz', address: 'marta@example.com' },
  subject:
    'Su certificado SSL de www.example.com caduca el 1 de enero: renueve y conserve los 31 días que le quedan',
  html: '<p style="color:#0F766E">Señora Núñez, su certificado caduca.</p>\n<img src="cid:ring@vigente">\n',
  text: 'Señora Núñez:\n.\nFrom aquí, su certificado caduca. \n\n\n',
  messageId: '<n.7.88123@example.com>',
  date: Temporal.Instant.from('2026-11-23T10:00:00Z'),
  language: 'es-ES',
  unsubscribeUrl: 'https://renovar.example.com/u/1-3-offer-88-0-abc',
  pictures: [{ cid: 'ring@vigente', fileName: 'ring.png', png }],
  dkim,
  ...over,
});

const compose = async (over: Partial<Letter> = {}) => Buffer.from((await composeMessage(letter(over))).bytes);
const headOf = (bytes: Buffer) => bytes.subarray(0, bytes.indexOf('\r\n\r\n')).toString('latin1');

describe('composeMessage', () => {
  it('leaves the unsubscribe fields out of a mail that its reader has asked for', async () => {
    const { unsubscribeUrl: _, ...asked } = letter();
    const head = headOf(Buffer.from((await composeMessage(asked)).bytes));
    expect(head).not.toMatch(/^List-/m);
    expect(head).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  });

  it('makes a message that a mail reader reads as it was meant', async () => {
    const bytes = await compose();
    expect(headOf(bytes)).toContain('<jose@xn--espaa-rta.example>');
    const read = await simpleParser(bytes);
    expect(read.subject).toBe(letter().subject);
    expect(read.from?.value).toEqual([{ name: 'Certificados Ñandú, S.L.', address: 'avisos@example.com' }]);
    expect(read.to).toMatchObject({
      value: [{ name: 'José "Pepe" Núñez', address: 'jose@españa.example' }],
    });
    expect(read.replyTo?.value).toEqual([{ name: 'Marta Ruiz', address: 'marta@example.com' }]);
    expect(read.messageId).toBe('<n.7.88123@example.com>');
    expect(read.date?.toISOString()).toBe('2026-11-23T10:00:00.000Z');
    expect(read.text?.trimEnd()).toBe(letter().text.trimEnd());
    expect(read.html).toContain('Señora Núñez, su certificado caduca.');
    expect(read.attachments).toMatchObject([
      { cid: 'ring@vigente', contentType: 'image/png', related: true },
    ]);
    expect(read.attachments[0]!.content.equals(png)).toBe(true);
  });

  it('is the same octet for octet for the same letter, and keeps no state between letters', async () => {
    const first = await compose();
    await compose({ messageId: '<other@example.com>', text: 'other' });
    expect((await compose()).equals(first)).toBe(true);
    expect(
      createHash('sha256')
        .update(await compose({ dkim: undefined } as never))
        .digest('hex'),
    ).toMatchInlineSnapshot(`"219fb1dd28d1cec9dfad51634d51297b4c69105523e080fb1c4acd4b329023fc"`);
  });

  it('has each header once, those of RFC 8058 and RFC 3834 among them, and no mailer’s name', async () => {
    const head = headOf(await compose());
    const names = head.split(/\r\n(?![ \t])/).map((field) => field.slice(0, field.indexOf(':')));
    expect(new Set(names).size).toBe(names.length);
    expect(head).toContain('\r\nList-Unsubscribe: <https://renovar.example.com/u/1-3-offer-88-0-abc>\r\n');
    expect(head).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    expect(head).toContain('\r\nAuto-Submitted: auto-generated\r\n');
    expect(head).toContain('\r\nContent-Language: es-ES\r\n');
    expect(head).toContain('\r\nDate: Mon, 23 Nov 2026 10:00:00 +0000\r\n');
    expect(names).not.toContain('X-Mailer');
  });

  it('stays ASCII in lines no longer than allowed, whatever it says', async () => {
    const html = `<p>${'ñandú '.repeat(2000)}</p>${'x'.repeat(5000)}`;
    const bytes = await compose({ html, text: html, subject: 'ñ'.repeat(500) });
    const [head, body] = [headOf(bytes), bytes.subarray(bytes.indexOf('\r\n\r\n')).toString('latin1')];
    expect(bytes.every((octet) => octet < 0x80)).toBe(true);
    for (const line of head.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
    for (const line of body.split('\r\n')) expect(line.length).toBeLessThanOrEqual(100);
    expect((await simpleParser(bytes)).subject).toBe('ñ'.repeat(500));
  });

  it('lets nothing in a name or subject become another header', async () => {
    const sly = 'Hola\r\nBcc: victim@example.com\r\n\r\n<b>\u2028x';
    const names = [...(await simpleParser(await compose())).headers.keys()].toSorted();
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.constant(sly), fc.string({ unit: 'binary' })), async (words) => {
        const from = { name: words, address: 'avisos@example.com' };
        const to = { name: words, address: 'marta@example.com' };
        const read = await simpleParser(await compose({ subject: `x${words}`, from, to }));
        expect([...read.headers.keys()].toSorted()).toEqual(names);
        expect(read.to).toMatchObject({ value: [{ address: 'marta@example.com' }] });
        expect(read.from?.value).toMatchObject([{ address: 'avisos@example.com' }]);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    { to: { address: 'marta@example.com\r\nBcc: x@example.com' } },
    { to: { address: 'marta@example.com, x@example.com' } },
    { from: { name: '', address: '' } },
    { messageId: '<a@b>\r\nBcc: x@example.com' },
    { messageId: 'a@b' },
    { unsubscribeUrl: 'http://example.com/u' },
    { unsubscribeUrl: 'https://example.com/u>, <mailto:x@example.com' },
    { unsubscribeUrl: 'https://example.com/u\r\nBcc: x@example.com' },
    { language: 'es\r\nBcc: x@example.com' },
    { pictures: [{ cid: 'a"b', fileName: 'a.png', png }] },
    { pictures: [{ cid: 'a', fileName: '"; x=', png }] },
  ] as Partial<Letter>[])(
    'refuses what could break out of its place (%#) without repeating it',
    async (over) => {
      const error = await compose(over).catch((thrown: unknown) => thrown);
      expect(isFault(error, 'invalid')).toBe(true);
      expect((error as Error).message).not.toMatch(/x@example|marta@/);
    },
  );

  it('says when only a server with SMTPUTF8 may have it', async () => {
    expect((await composeMessage(letter())).smtpUtf8).toBe(false);
    const wide = await composeMessage(letter({ to: { address: 'josé@españa.example' } }));
    expect(wide.smtpUtf8).toBe(true);
    expect(Buffer.from(wide.bytes).toString()).toContain('To: josé@xn--espaa-rta.example\r\n');
    expect(verifyDkim(wide.bytes, publicKey)).toContain('to');
  });
});

describe('the DKIM signature', () => {
  it('is valid and covers both List-Unsubscribe fields', async () => {
    expect(verifyDkim(await compose(), publicKey)).toEqual([
      'from',
      'reply-to',
      'subject',
      'date',
      'message-id',
      'to',
      'mime-version',
      'content-type',
      'content-language',
      'auto-submitted',
      'list-unsubscribe',
      'list-unsubscribe-post',
    ]);
  });

  it('breaks when any signed word is changed on the way', async () => {
    const text = (await compose()).toString('latin1');
    for (const [from, to] of [
      ['offer-88', 'offer-89'],
      ['One-Click', 'Two-Click'],
      ['avisos@', 'otros@'],
      ['su certificado', 'tu certificado'],
    ] as const) {
      expect(text).toContain(from);
      expect(verifyDkim(Buffer.from(text.replace(from, to), 'latin1'), publicKey)).toBeTypeOf('string');
    }
  });

  it('survives what relays do to blanks and empty lines', async () => {
    const text = (await compose()).toString('latin1');
    const relayed = `${text.replace('Auto-Submitted: ', 'Auto-Submitted:   ')}\r\n\r\n`;
    expect(verifyDkim(Buffer.from(relayed, 'latin1'), publicKey)).toBeInstanceOf(Array);
  });

  it('is the one nodemailer makes, for the same fields', async () => {
    const signed = await compose();
    const names = verifyDkim(signed, publicKey) as string[];
    const bare = signed.subarray(signed.indexOf('\r\nFrom:') + 2);
    const signer = new DKIM({
      domainName: dkim.domain,
      keySelector: dkim.selector,
      privateKey: dkim.privateKey,
      headerFieldNames: names.join(':'),
    } as never);
    const chunks: Buffer[] = [];
    for await (const chunk of signer.sign(Buffer.from(bare)) as AsyncIterable<Buffer>) chunks.push(chunk);
    const theirs = headOf(Buffer.concat(chunks));
    const signature = (head: string) =>
      /b=([A-Za-z0-9+/=\s]+?)(?=\r\n\S)/.exec(head.slice(head.indexOf(';\r\n b=')))?.[1]?.replace(/\s/g, '');
    expect(signature(headOf(signed))).toBe(signature(theirs));
    expect(signature(theirs)).toHaveLength(344);
  });

  it('says what is wrong with a key without showing it', async () => {
    for (const bad of [
      { ...dkim, privateKey: 'secret nonsense' },
      { ...dkim, domain: 'a; b=x' },
    ]) {
      const error = await compose({ dkim: bad }).catch((thrown: unknown) => thrown);
      expect(isFault(error, 'settings')).toBe(true);
      expect((error as Error).message).not.toContain('nonsense');
    }
  });
});
