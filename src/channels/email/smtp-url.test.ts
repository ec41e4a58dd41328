import { describe, expect, it } from 'vitest';
import { Fault } from '../../kernel/fault.ts';
import { parseSmtpUrl } from './smtp-url.ts';

describe('parseSmtpUrl', () => {
  it('reads everything a URL can say', () => {
    expect(
      parseSmtpUrl(
        'smtp://marta%40example.com:p%3Aw%40d@mail.example.com:2525?tls=required&verify=no&name=vigente.example.com&connections=8&rate=50&messages=20&pipelining=off',
      ),
    ).toEqual({
      kind: 'smtp',
      host: 'mail.example.com',
      port: 2525,
      tls: 'required',
      verifyCertificate: false,
      login: { user: 'marta@example.com', password: 'p:w@d' },
      name: 'vigente.example.com',
      connections: 8,
      perSecond: 50,
      messagesPerConnection: 20,
      pipelining: false,
    });
  });

  it('keeps messages here for outbox:', () => {
    expect(parseSmtpUrl('outbox:')).toEqual({ kind: 'outbox' });
  });

  it('asks for encryption before it gives a password away, except on this machine', () => {
    expect(parseSmtpUrl('smtp://u:p@mail.example.com')).toMatchObject({
      tls: 'required',
      port: 587,
      verifyCertificate: true,
    });
    expect(parseSmtpUrl('smtp://u:p@127.0.0.1:25')).toMatchObject({ tls: 'opportunistic', port: 25 });
    expect(parseSmtpUrl('smtp://mail.example.com')).toMatchObject({
      tls: 'opportunistic',
      verifyCertificate: false,
    });
    expect(parseSmtpUrl('smtps://u:p@mail.example.com')).toMatchObject({
      tls: 'implicit',
      port: 465,
      verifyCertificate: true,
    });
    expect(parseSmtpUrl('smtp://[::1]:2525')).toMatchObject({ host: '::1', port: 2525 });
  });

  it.each([
    '',
    'mail.example.com',
    'http://mail.example.com',
    'smtp://',
    'smtp://marta:geheim%@mail.example.com',
    'smtp://marta:geheim@mail.example.com?tls=maybe',
    'smtp://marta:geheim@mail.example.com?conections=3',
    'smtp://marta:geheim@mail.example.com?connections=0',
    'smtp://marta:geheim@mail.example.com?rate=-1',
    'smtp://marta:geheim@mail.example.com/inbox',
    'smtp://marta:geheim%0D%0AQUIT@mail.example.com',
    'smtp://mail.example.com?name=a%0d%0aQUIT',
  ])('refuses %j in one sentence that gives no secret away', (text) => {
    let fault: unknown;
    try {
      parseSmtpUrl(text);
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(Fault);
    const { kind, message, hint } = fault as Fault;
    expect(kind).toBe('settings');
    expect(message).toMatch(/^SMTP_URL /);
    expect(`${message} ${hint}`).not.toMatch(/geheim|marta/);
  });
});
