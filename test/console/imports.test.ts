import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventoryFile, type OrderLine } from '../notices/order-line.ts';
import { axeFindings } from './axe.ts';
import { openBrowser } from './browser.ts';
import { RealConsole, type VisitOptions } from './real-console.ts';

const english: VisitOptions = { language: 'en' };
let browser: Browser;
let desk: RealConsole;

const line = (at: number, more: Partial<OrderLine> = {}): OrderLine => ({
  number: String(7_000 + at),
  ends: '2027-01-31',
  customer: 'Bodegas Montelar',
  account: 'C-300',
  email: 'raul@montelar.example',
  names: [`www${at}.montelar.example`],
  ...more,
});

beforeAll(async () => {
  browser = await openBrowser();
  desk = await RealConsole.open('2026-11-23');
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
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** Chooses a file as a person does, by the button. */
async function choose(page: Page, name: string, text: string): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /Choose a file|Elegir un archivo/ }).press('Enter');
  await (await asked).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

const apply = (page: Page) => page.getByRole('button', { name: 'Apply the import' });
const tab = (page: Page, name: string) => page.getByRole('tab', { name });

test('nothing was imported yet: one sentence and the way to the first file', () =>
  visit('/imports', async (page) => {
    await page.getByRole('heading', { name: 'Nothing has been imported yet' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Import a file' }).last().click();
    await page.getByText('Drop the inventory file here').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  }));

test('a file is chosen, looked at, applied and taken back, with the keyboard only', () =>
  visit('/imports/new', async (page) => {
    await choose(page, 'cartera.csv', inventoryFile([line(1), line(2), line(3)]));
    await tab(page, 'New (3)').waitFor();
    await page.getByRole('grid', { name: 'New orders' }).getByText('7001').waitFor();
    await page.getByText('Nothing has been written yet.').waitFor();
    expect(await orders()).toBe(0);
    await apply(page).press('Enter');
    await page.getByRole('heading', { name: 'cartera.csv is in the inventory' }).waitFor();
    expect(await orders()).toBe(3);
    await page.getByRole('button', { name: 'Undo the import' }).press('Enter');
    await page.getByRole('button', { name: 'Undo it now' }).press('Enter');
    await page.getByRole('main').getByText('Import undone').waitFor();
    expect(await orders()).toBe(0);
  }));

test('shows what changes field by field, and what is refused with line, column, value and reason', async () => {
  await desk.desk.import([line(10), line(11)]);
  const wrong = inventoryFile([
    line(10, { ends: '2027-02-28', product: 'Secure Site Pro EV' }),
    line(12),
    line(13),
  ]);
  const text = wrong.replace(/^7013(.*)2027-01-31/m, '7013$1the end of May');
  await visit('/imports/new', async (page) => {
    await choose(page, 'cambios.csv', text);
    await tab(page, 'Changes (1)').click();
    const changed = page.getByRole('grid', { name: 'Changes field by field' });
    await changed.getByText('Secure Site OV').waitFor();
    await changed.getByText('Secure Site Pro EV').waitFor();
    await picture(page, 'import-changes-en-1280');
    expect(await axeFindings(page)).toEqual([]);
    await tab(page, 'Refused (1)').click();
    const refused = page.getByRole('grid', { name: 'Refused lines' });
    await refused.getByText('the end of May').waitFor();
    await refused.getByText('Order valid until').waitFor();
    const started = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the refused lines' }).click();
    expect((await started).suggestedFilename()).toMatch(/^refused-.*\.csv$/);
    expect(await axeFindings(page)).toEqual([]);
  });
});

test('a heading that nobody knows is said what it is, and the file is read again', async () => {
  const text = inventoryFile([line(20)])
    .replace('Servers', 'Cajas')
    .replace(/,$/m, ',4');
  await visit('/imports/new', async (page) => {
    await choose(page, 'cajas.csv', text);
    await page.getByText('23 of 24 are read').click();
    const column = page.getByRole('combobox', { name: 'What the column Cajas holds' });
    await column.selectOption({ label: 'Servers' });
    await page.getByRole('button', { name: 'Read again with these changes' }).press('Enter');
    await page.getByText('24 of 24 are read').waitFor();
  });
});

test('a file that is none is refused in words, and nothing is written', () =>
  visit('/imports/new', async (page) => {
    await choose(page, 'foto.csv', 'hello\nworld\n');
    await page.getByRole('heading', { name: 'foto.csv could not be read' }).waitFor();
    expect(await apply(page).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  }));

test('dates that may be read two ways are asked about', async () => {
  const text = inventoryFile([line(30)])
    .replaceAll('2027-01-31', '03/04/2027')
    .replaceAll('2026-02-01', '02/04/2026');
  await visit('/imports/new', async (page) => {
    await choose(page, 'fechas.csv', text);
    await page.getByRole('heading', { name: 'fechas.csv could not be read' }).waitFor();
    await picture(page, 'import-dates-en-1280');
    await page.getByRole('combobox', { name: 'Order of dates' }).selectOption('day-first');
    await page.getByRole('button', { name: 'Read again with these changes' }).click();
    await page.getByRole('grid', { name: 'New orders' }).getByText('3 Apr 2027').first().waitFor();
  });
});

test('the history tells each import, and its page how it was read', () =>
  visit('/imports', async (page) => {
    await page.getByRole('link', { name: 'cartera.csv' }).first().waitFor();
    await page.getByText('Undone').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('j');
    await page.keyboard.press('o');
    await page.getByRole('heading', { level: 1, name: 'cartera.csv' }).waitFor();
    await page.getByRole('region', { name: 'Columns' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  }));

test('a viewer sees the history and brings nothing in', async () => {
  desk.as('viewer');
  await visit('/imports', async (page) => {
    await page.getByRole('link', { name: 'cartera.csv' }).first().waitFor();
    expect(await page.getByRole('link', { name: 'Import a file' }).count()).toBe(0);
  });
});

for (const [language, theme, width] of [
  ['es', 'light', 1280],
  ['es', 'dark', 390],
] as const) {
  test(`axe finds nothing in a plan: ${language}, ${theme}, ${width}`, () =>
    visit(
      '/imports/new',
      async (page) => {
        await choose(page, 'cartera-noviembre.csv', inventoryFile([line(40), line(41), line(42)]));
        await page.getByRole('tab', { name: 'Nuevos (3)' }).waitFor();
        await picture(page, `import-plan-${language}-${theme}-${width}`);
        expect(await axeFindings(page)).toEqual([]);
      },
      { language, theme, width },
    ));
}

async function orders(): Promise<number> {
  const answer = await fetch(`${desk.url}/api/orders`);
  return ((await answer.json()) as { rows: unknown[] }).rows.length;
}
