import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFindings } from './axe.ts';
import { openConsole } from './open-console.ts';
import { picture } from './picture.ts';
import type { VisitOptions } from './real-console.ts';

const patience = { timeout: 20_000 };
const both = { customer: 'Bodegas Montelar', account: 'C-1', email: 'raul@montelar.example' };

const desk = openConsole('2026-11-23', (real) =>
  real.desk.import([
    { ...both, number: '7001', ends: '2026-12-18', names: ['montelar.example', 'www.montelar.example'] },
    { ...both, number: '7002', begins: '2026-11-20', ends: '2027-12-18', names: ['www.montelar.example'] },
    { ...both, number: '7003', ends: '2027-05-01', names: ['*.bodega.example'] },
    { ...both, number: '7004', ends: '2027-07-01', names: ['tienda.bodega.example'], customer: 'Viveros Aranda', account: 'C-2', email: 'viveros@correo.example' },
    ...Array.from({ length: 70 }, (_, at) => ({
      ...{ number: String(7_100 + at), ends: '2027-09-01', customer: 'Hospital del Rosario' },
      ...{ account: 'C-3', email: 'oscar@hospital.example', names: [`centro${String(at).padStart(2, '0')}.example`] },
    })),
  ]),
); // biome-ignore format: a line of a file reads better as a line

const visit = (path = '', options: VisitOptions = { language: 'en' }) =>
  desk.visit(`/domains${path}`, options);
const row = (page: Page, text: string) => page.locator('[data-row]').filter({ hasText: text });

test('shows what has nothing after it and what is covered twice, one press away', async () => {
  const page = await visit();
  await row(page, 'bodega.example').getByText('1 name covered twice').waitFor();
  const views = page.getByRole('group', { name: 'What to show' });
  await views.getByRole('button', { name: 'Nothing after' }).click();
  await row(page, 'montelar.example').getByText('1 name with nothing after · 18 Dec 2026').waitFor();
  await expect.poll(() => page.locator('[data-row]').count(), patience).toBe(1);
  await views.getByRole('button', { name: 'Duplicates' }).click();
  await row(page, 'bodega.example').waitFor();
  await expect.poll(() => page.locator('[data-row]').count(), patience).toBe(1);
  expect(page.url()).toContain('show=duplicates');
});

test('opens a domain by keyboard: its orders in time, what speaks for each name, and from there an order', async () => {
  const page = await visit('?text=tienda.bodega.example');
  await row(page, 'bodega.example').waitFor();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('j');
  await page.keyboard.press('o');
  const view = page.getByRole('complementary', { name: 'Quick view' });
  await view.getByRole('heading', { level: 2, name: 'bodega.example' }).waitFor();
  const names = view.getByRole('region', { name: 'Names' });
  await names.getByText('tienda.bodega.example').waitFor();
  await names.getByText('by wildcard').waitFor();
  await names.getByText('covered by several orders').waitFor();
  await view.getByRole('region', { name: 'Orders', exact: true }).getByText('Viveros Aranda').waitFor();
  await view.getByRole('region', { name: 'Orders in time' }).getByRole('link', { name: /7003/ }).click();
  await view.getByText('Order 7003').waitFor();
});

test('a domain that is not there is said so, and what nobody typed so far finds nothing', async () => {
  const page = await visit('?text=nowhere');
  await page.getByText('Nothing matches').waitFor();
  await page.goto(`${desk.url}/domains?open=domain:nowhere.example`);
  await page.getByRole('complementary').getByText('No order has a name under nowhere.example.').waitFor();
  // The browser writes a refused request into its own log.
  desk.complaints.length = 0;
});

for (const [name, options] of [
  ['es', { language: 'es', width: 1440 }],
  ['en-dark', { language: 'en', theme: 'dark', width: 1440 }],
  ['es-phone', { language: 'es', width: 390, height: 844 }],
] as const) {
  test(`axe finds nothing on list and quick view: ${name}`, async () => {
    const page = await visit('', options);
    await row(page, 'bodega.example').waitFor();
    await picture(page, `domains-${name}`);
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(`${desk.url}/domains?open=domain:${name === 'en-dark' ? 'bodega' : 'montelar'}.example`);
    await page.getByRole('complementary').getByRole('heading', { level: 3 }).first().waitFor();
    await picture(page, `domain-${name}`);
    expect(await axeFindings(page)).toEqual([]);
  });
}
