import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { OrderLine } from '../notices/order-line.ts';
import { axeFindings } from './axe.ts';
import { openConsole } from './open-console.ts';
import { picture } from './picture.ts';

/** An order that ends soon, and a newer one of the same customer that nothing links to it. */
function pair(at: number, older: Partial<OrderLine> = {}, newer: Partial<OrderLine> = {}): OrderLine[] {
  const customer = ['Bodegas Montelar', 'Transportes Ibarra', 'Clínica Dental Sonrisa'][at % 3]!;
  const both = {
    customer,
    account: `C-${200 + (at % 3)}`,
    email: `cliente${at % 3}@correo.example`,
    names: [`www.firma${at}.example`, `tienda.firma${at}.example`],
  };
  const day = String(10 + at).padStart(2, '0');
  return [
    { ...both, number: String(4_000 + at), ends: `2026-12-${day}`, ...older },
    { ...both, number: String(5_000 + at), begins: `2026-11-${day}`, ends: `2027-11-${day}`, ...newer },
  ];
}

const names = ['www.firma5.example', 'tienda.firma5.example', 'correo.firma5.example'];
const desk = openConsole('2026-11-23', async (real) => {
  const lines = [0, 1, 2, 3, 4].flatMap((at) => pair(at));
  const fewer = pair(6, { servers: 5 }, { servers: 3 });
  await real.desk.import([...lines, ...pair(5, { names, product: 'Secure Site Pro EV' }), ...fewer]);
});
const english = { language: 'en' } as const;
const list = (options: Parameters<typeof desk.visit>[1] = english) => desk.visit('/perhaps-renewed', options);

const old = (page: Page, number: string) => page.locator('[data-row]').filter({ hasText: number });

for (const [language, theme, width] of [
  ['es', 'light', 1280],
  ['en', 'dark', 1280],
  ['en', 'light', 390],
] as const) {
  test(`axe finds nothing: ${language}, ${theme}, ${width}`, async () => {
    const page = await list({ language, theme, width });
    await old(page, '4005').waitFor();
    await picture(page, `perhaps-${language}-${theme}-${width}`);
    expect(await axeFindings(page)).toEqual([]);
    await old(page, '4005')
      .getByRole('button', { name: /^(Sí, renovado|Yes, renewed)/ })
      .click();
    await page.getByRole('dialog').getByText('correo.firma5.example').waitFor();
    await picture(page, `perhaps-partly-${language}-${theme}-${width}`);
    expect(await axeFindings(page)).toEqual([]);
  });
}

test('lays the order, what seems to follow it and what was seen side by side', async () => {
  const page = await list();
  const row = old(page, '4005');
  await row.getByRole('link', { name: '5005' }).waitFor();
  await row.getByText('Perhaps partly renewed').waitFor();
  await row.getByText('correo.firma5.example left out').waitFor();
});

test('where only servers are missing it says how many, and calls no name left out', async () => {
  const page = await list({ language: 'es' });
  const row = old(page, '4006');
  await row.getByText('solo vale para 3 de sus 5 servidores').waitFor();
  await row.getByText('2 quedan sin cubrir').waitFor();
  expect(await row.getByText('queda fuera').count()).toBe(0);
});

test('confirms and takes it back with the keyboard only', async () => {
  const page = await list();
  await old(page, '4000').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('c');
  await page.getByText('4000: renewed; its notices stop.').waitFor();
  await old(page, '4000').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await old(page, '4000').waitFor();
});

test('denies, and the order is asked about no more', async () => {
  const page = await list();
  await page.getByRole('button', { name: 'It is not: 4001' }).click();
  await page.getByText('4001: not renewed; its notices go on.').waitFor();
  await old(page, '4001').waitFor({ state: 'detached' });
  await page.reload();
  await old(page, '4000').waitFor();
  expect(await old(page, '4001').count()).toBe(0);
});

test('asks what is to become of what stays uncovered before one that is renewed in part is confirmed', async () => {
  const page = await list();
  await old(page, '4006').waitFor();
  await page.getByRole('searchbox').fill('4006');
  await old(page, '4005').waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('j');
  await page.keyboard.press('c');
  const question = page.getByRole('dialog', { name: 'Take order 4006 as renewed?' });
  await question.getByText('2 servers stay uncovered.').waitFor();
  await question.getByText(/all notices of this order stop/).waitFor();
  // What is at hand first changes nothing.
  await page.keyboard.press('Enter');
  await question.waitFor({ state: 'detached' });
  await old(page, '4006').waitFor();
  await page.keyboard.press('c');
  await question.getByRole('button', { name: 'Yes, stop its notices' }).press('Enter');
  await page.getByText('4006: renewed; its notices stop.').waitFor();
  await old(page, '4006').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await old(page, '4006').waitFor();
});

test('confirms many at once, but none that is renewed in part: how many were left, and why', async () => {
  const page = await list();
  for (const number of ['4002', '4003', '4005']) {
    await page.getByRole('checkbox', { name: `Select ${number}` }).click();
  }
  const bar = page.getByRole('region', { name: '3 selected' });
  await bar.getByRole('button', { name: 'Yes, renewed' }).click();
  await page
    .getByText(
      '2 orders renewed; their notices stop. 1 order was not confirmed because it is renewed in part only: answer it on its own.',
    )
    .waitFor();
  await old(page, '4003').waitFor({ state: 'detached' });
  await old(page, '4005').waitFor();
});

test('a viewer looks and answers nothing', async () => {
  desk.as('viewer');
  const page = await list();
  await old(page, '4000').waitFor();
  expect(await page.getByRole('button', { name: /^Yes, renewed/ }).count()).toBe(0);
  expect(await page.getByRole('checkbox').count()).toBe(0);
});
