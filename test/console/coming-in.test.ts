import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf } from './access-console.ts';
import { openBrowser } from './browser.ts';
import { Colleague, type Place } from './colleague.ts';
import { picture } from './picture.ts';
import { password, StaffedConsole } from './staffed-console.ts';

const atDesk: Place = { language: 'es', size: 'desktop' };
const onPhone: Place = { language: 'en', size: 'phone' };
const carmen = 'carmen@norte.example';
const other = 'marejada-de-noviembre';

let browser: Browser;
let desk: StaffedConsole;

beforeAll(async () => {
  [browser, desk] = await Promise.all([
    openBrowser(),
    StaffedConsole.open(Temporal.Now.instant().toString()),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const sit = (place: Place) => Colleague.sit(browser, desk, place);

async function signIn(who: Colleague, email: string, secret: string): Promise<void> {
  const { page, say } = who;
  await page.getByLabel(say('access.email')).fill(email);
  await page.getByLabel(say('access.password'), { exact: true }).fill(secret);
  await who.button('access.sign-in.action').click();
}

/** In the language that this person chose, whatever their browser says. */
async function isIn(who: Colleague): Promise<void> {
  await who.page.waitForURL((url) => url.pathname === '/');
  await who.page.getByRole('navigation').first().waitFor();
  await who.page.getByRole('heading', { level: 1 }).waitFor();
}

// The tests below tell one story: the first makes the account that the others come in with.
test('an empty installation names its company, makes its administrator and lets them in, by keyboard', async () => {
  const who = await sit(atDesk);
  const { page, say } = who;
  await who.open('/orders');
  await who.sees(say('access.first-run'));
  await picture(page, 'first-run-es');
  await page.keyboard.type('Faro Certificados');
  await who.tabTo(page.getByLabel(say('access.name'), { exact: true }));
  await page.keyboard.type('Carmen Ruiz');
  await who.tabTo(page.getByLabel(say('access.email')));
  await page.keyboard.type(carmen);
  await who.tabTo(page.getByLabel(say('access.password'), { exact: true }));
  await page.keyboard.type('corta');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText(/./).first().waitFor();
  expect(await page.getByLabel(say('access.partner')).inputValue()).toBe('Faro Certificados');
  await page.getByLabel(say('access.password'), { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await who.sees(say('setup.title'));
  await page.getByText('Faro Certificados').first().waitFor();
  const second = await sit(onPhone);
  await second.open('/first-run');
  await second.sees(second.say('access.sign-in'));
  const begun = { partner: 'X', name: 'X', email: 'x@y.example', password: other };
  expect((await second.ask('POST', '/api/access/first-run', begun)).status()).toBe(409);
  await second.leave();
  await page.context().close();
});

test('a forgotten password is chosen anew by the mailed link, once, and every open session ends', async () => {
  const before = await (await sit(atDesk)).known(carmen);
  const who = await sit(onPhone);
  const { page, say } = who;
  await who.open('/sign-in');
  await page.getByRole('link', { name: say('access.forgot') }).click();
  await who.sees(say('access.forgot.title'));
  await page.getByLabel(say('access.email')).fill(carmen);
  await who.button('access.forgot.action').click();
  await who.sees(say('access.forgot.sent'));
  await picture(page, 'forgot-sent-en-phone');
  await expect.poll(() => desk.linkTo(carmen), { timeout: 20_000 }).toContain('/reset-password');
  const link = await desk.linkTo(carmen);
  await page.goto(link);
  await who.sees(say('access.reset'));
  await page.getByLabel(say('access.password.new')).fill(other);
  await who.button('access.reset.action').click();
  await who.sees(say('access.reset.done'));
  expect((await before.ask('GET', '/api/access/me')).status()).toBe(401);
  await page.getByRole('link', { name: say('access.sign-in') }).click();
  await signIn(who, carmen, other);
  await isIn(who);
  const again = await sit(atDesk);
  await again.page.goto(link);
  await again.page.getByLabel(again.say('access.password.new')).fill('otra-marejada-2027');
  await again.button('access.reset.action').click();
  await again.page.getByRole('alert').getByText(/./).first().waitFor();
  await picture(again.page, 'reset-used-es');
  for (const one of [before, who]) await one.leave();
  await again.page.context().close();
});

test('an invitation that was used, or is cut short, says so and lets nobody in', async () => {
  const boss = await sit(atDesk);
  await boss.ask('POST', '/api/access/sign-in', { email: carmen, password: other });
  const email = 'nuria@norte.example';
  const rights = { role: 'support', seesPrices: false, customers: null };
  const body = { email, name: 'Nuria Vidal', language: 'es', ...rights };
  expect((await boss.ask('POST', '/api/access/invitations', body)).ok()).toBe(true);
  const nuria = await sit(atDesk);
  const { page, say } = nuria;
  const link = await desk.linkTo(email);
  await page.goto(link);
  await nuria.sees(say('access.invitation', { partner: 'Faro Certificados' }));
  await picture(page, 'invitation-es');
  await page.getByLabel(say('access.password.choose')).fill(password);
  await nuria.button('access.invitation.action').click();
  await nuria.sees(say('nav.dashboard'));
  for (const broken of [link, link.slice(0, -6)]) {
    const late = await sit(onPhone);
    await late.page.goto(broken);
    await late.sees(late.say('access.link-broken'));
    await late.page.context().close();
  }
  for (const one of [boss, nuria]) await one.leave();
});

test('a recovery code stands in for the second factor, once', async () => {
  const who = await (await sit(atDesk)).known('nuria@norte.example');
  const started = await who.ask('POST', '/api/access/totp/enable', { password });
  const { uri, recoveryCodes } = (await started.json()) as { uri: string; recoveryCodes: string[] };
  const secret = new URL(uri).searchParams.get('secret')!;
  expect((await who.ask('POST', '/api/access/totp/verify', { code: await codeOf(secret) })).ok()).toBe(true);
  await who.leave();
  const answers: string[] = [];
  for (const place of [onPhone, atDesk]) {
    const back = await sit(place);
    const { page, say } = back;
    await back.open('/sign-in');
    await signIn(back, 'nuria@norte.example', password);
    await back.sees(say('access.code'));
    await page.getByLabel(say('access.code.label')).fill(recoveryCodes[0]!);
    await back.button('access.sign-in.action').click();
    const wrong = page.getByText(say('access.code.wrong'));
    await page.getByRole('navigation').first().or(wrong).waitFor();
    answers.push((await wrong.count()) > 0 ? 'wrong' : 'in');
    await picture(page, `recovery-${answers.at(-1)}`);
    await back.leave();
  }
  expect(answers).toEqual(['in', 'wrong']);
});

test('after too many wrong guesses the account is closed for a while, and says for how long', async () => {
  const who = await sit(onPhone);
  const { page, say } = who;
  await who.open('/sign-in');
  const said = page.getByRole('alert').getByText(/minute|second/);
  for (let guess = 0; guess < 12 && (await said.count()) === 0; guess++) {
    const answered = page.waitForResponse((response) => response.url().endsWith('/sign-in'));
    await signIn(who, carmen, `wrong-guess-${guess}`);
    await answered;
    await page.waitForFunction('!document.querySelector(\'form[aria-busy="true"]\')');
  }
  await said.waitFor();
  await picture(page, 'locked-en-phone');
  await who.isWell('closed for a while');
  const text = (await page.getByRole('alert').textContent())!;
  expect(text).not.toContain(say('problem.invalid'));
  // The good password does not open it either, until the time is over.
  await signIn(who, carmen, other);
  await said.waitFor();
  desk.desk.later({ minutes: 20 });
  await page.clock.setFixedTime(desk.desk.now.toString());
  await signIn(who, carmen, other);
  await isIn(who);
  await page.context().close();
});
