import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { openConsole } from './open-console.ts';
import { picture } from './picture.ts';
import { storyLines, tellStory } from './renewals-story.ts';

/** The machine may be busy. */
const patience = { timeout: 20_000 };

const real = openConsole('2026-10-20', tellStory);
const { visit } = real;

const ready = (page: Page) => page.locator('[data-row]').first().waitFor();

it('finds an order, opens its quick view beside the list, and says what was told and what comes', async () => {
  const page = await visit('/expiring');
  await ready(page);
  const wanted = storyLines(48)[21]!;
  await page.getByRole('searchbox').fill(wanted.number);
  await expect.poll(() => page.locator('[data-row]').count(), patience).toBe(1);
  await page.getByRole('link', { name: `${wanted.number} Vista rápida` }).click();
  const drawer = page.getByRole('complementary', { name: 'Vista rápida' });
  await drawer.getByRole('heading', { name: wanted.names![0]! }).waitFor();
  expect(page.url()).toContain('open=order:');
  expect(await page.locator('[data-row]').count()).toBe(1);
  const marks = drawer.getByRole('list', { name: 'vigencia del pedido' }).getByRole('listitem');
  expect(await marks.count()).toBeGreaterThan(2);
  // Reasons are for whoever comes by keyboard, too.
  await marks.nth(-2).locator('button, a').focus();
  await page.keyboard.press('Tab');
  await page.getByRole('tooltip').waitFor();
  await picture(page, 'quick-view-es');
  await page.keyboard.press('Escape');
  await page.getByRole('tooltip').waitFor({ state: 'hidden' });
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
});

it('switches the notices of an order off at once, and back on by undo', async () => {
  const page = await visit('/expiring?group=30');
  await ready(page);
  const notices = page.getByRole('switch').first();
  await notices.click({ force: true });
  expect(await notices.isChecked()).toBe(false);
  await page.getByText('Avisos desactivados.').waitFor();
  await page.getByRole('button', { name: 'Deshacer' }).click();
  await expect.poll(() => notices.isChecked(), patience).toBe(true);
  await page.reload();
  await ready(page);
  expect(await page.getByRole('switch').first().isChecked()).toBe(true);
});

