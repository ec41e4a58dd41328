import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { Colleague, type Place } from './colleague.ts';
import { picture } from './picture.ts';
import { storyLines } from './renewals-story.ts';
import { StaffedConsole } from './staffed-console.ts';

const patience = { timeout: 20_000 };
const lines = storyLines(24);
const desktop: Place = { language: 'es', size: 'desktop' };
const phone: Place = { language: 'en', size: 'phone' };
const marta = 'marta@norte.example';
const luis = 'luis@norte.example';

let browser: Browser;
let desk: StaffedConsole;

beforeAll(async () => {
  [browser, desk] = await Promise.all([openBrowser(), StaffedConsole.open('2026-11-23')]);
  await desk.desk.import(lines);
  await desk.person('Marta Soler', marta, { role: 'renewals-manager', seesPrices: true });
  const boss = await sit(desktop, marta);
  const own = await customerOf(boss, 'Galindo');
  await boss.leave();
  await desk.person('Luis Ferrer', luis, { role: 'sales', customers: [own] });
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

async function sit(place: Place, email: string): Promise<Colleague> {
  return (await Colleague.sit(browser, desk, place)).known(email);
}

async function customerOf(who: Colleague, name: string): Promise<string> {
  const answer = await who.ask('GET', `/api/customers?text=${name}`);
  return ((await answer.json()) as { rows: { id: string }[] }).rows[0]!.id;
}

const rows = (who: Colleague): Locator => who.page.locator('[data-row]');
const heading = (who: Colleague, key: string) =>
  who.page.getByRole('columnheader', { name: who.say(key), exact: true });
const shownView = (who: Colleague, name: string) => who.page.getByRole('button', { name, exact: false });

/** Opens the menu of views under what it is called now, and presses one thing in it. */
async function fromViews(who: Colleague, button: string, wanted: string): Promise<void> {
  await shownView(who, button).first().click();
  await who.page.getByRole('menuitem', { name: wanted }).click();
}

async function save(who: Colleague, name: string, ...ticks: string[]): Promise<void> {
  const dialog = who.page.getByRole('dialog');
  await dialog.getByLabel(who.say('views.name'), { exact: true }).fill(name);
  for (const tick of ticks) await dialog.getByLabel(who.say(tick)).check();
  await who.isWell('dialog of a view');
  await picture(who.page, `views-dialog-${who.isPhone ? 'phone' : 'desktop'}`);
  await dialog.getByRole('button', { name: who.say('views.save') }).click();
  await who.toast(who.say('views.did.added', { name })).waitFor();
}

test('a manager chooses columns by keyboard, and finds them again', async () => {
  const who = await sit(desktop, marta);
  const { page, say } = who;
  await who.open('/orders');
  await rows(who).first().waitFor();
  await who.pressByKey(who.button('views.columns.title'));
  const menu = page.getByRole('dialog', { name: say('views.columns.title') });
  await who.pressByKey(menu.getByRole('checkbox', { name: say('orders.state') }), 'Space');
  await heading(who, 'orders.state').waitFor({ state: 'detached' });
  const forward = menu.getByRole('button', { name: say('views.columns.up', { title: say('orders.ends') }) });
  await who.pressByKey(forward);
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.getByRole('columnheader').first().textContent(), patience)
    .toBe(say('orders.ends'));
  expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(
    say('views.columns.up', { title: say('orders.ends') }),
  );
  await page.keyboard.press('Enter');
  await who.isWell('columns');
  await picture(page, 'views-columns-es');
  await page.keyboard.press('Escape');
  await page.reload();
  await expect
    .poll(() => page.getByRole('columnheader').first().textContent(), patience)
    .toBe(say('orders.ends'));
  expect(await heading(who, 'orders.state').count()).toBe(0);
  await who.button('views.columns.title').click();
  await menu.getByRole('button', { name: say('views.columns.reset') }).click();
  await heading(who, 'orders.state').waitFor();
  await who.leave();
});

test('a shared view shows each person their own rows; what was changed in it is told, and taken back', async () => {
  const who = await sit(desktop, marta);
  const { page, say } = who;
  await who.open('/orders?status=issued&sort=ends');
  await rows(who).first().waitFor();
  await fromViews(who, say('views.title'), say('views.save-as'));
  await save(who, 'OV de otoño', 'views.share.with-all', 'views.default.wish');
  await expect.poll(() => page.url(), patience).toMatch(/saved=\d+/);
  await page.getByRole('searchbox').first().fill('galindo');
  await page.getByText(say('views.changed'), { exact: true }).waitFor();
  await picture(page, 'views-changed-es');
  await who.isWell('a changed view');
  await page.getByRole('button', { name: say('views.back') }).click();
  await page.getByText(say('views.changed'), { exact: true }).waitFor({ state: 'detached' });
  await expect.poll(() => page.url(), patience).not.toContain('galindo');

  const luisAtWork = await sit(phone, luis);
  await luisAtWork.open('/orders');
  await rows(luisAtWork).first().waitFor();
  await shownView(luisAtWork, luisAtWork.say('views.title')).first().click();
  await luisAtWork.isWell('menu of views on a phone');
  await picture(luisAtWork.page, 'views-menu-phone');
  await luisAtWork.page.getByRole('menuitem', { name: 'OV de otoño' }).click();
  const own = lines.filter(({ customer }) => customer?.includes('Galindo'));
  await expect.poll(() => rows(luisAtWork).count(), patience).toBe(own.length);
  for (const text of await rows(luisAtWork).allTextContents()) expect(text).toContain('Galindo');
  await shownView(luisAtWork, 'OV de otoño').first().click();
  const { say: luisSay } = luisAtWork;
  for (const key of ['views.rename', 'views.remove', 'views.share.off'])
    expect(await luisAtWork.page.getByRole('menuitem', { name: luisSay(key) }).count(), key).toBe(0);
  await luisAtWork.page.keyboard.press('Escape');
  await luisAtWork.leave();

  await page.getByRole('searchbox').first().fill('galindo');
  await page.getByRole('button', { name: say('views.save'), exact: true }).click();
  await who.toast(say('views.did.saved', { name: 'OV de otoño' })).waitFor();
  await page.getByText(say('views.changed'), { exact: true }).waitFor({ state: 'detached' });
  await who.leave();
});

test('a page opens with the person’s own default, and a view is found by its name in the search', async () => {
  const who = await sit(desktop, marta);
  const { page, say } = who;
  await who.open('/orders');
  await shownView(who, 'OV de otoño').waitFor();
  await expect.poll(() => page.url(), patience).toContain('status=issued');
  await fromViews(who, 'OV de otoño', say('views.whole'));
  await expect.poll(() => page.url(), patience).toMatch(/orders\?saved=none$/);
  await page.reload();
  await expect.poll(() => rows(who).count(), patience).toBeGreaterThan(10);
  expect(page.url()).toMatch(/saved=none$/);
  await who.open('/customers');
  await rows(who).first().waitFor();
  await page.keyboard.press('/');
  await page.getByRole('combobox').fill('otono');
  await page.getByRole('option', { name: 'OV de otoño' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url(), patience).toMatch(/orders\?.*saved=\d+/);
  await shownView(who, 'OV de otoño').waitFor();
  await who.leave();
});

test('a view is renamed, deleted and brought back; whoever opens one that is gone is told', async () => {
  const who = await sit(desktop, marta);
  const { page, say } = who;
  const made = await who.ask('POST', '/api/views', {
    page: 'customers',
    name: 'Sin contacto',
    words: { contact: 'none' },
  });
  const { id } = (await made.json()) as { id: string };
  await who.open(`/customers?saved=${id}`);
  await expect.poll(() => page.url(), patience).toContain('contact=none');
  await fromViews(who, 'Sin contacto', say('views.rename'));
  await page.getByRole('dialog').getByLabel(say('views.name')).fill('A nadie');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('views.save') })
    .click();
  await shownView(who, 'A nadie').first().waitFor();
  await fromViews(who, 'A nadie', say('views.remove'));
  await who.toast(say('views.did.removed', { name: 'A nadie' })).waitFor();
  expect(page.url()).not.toContain('saved=');
  await page.keyboard.press('Control+z');
  await shownView(who, 'A nadie').first().waitFor();
  await who.ask('DELETE', `/api/views/${id}`);
  await who.open(`/customers?saved=${id}`);
  await page.getByText(say('views.gone')).waitFor();
  await who.isWell('a view that is gone');
  await picture(page, 'views-gone-es');
  await page.getByRole('button', { name: say('views.gone.leave') }).click();
  await page.getByText(say('views.gone')).waitFor({ state: 'detached' });
  await who.leave();
});

