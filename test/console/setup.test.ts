import { simpleParser } from 'mailparser';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dnsLookups } from '../../src/channels/email/dns-lookups.ts';
import { keepPlan } from '../../src/notices/keep-plan.ts';
import { type FakeDns, startFakeDns } from '../dns/fake-dns.ts';
import { inventoryFile } from '../notices/order-line.ts';
import { type FaultyServer, startFaultyServer } from '../smtp/faulty-server.ts';
import { openBrowser } from './browser.ts';
import { Colleague, type Place } from './colleague.ts';
import { picture } from './picture.ts';
import { password, StaffedConsole } from './staffed-console.ts';

const atDesk: Place = { language: 'es', size: 'desktop' };
const onPhone: Place = { language: 'en', size: 'phone' };
const carmen = 'carmen@faro.example';
const login = { user: 'avisos', password: 'una clave de aplicación' };

let browser: Browser;
let desk: StaffedConsole;
let mailbox: FaultyServer;
let dns: FakeDns;

beforeAll(async () => {
  mailbox = await startFaultyServer({ keepBytes: true, startTls: true, login });
  dns = await startFakeDns();
  [browser, desk] = await Promise.all([
    openBrowser(),
    // Without a mail server of the installation: what arrives has left through the partner's own.
    StaffedConsole.open(Temporal.Now.instant().round('second').toString(), {
      smtpUrl: 'outbox:',
      dns: dnsLookups([dns.server]),
    }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
  await mailbox?.close();
  await dns?.close();
});

/** What reached people's mailboxes. */
const received = () => Promise.all(mailbox.accepted.map(({ bytes }) => simpleParser(bytes)));

/** Goes to a field with Tab and writes over what is there. */
async function write(who: Colleague, field: Locator, text: string): Promise<void> {
  await who.tabTo(field);
  await who.page.keyboard.press('Control+A');
  await who.page.keyboard.insertText(text);
}

async function isAtStep(who: Colleague, step: string): Promise<void> {
  const { page, say } = who;
  await page.getByRole('heading', { level: 2, name: say(`setup.step.${step}.title`) }).waitFor();
  await who.isWell(step);
  await picture(page, `setup-${step}-es`, { fullPage: true });
}

const onward = (who: Colleague, step: string) =>
  who.pressByKey(who.button('setup.next', { step: who.say(`setup.step.${step}`) }));

/** The new partner's administrator, who goes from one test to the next with the keyboard alone. */
let who: Colleague;
const label = (key: string) => who.page.getByLabel(who.say(key), { exact: true });

// The tests below tell one story: from an empty database to the first real message, in Spanish, by keyboard only.
test('first run leads into the guide; the brand is seen as a message and as a page before it is saved', async () => {
  who = await Colleague.sit(browser, desk, atDesk);
  const { page, say } = who;
  await who.open('/');
  await who.sees(say('access.first-run'));
  await page.keyboard.type('Faro Certificados');
  await write(who, label('access.name'), 'Carmen Ruiz');
  await write(who, label('access.email'), carmen);
  await write(who, label('access.password'), password);
  await page.keyboard.press('Enter');
  await who.sees(say('setup.title'));

  await isAtStep(who, 'brand');
  await write(who, label('brand.accent'), '#0B6E4F');
  await write(who, label('brand.support.phone'), '+34 911 234 567');
  await write(who, label('brand.legal.all'), 'Faro Certificados SL, calle Mayor 1, Madrid');
  await who.pressByKey(who.button('brand.social.add'));
  await write(who, label('brand.social.name'), 'LinkedIn');
  await write(who, label('brand.social.url'), 'https://www.linkedin.com/company/faro');
  const message = page.frameLocator(`iframe[title="${say('brand.preview.mail')}"]`);
  await message.getByText('calle Mayor 1').waitFor();
  await page.getByText(say('brand.preview.unsaved')).waitFor();
  await picture(page, 'setup-brand-typed-es', { fullPage: true });
  await who.tabTo(page.getByRole('radio', { name: say('brand.preview.mail') }));
  await page.keyboard.press('ArrowRight');
  await page
    .frameLocator(`iframe[title="${say('brand.preview.page')}"]`)
    .getByRole('heading', { level: 1 })
    .waitFor();
  await picture(page, 'setup-brand-page-es', { fullPage: true });
  await who.pressByKey(who.button('brand.save'));
  await who.toast(say('brand.saved')).waitFor();
  await onward(who, 'mail');
}, 90_000);

test('mail: the server is spoken with before it is kept, a test arrives, and the records are found', async () => {
  const { page, say } = who;
  await isAtStep(who, 'mail');
  await write(who, label('mail.sender.name'), 'Faro Certificados');
  await write(who, label('mail.sender.address'), 'avisos@faro.example');
  await page.keyboard.press('Enter');
  await who.toast(say('mail.sender.saved')).waitFor();
  await write(who, label('mail.server.host'), '127.0.0.1');
  await write(who, label('mail.server.port'), String(mailbox.port));
  await write(who, label('mail.server.user'), login.user);
  await write(who, label('mail.server.password'), login.password);
  await page.keyboard.press('Enter');
  await who.button('mail.server.save-anyway').waitFor();
  await who.isWell('refused server');
  await picture(page, 'setup-mail-refused-es', { fullPage: true });
  await who.pressByKey(label('mail.server.verify'), 'Space');
  await who.pressByKey(who.button('mail.server.check-and-save'));
  await who.toast(say('mail.server.saved')).waitFor();
  await who.pressByKey(who.button('mail.test.send', { address: carmen }));
  await expect.poll(async () => (await received()).length, { timeout: 20_000 }).toBe(1);
  const [letter] = await received();
  expect([letter?.from?.value[0]?.address, letter?.subject]).toEqual([
    'avisos@faro.example',
    'Mensaje de prueba de Vigente',
  ]);
  await who.pressByKey(who.button('mail.records.look'));
  await page.getByRole('region', { name: 'SPF' }).getByRole('button').first().waitFor();
  await who.pressByKey(who.button('mail.key.make'));
  const dkim = page.getByRole('region', { name: 'DKIM' });
  await dkim.getByText('v=DKIM1').first().waitFor();
  await who.isWell('records');
  await picture(page, 'setup-mail-records-es', { fullPage: true });
  const host = (await dkim.locator('dd code').nth(1).textContent()) ?? '';
  const value = (await dkim.locator('dd code').nth(2).textContent()) ?? '';
  dns.setZone({ txt: { [`${host}.faro.example`]: [value] } });
  await who.pressByKey(who.button('mail.records.again'));
  await dkim.getByText(say('mail.record.state.good')).waitFor();
  await onward(who, 'import');
}, 90_000);

test('the first import leads away and back; somebody stands behind a promise, and finds the calendar right', async () => {
  const { page, say } = who;
  await isAtStep(who, 'import');
  await who.pressByKey(page.getByRole('link', { name: say('setup.import.go') }));
  await who.sees(say('imports.new'));
  const chooser = page.waitForEvent('filechooser');
  await who.pressByKey(who.button('imports.choose'));
  const ends = desk.desk.now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 20 }).toString();
  const buffer = Buffer.from(
    inventoryFile([{ number: '1480500001', ends, email: 'ana@panaderialuz.example' }]),
  );
  await (await chooser).setFiles({ name: 'cartera.csv', mimeType: 'text/csv', buffer });
  await who.pressByKey(who.button('imports.apply'));
  await who.pressByKey(page.getByRole('link', { name: say('setup.go-back') }));
  await isAtStep(who, 'import');
  await onward(who, 'promise');

  // A promise, with where it is written.
  await isAtStep(who, 'promise');
  await who.pressByKey(who.button('setup.promise.write-of', { name: 'DigiCert' }));
  await write(who, label('settings.promises.source'), 'Correo de DigiCert del 3 de noviembre');
  await who.isWell('promise form');
  await picture(page, 'setup-promise-form-es', { fullPage: true });
  await who.pressByKey(who.button('setup.promise.save'));
  await who.toast(say('setup.promise.saved', { name: 'DigiCert' })).waitFor();
  await onward(who, 'calendar');

  await isAtStep(who, 'calendar');
  await who.pressByKey(who.button('setup.confirm.calendar'));
}, 90_000);

test('the plan shows who gets what; sending is switched on after a look, and the first message arrives', async () => {
  const { page, say } = who;
  // The keeper of plans makes it while the page waits.
  await page.getByRole('heading', { level: 2, name: say('setup.step.plan.title') }).waitFor();
  await keepPlan(desk.desk.deps, await desk.desk.partner());
  await page.getByText('ana@panaderialuz.example').first().waitFor();
  await isAtStep(who, 'plan');
  await who.pressByKey(who.button('setup.confirm.plan'));

  // Sending: shown, confirmed, switched on.
  await page.getByText('ana@panaderialuz.example').first().waitFor();
  await isAtStep(who, 'sending');
  expect(mailbox.accepted).toHaveLength(1);
  await who.pressByKey(page.getByRole('checkbox'), 'Space');
  await who.pressByKey(who.button('setup.sending.switch'));
  await page.getByText(say('setup.sending.is-on')).waitFor();
  await desk.desk.tick();
  await expect.poll(async () => (await received()).length, { timeout: 20_000 }).toBe(2);
  const notice = (await received())[1];
  expect(JSON.stringify(notice?.to)).toContain('ana@panaderialuz.example');
  expect(notice?.from?.text).toContain('Faro Certificados');
  expect(notice?.headers.has('dkim-signature')).toBe(true);
  expect(notice?.text).toContain('calle Mayor 1');
  await page.getByText(say('setup.sending.under-way', { submitted: 1, waiting: 0 })).waitFor();
  await picture(page, 'setup-sending-on-es', { fullPage: true });
  await who.pressByKey(who.button('setup.finish'));
  await page.getByRole('heading', { name: say('setup.done') }).waitFor();
  await who.isWell('done');
  await picture(page, 'setup-done-es', { fullPage: true });
  await who.leave();
}, 90_000);

test('what was left for later is found again on the dashboard, in the palette and in the settings', async () => {
  const other = await (await Colleague.sit(browser, desk, onPhone)).known(carmen);
  const { page, say } = other;
  const isThere = () =>
    expect.poll(() => page.locator('[aria-busy=true]').count(), { timeout: 20_000 }).toBe(0);
  await page.emulateMedia({ colorScheme: 'dark' });
  // Carmen began in Spanish; today she reads English.
  expect((await other.ask('PATCH', '/api/access/me', { language: 'en' })).ok()).toBe(true);
  await other.ask('PUT', '/api/setup/calendar', { word: null });
  await other.open('/');
  const card = page.getByRole('region', { name: say('setup.title') });
  await card.waitFor();
  await other.isWell('dashboard with its card');
  await picture(page, 'setup-card-en-phone-dark');
  await card.getByRole('link').click();
  await page.getByRole('heading', { level: 2, name: say('setup.step.calendar.title') }).waitFor();
  await other.button('setup.later').click();
  await page.getByRole('heading', { name: say('setup.done.some') }).waitFor();
  for (const step of ['brand', 'mail', 'import', 'promise', 'calendar', 'plan', 'sending']) {
    await other.open(`/setup?step=${step}`);
    await page.getByRole('heading', { level: 2, name: say(`setup.step.${step}.title`) }).waitFor();
    await isThere();
    await other.isWell(`${step} on a phone, dark`);
    await picture(page, `setup-${step}-en-phone-dark`, { fullPage: true });
  }
  await other.open('/');
  await other.sees(say('nav.dashboard'));
  await other.main.getByText(say('dashboard.mend')).waitFor();
  expect(await card.count()).toBe(0);
  await other.open('/settings');
  await page
    .getByRole('main')
    .getByRole('link', { name: say('settings.section.setup') })
    .click();
  await other.sees(say('setup.title'));
  for (const section of ['brand', 'mail']) {
    await other.open(`/settings/${section}`);
    await other.sees(say(`settings.section.${section}`));
    await isThere();
    await other.isWell(`settings ${section} on a phone, dark`);
  }
  await other.leave();
}, 90_000);
