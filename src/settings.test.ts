import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isFault } from './kernel/fault.ts';
import type { Language } from './kernel/locale.ts';
import { type SettingName, settingDescriptions } from './setting-descriptions.ts';
import { readSettings } from './settings.ts';

const read = (environment: Record<string, string>, language: Language = 'en') =>
  readSettings({ environment, folder: '/srv/renewals', language });

function complaint(environment: Record<string, string>, language: Language = 'en'): string {
  try {
    read(environment, language);
  } catch (error) {
    if (isFault(error, 'settings')) return error.message;
  }
  return 'no complaint';
}

test('without a single variable everything has a value that works on this machine', () => {
  expect(read({})).toEqual({
    databaseUrl: null,
    dataFolder: '/srv/renewals/.vigente',
    host: '127.0.0.1',
    port: 4100,
    publicUrl: 'http://127.0.0.1:4100',
    smtpUrl: 'outbox:',
    secret: null,
    logLevel: 'info',
    mail: { from: null, returnPathDomain: null, privateHosts: false, ratePerSecond: null, dkim: null },
  });
});

test('an empty variable counts as not set', () => {
  expect(read({ PORT: '', DATABASE_URL: '  ' })).toEqual(read({}));
});

test('what is set is taken', () => {
  const settings = read({
    DATABASE_URL: 'postgresql://ana:geheim@db/renewals',
    VIGENTE_DATA_DIR: '../data',
    PORT: '8080',
    HOST: '::',
    PUBLIC_URL: 'https://renewals.example.com/v/',
    SMTP_URL: 'smtps://u:p@mail.example.com',
    MAIL_FROM: 'Renovaciones <avisos@example.com>',
    MAIL_RATE_PER_SECOND: '2.5',
  });
  expect(settings).toMatchObject({
    dataFolder: '/srv/data',
    port: 8080,
    publicUrl: 'https://renewals.example.com/v',
    mail: { from: 'Renovaciones <avisos@example.com>', ratePerSecond: 2.5 },
  });
});

test.each([
  ['0.0.0.0', 'http://localhost:4100'],
  ['::1', 'http://[::1]:4100'],
  ['vigente.internal', 'http://vigente.internal:4100'],
])('listening on %s, links begin with %s', (HOST, url) => {
  expect(read({ HOST }).publicUrl).toBe(url);
});

test.each<[SettingName, string]>([
  ['DATABASE_URL', 'mysql://db/x'],
  ['PORT', '70000'],
  ['PORT', '41oo'],
  ['PORT', '-1'],
  ['HOST', 'http://localhost'],
  ['HOST', '10.0.0.1:80'],
  ['PUBLIC_URL', 'renewals.example.com'],
  ['PUBLIC_URL', 'ftp://example.com'],
  ['SMTP_URL', 'mail.example.com:25'],
  ['VIGENTE_SECRET', 'too short'],
  ['LOG_LEVEL', 'loud'],
  ['MAIL_FROM', 'nobody'],
  ['MAIL_FROM', 'A <a@example.com>, B <b@example.com>'],
  ['MAIL_RETURN_PATH_DOMAIN', 'a@example.com'],
  ['MAIL_RATE_PER_SECOND', '0'],
])('%s=%s is refused in one sentence of either language', (name, value) => {
  for (const language of ['en', 'es'] as const) {
    const sentence = complaint({ [name]: value }, language);
    expect(sentence).toContain(name);
    expect(sentence).toContain(settingDescriptions[name].expected[language]);
    expect(sentence).not.toContain('\n');
    expect(sentence.includes(value)).toBe(!('secret' in settingDescriptions[name]));
  }
});

test('the sentence names variable, value and expectation', () => {
  expect(complaint({ PORT: 'http' })).toBe(
    'PORT is "http", not what is expected: a whole number from 0 to 65535',
  );
  expect(complaint({ PORT: 'http' }, 'es')).toBe(
    'PORT es "http" y no lo que se espera: un número entero de 0 a 65535',
  );
});

test('no password is repeated', () => {
  expect(complaint({ DATABASE_URL: 'mysql://ana:geheim@db/x' })).not.toContain('geheim');
  expect(complaint({ PUBLIC_URL: 'https://ana:geheim@example.com' })).toContain('https://…@example.com');
  expect(complaint({ SMTP_URL: 'smtp:ana:geheim@mail' })).not.toContain('geheim');
});

test('DKIM takes all of its settings or none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'settings-'));
  const file = join(folder, 'dkim.pem');
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 1024,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  writeFileSync(file, privateKey);
  const dkim = { DKIM_DOMAIN: 'Example.com', DKIM_SELECTOR: 'mail2026' };
  expect(read({ ...dkim, DKIM_KEY_FILE: file }).mail.dkim).toEqual({
    domain: 'example.com',
    selector: 'mail2026',
    privateKey,
  });
  expect(complaint(dkim)).toContain('DKIM_KEY_FILE is missing');
  writeFileSync(file, 'no key');
  expect(complaint({ ...dkim, DKIM_KEY_FILE: file })).toContain(file);
  rmSync(folder, { recursive: true });
});

test('every setting is described in both languages', () => {
  for (const { summary, expected } of Object.values(settingDescriptions)) {
    for (const words of [summary, expected]) expect(words.en && words.es).toBeTruthy();
  }
});
