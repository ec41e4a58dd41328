import { describe, expect, it } from 'vitest';
import { startFaultyServer } from '../../../test/smtp/faulty-server.ts';
import { openEmailChannel } from './open-email-channel.ts';
import { parseSmtpUrl } from './smtp-url.ts';

const options = { bounceDomain: 'bounces.example.com', secrets: ['s'] as const };
const letter = {
  from: { name: 'Certificados', address: 'avisos@example.com' },
  to: { address: 'marta@example.com' },
  subject: 'Su certificado caduca',
  html: '<p>hola</p>',
  text: 'hola',
  messageId: '<n.1.2@example.com>',
  date: Temporal.Instant.from('2026-11-23T10:00:00Z'),
  language: 'es-ES',
};

describe('the e-mail channel', () => {
  it('carries a letter from its making to a mail server, and a bounce back to its notice', async () => {
    const server = await startFaultyServer();
    const channel = openEmailChannel({ ...options, mail: parseSmtpUrl(`smtp://127.0.0.1:${server.port}`) });
    const composed = await channel.compose({ ...letter, unsubscribeUrl: 'https://example.com/u/x' });
    const from = channel.returnPathFor({ partner: 1, notice: '2' });
    const result = await channel.transport.submit(
      { ...composed, from, to: 'marta@example.com' },
      async () => true,
    );
    expect(result).toEqual({ kind: 'submitted', response: '250 2.0.0 taken' });
    const [taken] = server.accepted;
    expect(taken!.bytes.equals(Buffer.from(composed.bytes))).toBe(true);
    expect(channel.subjectOfReturnPath(taken!.from)).toEqual({ partner: 1, notice: '2' });
    await channel.transport.close();
    await server.close();
  });

  it('keeps everything here with outbox:, behind the same fence and the same check of addresses', async () => {
    const { transport, compose } = openEmailChannel({ ...options, mail: parseSmtpUrl('outbox:') });
    const composed = await compose({ ...letter, unsubscribeUrl: 'https://example.com/u/x' });
    const message = { ...composed, from: 'b1@example.com', to: 'marta@example.com' };
    const submitted = { kind: 'submitted', response: 'kept in the outbox' };
    expect(await transport.submit(message, async () => true)).toEqual(submitted);
    expect(await transport.submit(message, async () => false)).toEqual({ kind: 'abandoned' });
    expect(await transport.submit(message, () => Promise.reject(new Error('x')))).toMatchObject({
      kind: 'deferred',
    });
    const sly = { ...message, to: 'marta@example.com\r\nx@example.com' };
    expect(await transport.submit(sly, async () => true)).toMatchObject({ kind: 'refused', phase: 'check' });
    expect(await transport.verify()).toMatchObject({ kind: 'ready' });
    await transport.close();
  });
});