test('a filter that there is no more is told, and the view can be saved without it', async () => {
  const who = await sit(desktop, marta);
  const { page, say } = who;
  const words = { status: 'issued', reseller: '3' };
  const made = await who.ask('POST', '/api/views', { page: 'orders', name: 'Antigua', words });
  const { id } = (await made.json()) as { id: string };
  await who.open(`/orders?saved=${id}`);
  await page.getByText(say('views.lost', { count: 1, names: 'reseller' })).waitFor();
  await picture(page, 'views-lost-es');
  await page.getByRole('button', { name: say('views.lost.save') }).click();
  await who.toast(say('views.did.saved', { name: 'Antigua' })).waitFor();
  await page.getByText(say('views.lost', { count: 1, names: 'reseller' })).waitFor({ state: 'detached' });
  expect(page.url()).not.toContain('reseller');
  await who.leave();
});

test.each([
  { place: desktop, typed: 'panaderia galnido' },
  { place: phone, typed: 'pandería' },
])(
  'the search finds a company in spite of a slip, and says that it guesses: $typed',
  async ({ place, typed }) => {
    const who = await sit(place, marta);
    const { page, say } = who;
    await who.open('/customers');
    await rows(who).first().waitFor();
    await page.keyboard.press('/');
    await page.getByRole('combobox').fill(typed);
    await page.getByText(say('palette.guess', { typed })).waitFor();
    const found = page.getByRole('option', { name: 'Panadería Galindo S.L.' });
    await found.first().waitFor();
    await who.isWell('guesses');
    await picture(page, `search-guess-${place.size}`);
    await page.getByRole('combobox').fill('panaderia galindo');
    await page.getByText(say('palette.guess', { typed })).waitFor({ state: 'detached' });
    await found.first().click();
    await page.getByRole('heading', { level: 1, name: 'Panadería Galindo S.L.' }).waitFor();
    await who.leave();
  },
);
