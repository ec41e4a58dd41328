import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { startFaultyServer } from '../../test/smtp/faulty-server.ts';
import { openEmailChannel } from '../channels/email/open-email-channel.ts';
import { parseSmtpUrl } from '../channels/email/smtp-url.ts';
import { invitationLetter, resetLetter } from './letters.ts';
import { personalMail } from './personal-mail.ts';

const sender = { name: null, address: 'renewals@faro.example', domain: 'faro.example', dkim: null };
const now = () => Temporal.Instant.from('2026-11-23T10:00:00Z');
const link = 'https://vigente.example/accept-invitation#token=1.abc';

function mailTo(port: number, leaves = true) {
  const mail = parseSmtpUrl(`smtp://127.0.0.1:${port}`);
  const email = openEmailChannel({ mail, bounceDomain: 'b.example', secrets: ['s'] });
  return { send: personalMail({ email, sender, now, leaves }), close: () => email.transport.close() };
}

test('an invitation arrives as a letter from us, with its link, and nothing to unsubscribe from', async () => {
  const server = await startFaultyServer();
  const { send, close } = mailTo(server.port);
  const to = { name: 'José <b>Núñez</b>', email: 'jose@faro.example', language: 'es' as const };
  expect(await send(invitationLetter(to, { partner: 'Faro & Cía', invitedBy: 'Marta', link, days: 7 }))).toBe(
    'submitted',
  );
  const read = await simpleParser(server.accepted[0]!.bytes);
  expect(read.subject).toBe('Invitación a Vigente de Faro & Cía');
  expect(read.text).toContain(link);
  expect(read.html).toContain(`href="${link}"`);
  expect(read.html).toContain('Hola, José &lt;b&gt;Núñez&lt;/b&gt;');
  expect(read.headers.has('list')).toBe(false);
  expect(read.headers.get('auto-submitted')).toBe('auto-generated');
  await close();
  await server.close();
});

test('a letter that did not get through says so, and none leaves where mail does not leave', async () => {
  const letter = resetLetter({ name: 'Eva', email: 'eva@faro.example', language: 'en' }, link);
  const nowhere = mailTo(1);
  expect(await nowhere.send(letter)).toBe('failed');
  expect(await nowhere.send({ ...letter, to: { name: 'Eva', address: 'no address' } })).toBe('failed');
  await nowhere.close();
  expect(await mailTo(1, false).send(letter)).toBe('kept');
});
