import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrderLine } from '../notices/order-line.ts';
import { axeFindings } from './axe.ts';
import { openBrowser } from './browser.ts';
import { RealConsole, type VisitOptions } from './real-console.ts';

const english: VisitOptions = { language: 'en' };
let browser: Browser;
let desk: RealConsole;

/** An order that ends soon, and a newer one of the same customer that nothing links to it. */
function pair(at: number, more: Partial<OrderLine> = {}): OrderLine[] {
  const customer = ['Bodegas Montelar', 'Transportes Ibarra', 'Clínica Dental Sonrisa'][at % 3]!;
  const both = {
    customer,
    account: `C-${200 + (at % 3)}`,
    email: `cliente${at % 3}@correo.example`,
    names: [`www.firma${at}.example`, `tienda.firma${at}.example`],
  };
  return [
    { ...both, number: String(4_000 + at), ends: `2026-12-${String(10 + at).padStart(2, '0')}`, ...more },
    {
      ...both,
      number: String(5_000 + at),
      begins: `2026-11-${String(10 + at).padStart(2, '0')}`,
      ends: `2027-11-${String(10 + at).padStart(2, '0')}`,
    },
  ];
}

beforeAll(async () => {
  browser = await openBrowser();
  desk = await RealConsole.open('2026-11-23');
  const lines = [0, 1, 2, 3, 4].flatMap((at) => pair(at));
  const names = ['www.firma5.example', 'tienda.firma5.example', 'correo.firma5.example'];
  await desk.desk.import([...lines, ...pair(5, { names, product: 'Secure Site Pro EV' })]);
});
afterAll(async () => {
  await desk?.close();
  await browser?.close();
});

async function visit(path: string, look: (page: Page) => Promise<void>, options: VisitOptions = english) {
  const page = await desk.visit(browser, path, options);
  desk.complaints.length = 0;
  try {
    await look(page);
    expect(desk.complaints).toEqual([]);
  } finally {
    await page.context().close();
    desk.as('administrator');
  }
}

/** Pictures for people, when a folder is named. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.CONSOLE_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

const old = (page: Page, number: string) => page.locator('[data-row]').filter({ hasText: number });

for (const [language, theme, width] of [
  ['es', 'light', 1280],
  ['en', 'dark', 1280],
  ['en', 'light', 390],
] as const) {
  test(`axe finds nothing: ${language}, ${theme}, ${width}`, () =>
    visit(
      '/perhaps-renewed',
      async (page) => {
        await old(page, '4005').waitFor();
        await picture(page, `perhaps-${language}-${theme}-${width}`);
        expect(await axeFindings(page)).toEqual([]);
      },
      { language, theme, width },
    ));
}

test('lays the order, what seems to follow it and what was seen side by side', () =>
  visit('/perhaps-renewed', async (page) => {
    const row = old(page, '4005');
    await row.getByRole('link', { name: '5005' }).waitFor();
    await row.getByText('Perhaps partly renewed').waitFor();
    await row.getByText('correo.firma5.example left out').waitFor();
  }));

test('confirms and takes it back with the keyboard only', () =>
  visit('/perhaps-renewed', async (page) => {
    await old(page, '4000').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await page.getByText('4000: renewed, its notices stop').waitFor();
    await old(page, '4000').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await old(page, '4000').waitFor();
  }));

test('denies, and the order is asked about no more', () =>
  visit('/perhaps-renewed', async (page) => {
    await page.getByRole('button', { name: 'It is not: 4001' }).click();
    await page.getByText('4001: not renewed, its notices go on').waitFor();
    await old(page, '4001').waitFor({ state: 'detached' });
    await page.reload();
    await old(page, '4000').waitFor();
    expect(await old(page, '4001').count()).toBe(0);
  }));

test('confirms many at once', () =>
  visit('/perhaps-renewed', async (page) => {
    await page.getByRole('checkbox', { name: 'Select 4002' }).click();
    await page.getByRole('checkbox', { name: 'Select 4003' }).click();
    await page
      .getByRole('region', { name: '2 selected' })
      .getByRole('button', { name: 'Yes, renewed' })
      .click();
    await page.getByText('2 orders renewed; their notices stop').waitFor();
    await old(page, '4003').waitFor({ state: 'detached' });
  }));

test('a viewer looks and answers nothing', async () => {
  desk.as('viewer');
  await visit('/perhaps-renewed', async (page) => {
    await old(page, '4000').waitFor();
    expect(await page.getByRole('button', { name: /^Yes, renewed/ }).count()).toBe(0);
    expect(await page.getByRole('checkbox').count()).toBe(0);
  });
});
