import { sql } from 'kysely';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepInbox } from '../../src/inbox/keep-inbox.ts';
import { openBrowser } from './browser.ts';
import { Colleague } from './colleague.ts';
import { picture } from './picture.ts';
import { StaffedConsole } from './staffed-console.ts';

let browser: Browser;
let desk: StaffedConsole;
let marta: Colleague;
let luis: Colleague;
let customer: string;

beforeAll(async () => {
  [browser, desk] = await Promise.all([openBrowser(), StaffedConsole.open('2026-11-23')]);
  await desk.desk.import([
    { number: '6001', ends: '2026-11-25', names: ['mar.example'], customer: 'Hotel Mar', account: 'M1' },
    { number: '6002', ends: '2026-11-24', names: ['sol.example'], customer: 'Hotel Sol', account: 'S1' },
  ]);
  await desk.person('Marta Soler', 'marta@norte.example', { role: 'renewals-manager' });
  await desk.person('Luis Ferrer', 'luis@norte.example', { role: 'sales' });
  const [es, en] = [
    { language: 'es', size: 'desktop' },
    { language: 'en', size: 'phone' },
  ] as const;
  marta = await (await Colleague.sit(browser, desk, es)).known('marta@norte.example');
  luis = await (await Colleague.sit(browser, desk, en)).known('luis@norte.example');
  const answer = await marta.ask('GET', '/api/customers?text=Hotel%20Mar');
  customer = ((await answer.json()) as { rows: { id: string }[] }).rows[0]!.id;
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const bell = (who: Colleague, unread: number) =>
  who.page.getByRole('link', { name: who.say('inbox.bell', { unread }), exact: true });
const notes = (who: Colleague) =>
  who.page.getByRole('region', { name: who.say('customers.notes'), exact: true });

test('Marta names Luis in a note by keys alone, and edits it', async () => {
  await marta.open(`/customers/${customer}`);
  const field = notes(marta).getByRole('textbox', { name: marta.say('notes.new') });
  await field.click();
  await marta.page.keyboard.type('Piden precio a tres años @lu');
  const offered = marta.page.getByRole('option', { name: 'Luis Ferrer' });
  await offered.waitFor();
  expect(await field.getAttribute('aria-activedescendant')).toBe(await offered.getAttribute('id'));
  await marta.isWell('colleagues offered');
  await picture(marta.page, 'note-mention-es');
  await marta.page.keyboard.press('Enter');
  await marta.page.keyboard.press('Control+Enter');
  await notes(marta).locator('mark', { hasText: '@Luis Ferrer' }).waitFor();
  await marta.toast(marta.say('notes.added')).waitFor();

  await notes(marta)
    .getByRole('button', { name: marta.say('notes.edit') })
    .click();
  const edited = notes(marta).getByRole('textbox', { name: marta.say('notes.edit') });
  expect(await edited.inputValue()).toBe('Piden precio a tres años @Luis Ferrer');
  await marta.page.keyboard.press('End');
  await marta.page.keyboard.type(', antes del jueves');
  await marta.page.keyboard.press('Control+Enter');
  await notes(marta).getByText(', antes del jueves').waitFor();
  await notes(marta).getByText(marta.say('notes.edited-at')).waitFor();
  await marta.isWell('a note that names somebody');
});

test('Luis sees the bell, opens what it is, says that it is done, and takes that back', async () => {
  await luis.open('/');
  await bell(luis, 1).click();
  await luis.sees(luis.say('inbox.title'));
  const row = luis.row('Marta Soler mentions you');
  await row.getByText('antes del jueves').waitFor();
  await picture(luis.page, 'inbox-en-phone');
  await row.getByRole('button', { name: /^Done: / }).click();
  await luis.page.getByRole('heading', { name: luis.say('inbox.none.open') }).waitFor();
  await luis.isWell('nothing needs him');
  await luis.page.getByRole('button', { name: luis.say('shell.undo') }).click();
  await row.getByRole('link', { name: 'Marta Soler mentions you' }).click();
  await luis.page.getByRole('heading', { level: 1, name: 'Hotel Mar' }).waitFor();
  await notes(luis).locator('mark', { hasText: '@Luis Ferrer' }).waitFor();
  await bell(luis, 0).waitFor();
});

test('Marta chooses an owner from people; what they own comes, is put off by keys, and goes with its cause', async () => {
  const partner = await desk.desk.partner();
  await desk.desk.rows((p) => sql`update customer set owner = 'Jimena Costa' where partner = ${p}`);
  await marta.open(`/customers/${customer}`);
  await marta.page.getByText(marta.say('expiring.owner.no-account')).waitFor();
  await marta.page.getByRole('button', { name: /Jimena Costa/ }).click();
  await marta.isWell('owners offered');
  await marta.page.keyboard.type('sol');
  await marta.page.keyboard.press('ArrowDown');
  await marta.page.keyboard.press('Enter');
  await marta.page
    .getByRole('button', { name: /Marta Soler$/ })
    .first()
    .waitFor();
  // The name shows at once; the inbox is brought up to date from what is saved.
  await marta.page.waitForLoadState('networkidle');
  await keepInbox(desk.desk.deps, partner);

  await marta.go('inbox');
  const row = marta.row('Hotel Mar');
  await row.waitFor();
  expect(await marta.page.locator('[data-row]').count()).toBe(1);
  await marta.sees(marta.say('inbox.title'));
  await picture(marta.page, 'inbox-es');
  await marta.page.keyboard.press('j');
  await marta.page.keyboard.press('s');
  await marta.button('inbox.snooze.tomorrow').click();
  await marta.page.getByRole('heading', { name: marta.say('inbox.none.open') }).waitFor();
  await marta.button('inbox.states.snoozed').click();
  await row.waitFor();
  await marta.page.keyboard.press('j');
  await marta.page.keyboard.press('o');
  await marta.drawer.getByRole('heading', { level: 2, name: 'mar.example' }).waitFor();
  await marta.isWell('put off');
  const [order] = await desk.desk.rows<{ id: string }>(
    (p) => sql`select id from orders where partner = ${p} and number = '6001'`,
  );
  await marta.ask('POST', `/api/orders/${order!.id}/requests`, { answer: 'renewed-elsewhere', note: null });
  await keepInbox(desk.desk.deps, partner);
  await marta.open('/inbox?state=snoozed');
  await marta.page.getByRole('heading', { name: marta.say('inbox.none.snoozed') }).waitFor();
});

test('the hour of the daily mail is one’s own', async () => {
  await luis.open('/profile');
  const part = luis.page.getByRole('region', { name: luis.say('inbox.mail') });
  await part.getByText(luis.say('inbox.mail.zone', { zone: 'Europe/Madrid' })).waitFor();
  await part.getByRole('switch', { name: luis.say('inbox.mail.on') }).click();
  await luis.toast(luis.say('shell.saved')).first().waitFor();
  await luis.isWell('the daily mail');
  await luis.page.reload();
  await part.getByRole('switch', { name: luis.say('inbox.mail.on'), checked: false }).waitFor();
  await marta.leave();
  await luis.leave();
});