it('assigns an owner to several orders at once', async () => {
  const page = await visit('/expiring?group=60', { language: 'en' });
  await ready(page);
  const checks = page.locator('[data-row] input[type="checkbox"]:not([role="switch"])');
  await checks.nth(0).click();
  await checks.nth(2).click({ modifiers: ['Shift'] });
  const bar = page.getByRole('region', { name: '3 selected' });
  await bar.getByRole('button', { name: 'Assign owner' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Luis Ferrer');
  await picture(page, 'bulk-en');
  await page.keyboard.press('Enter');
  await page.getByText('Owner of 3 orders: Luis Ferrer.').waitFor();
  await page.goto(`${real.url}/expiring?owner=Luis+Ferrer&kind=coverage`);
  await expect.poll(() => page.locator('[data-row]').count(), patience).toBe(3);
});

it('finds any customer for a filter, not only those in sight', async () => {
  const page = await visit('/expiring?group=90');
  await ready(page);
  await page.getByRole('button', { name: 'Filtrar' }).click();
  await page.getByRole('menuitem', { name: 'Cliente' }).click();
  const name = storyLines(48)[3]!.customer!;
  await page.getByRole('textbox', { name: 'Buscar un valor' }).fill(name.slice(0, 6));
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('button', { name: `de ${name}`, exact: true }).waitFor();
  await expect.poll(() => page.url(), patience).toMatch(/customer=\d+/);
});

it('lets only the chosen rows leave as a file', async () => {
  const page = await visit('/expiring?group=60');
  await ready(page);
  const row = page.locator('[data-row]').nth(1);
  await row.getByRole('checkbox').click();
  const bar = page.getByRole('region', { name: '1 seleccionado' });
  await bar.getByRole('button', { name: 'Exportar' }).click();
  const address = await page.getByRole('menuitem', { name: 'CSV' }).getAttribute('href');
  const file = await page.request.get(real.url + address);
  expect((await file.text()).split('\r\n').filter(Boolean)).toHaveLength(2);
});

it('keeps its filters through a reload, and reads them as a sentence', async () => {
  const page = await visit('/expiring');
  await ready(page);
  await page.getByRole('button', { name: 'Filtrar' }).click();
  await page.getByRole('menuitem', { name: 'Producto' }).click();
  await page.getByRole('button', { name: 'RapidSSL DV', exact: true }).click();
  await page.getByRole('button', { name: 'Filtrar' }).click();
  await page.getByRole('menuitem', { name: 'Plazo' }).click();
  await page.getByRole('button', { name: 'En 30 días' }).click();
  await expect.poll(() => page.url(), patience).toContain('days=30');
  await page.reload();
  await ready(page);
  await page.getByRole('button', { name: 'en los próximos 30 días', exact: true }).waitFor();
  const text = await page.getByRole('grid').textContent();
  expect(text).toContain('RapidSSL DV');
  expect(text).not.toContain('Basic OV');
});

it('is worked by keyboard alone: down, open, on, renew, close', async () => {
  const page = await visit('/expiring?group=90', { language: 'en' });
  await ready(page);
  await page.keyboard.press('j');
  await page.keyboard.press('n');
  await page.getByText('Notices off.').waitFor();
  await page.keyboard.press('n');
  await page.getByText('Notices on.').waitFor();
  await page.keyboard.press('o');
  const drawer = page.getByRole('complementary', { name: 'Quick view' });
  await drawer.getByRole('heading', { level: 2 }).waitFor();
  const first = await drawer.getByRole('heading', { level: 2 }).textContent();
  await page.keyboard.press('j');
  await expect.poll(() => drawer.getByRole('heading', { level: 2 }).textContent(), patience).not.toBe(first);
  await page.keyboard.press('r');
  await page.getByText('Renewal noted. The notices of this order stop.').waitFor();
  await drawer.getByText('Wants to renew.').waitFor();
  await page.keyboard.press('Control+z');
  await drawer.getByRole('button', { name: 'Declined' }).waitFor();
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  // Where the list went on with the drawer open, the row in hand has the focus.
  await expect.poll(() => page.locator('[data-row]:focus').count(), patience).toBe(1);
  expect(await page.locator('[data-row][data-active]:focus').count()).toBe(1);
});

it('takes a note with what a customer said, and takes it back', async () => {
  const page = await visit('/expiring?group=7');
  await ready(page);
  await page
    .locator('[data-row]')
    .last()
    .getByRole('link', { name: /Vista rápida/ })
    .click();
  const drawer = page.getByRole('complementary', { name: 'Vista rápida' });
  await drawer.getByRole('button', { name: 'Renovado en otro sitio' }).click();
  await drawer.getByLabel(/Nota: quién/).fill('Lo dijo Nerea por teléfono');
  await drawer.getByRole('button', { name: 'Anotar' }).click();
  await drawer.getByText('Lo dijo Nerea por teléfono').waitFor();
  await drawer.getByRole('button', { name: 'Retirar la anotación' }).click();
  await drawer.getByRole('button', { name: 'No renueva' }).waitFor();
  await drawer.getByLabel('Escribir una nota').fill('Vuelve de vacaciones el lunes');
  await drawer.getByRole('button', { name: 'Guardar la nota' }).click();
  await drawer.getByText('Vuelve de vacaciones el lunes').waitFor();
});

it('shows a viewer nothing that a viewer may not do', async () => {
  real.as('viewer');
  const page = await visit('/expiring');
  await ready(page);
  expect(await page.getByRole('button', { name: /^Renovar/ }).count()).toBe(0);
  expect(await page.getByRole('switch').count()).toBe(0);
  await page.getByText('Avisos activados').first().waitFor();
  expect(await page.getByRole('button', { name: 'Exportar' }).count()).toBe(0);
});

for (const [name, path, options] of [
  ['expiring-es', '/expiring', {}],
  ['expiring-en-dark', '/expiring?sort=customer', { language: 'en', theme: 'dark' }],
  ['expiring-wide', '/expiring', { width: 1760 }],
  ['expiring-phone', '/expiring', { width: 390, height: 844 }],
  ['expiring-nothing', '/expiring?text=nothing-of-the-kind', { language: 'en' }],
] as const) {
  it(`leaves axe nothing to find: ${name}`, async () => {
    const page = await visit(path, options);
    await page.locator('[data-row]').first().or(page.getByText('Nothing matches')).waitFor();
    await picture(page, name);
    expect(await axeFindings(page)).toEqual([]);
  });
}

it('leaves axe nothing to find in the quick view, on a phone in the dark too', async () => {
  const page = await visit('/expiring?group=30');
  await ready(page);
  const link = page.getByRole('link', { name: /Vista rápida/ }).nth(3);
  await link.click();
  await page.getByRole('complementary').getByRole('heading', { level: 2 }).waitFor();
  await picture(page, 'quick-view');
  expect(await axeFindings(page)).toEqual([]);
  const phone = await visit(page.url().slice(real.url.length), {
    width: 390,
    height: 844,
    theme: 'dark',
    language: 'en',
  });
  await phone.getByRole('complementary').getByRole('heading', { level: 2 }).waitFor();
  await picture(phone, 'quick-view-phone-dark');
  expect(await axeFindings(phone)).toEqual([]);
});
