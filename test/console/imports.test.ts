import { readFile } from 'node:fs/promises';
import { writeXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Loose } from '../api-desk.ts';
import { inventoryFile, type OrderLine } from '../notices/order-line.ts';
import { axeFindings } from './axe.ts';
import { openConsole } from './open-console.ts';
import { picture } from './picture.ts';
import type { VisitOptions } from './real-console.ts';

const english: VisitOptions = { language: 'en' };
const desk = openConsole('2026-11-23');

const line = (at: number, more: Partial<OrderLine> = {}): OrderLine => ({
  number: String(7_000 + at),
  ends: '2027-01-31',
  customer: 'Bodegas Montelar',
  account: 'C-300',
  email: 'raul@montelar.example',
  names: [`www${at}.montelar.example`],
  ...more,
});

async function visit(path: string, look: (page: Page) => Promise<void>, options: VisitOptions = english) {
  await look(await desk.visit(path, options));
}

/** Chooses a file as a person does, by the button. */
async function choose(page: Page, name: string, text: string): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /Choose a file|Elegir un archivo/ }).press('Enter');
  await (await asked).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

/** Drops files as a person does who drags them over from a folder. */
async function drop(page: Page, files: readonly { name: string; bytes: number[] }[]): Promise<void> {
  await page.getByText('Drop the inventory file here, or several').waitFor();
  const place = page.locator('main input[type=file]').locator('..');
  const data = await page.evaluateHandle((given) => {
    const { DataTransfer } = globalThis as Loose;
    const transfer = new DataTransfer();
    for (const { name, bytes } of given) transfer.items.add(new File([new Uint8Array(bytes)], name));
    return transfer;
  }, files);
  for (const type of ['dragenter', 'dragover', 'drop'])
    await place.dispatchEvent(type, { dataTransfer: data });
}

const apply = (page: Page) => page.getByRole('button', { name: 'Apply the import' });
const tab = (page: Page, name: string) => page.getByRole('tab', { name });

test('nothing was imported yet: one sentence and the way to the first file', () =>
  visit('/imports', async (page) => {
    await page.getByRole('heading', { name: 'Nothing has been imported yet' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Import a file' }).last().click();
    await page.getByText('Drop the inventory file here, or several').waitFor();
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
    await page.getByText('3 orders will be removed').waitFor();
    expect(await axeFindings(page)).toEqual([]);
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
    await picture(page, 'import-changes-en-1280', { fullPage: true });
    expect(await axeFindings(page)).toEqual([]);
    await tab(page, 'Refused (1)').click();
    const refused = page.getByRole('grid', { name: 'Refused lines' });
    await refused.getByText('the end of May').waitFor();
    await refused.getByText('Order valid until').waitFor();
    const started = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the refused lines' }).click();
    const download = await started;
    expect(download.suggestedFilename()).toMatch(/^refused-.*\.csv$/);
    const file = await readFile(await download.path(), 'utf8');

    expect(file).toContain('the end of May');
    expect(await axeFindings(page)).toEqual([]);
    await apply(page).click();
    await page.getByRole('link', { name: 'See the report' }).click();
    await page.getByRole('grid', { name: 'Changes field by field' }).getByText('Secure Site OV').waitFor();
    await tab(page, 'Refused (1)').click();
    await page.getByRole('grid', { name: 'Refused lines' }).getByText('the end of May').waitFor();
    await picture(page, 'import-applied-en-1280', { fullPage: true });
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo the import' }).click();
    await page.getByText('1 order will go back to what it said before').waitFor();
    await picture(page, 'import-undo-en-1280', { fullPage: true });
    await page.getByRole('button', { name: 'Cancel' }).click();
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
    await picture(page, 'import-dates-en-1280', { fullPage: true });
    await page.getByRole('combobox', { name: 'Order of dates' }).selectOption('day-first');
    await page.getByRole('button', { name: 'Read again with these changes' }).click();
    await page.getByRole('grid', { name: 'New orders' }).getByText('3 Apr 2027').first().waitFor();
  });
});

test('a workbook is dropped onto the page, and its sheet is said', async () => {
  const [heads, ...rows] = inventoryFile([line(50), line(51)])
    .trim()
    .split('\n')
    .map((text) => text.split(','));
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Notas', rows: [['nada']] },
      { name: 'Pedidos', rows: [heads!, ...rows] },
      { name: 'Viejos', rows: [heads!, rows[0]!] },
    ],
  });
  await visit('/imports/new', async (page) => {
    await drop(page, [{ name: 'cartera.xlsx', bytes: [...bytes] }]);
    await tab(page, 'New (2)').waitFor();
    await page.getByText('XLSX', { exact: true }).waitFor();
    await page.getByText('How it is read').click();
    await picture(page, 'import-sheets-en-1280', { fullPage: true });
    await page.getByRole('combobox', { name: 'Sheet' }).selectOption('Viejos');
    await page.getByRole('button', { name: 'Read again with these changes' }).click();
    await tab(page, 'New (1)').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});

test('several files are taken one after the other; one that is none keeps no other back', () =>
  visit('/imports/new', async (page) => {
    const text = (at: number) => [...Buffer.from(inventoryFile([line(at)]))];
    await drop(page, [
      { name: 'uno.csv', bytes: text(60) },
      { name: 'foto.png', bytes: [0x89, 0x50, 0x4e, 0x47, 1, 2, 3] },
      { name: 'vacío.csv', bytes: [] },
      { name: 'dos.csv', bytes: text(61) },
    ]);
    await page.getByText('foto.png is not an inventory but a picture').waitFor();
    await page.getByText('vacío.csv is empty').waitFor();
    await picture(page, 'import-several-en-1280', { fullPage: true });
    desk.complaints.length = 0;
    await page.getByRole('link', { name: 'See what it would change' }).last().click();
    await page.getByRole('grid', { name: 'New orders' }).getByText('7061').waitFor();
  }));

test('what was not decided is taken up again later, discarded, and had back', () =>
  visit('/imports', async (page) => {
    const row = page.getByRole('row', { name: /uno\.csv/ });
    await row.getByText('To be decided').waitFor();
    await picture(page, 'imports-en-1280', { fullPage: true });
    expect(await axeFindings(page)).toEqual([]);
    await row.getByRole('button', { name: 'Discard uno.csv' }).click();
    await row.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await row.waitFor();
    await page.getByRole('link', { name: 'uno.csv' }).click();
    await page.getByRole('grid', { name: 'New orders' }).getByText('7060').waitFor();
    await apply(page).click();
    await page.getByRole('heading', { name: 'uno.csv is in the inventory' }).waitFor();
  }));

test('the same file once more says who imported it, and that nothing would change', () =>
  visit('/imports/new', async (page) => {
    await choose(page, 'uno.csv', inventoryFile([line(60)]));
    await page.getByText('Importing it again would change nothing.').waitFor();
    await page.getByText('This file changes nothing').waitFor();
    expect(await apply(page).isDisabled()).toBe(true);
  }));

test('the history tells each import, and its page how it was read', () =>
  visit('/imports', async (page) => {
    await page.getByRole('link', { name: 'cartera.csv' }).first().waitFor();
    await page.getByText('Undone').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'cartera.csv' }).first().click();
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
        await picture(page, `import-plan-${language}-${theme}-${width}`, { fullPage: true });
        expect(await axeFindings(page)).toEqual([]);
        await page.getByText('Cómo se lee').click();
        await page.getByRole('combobox', { name: 'Codificación' }).waitFor();
        expect(await axeFindings(page)).toEqual([]);
        await page.goto(`${desk.url}/imports`);
        await page.getByText('Por decidir').first().waitFor();
        await picture(page, `imports-${language}-${theme}-${width}`, { fullPage: true });
        expect(await axeFindings(page)).toEqual([]);
        await page.getByRole('link', { name: 'cambios.csv' }).first().click();
        await page.getByRole('button', { name: 'Deshacer la importación' }).click();
        await page.getByText('1 pedido volverá a lo que decía antes').waitFor();
        await picture(page, `import-applied-${language}-${theme}-${width}`, { fullPage: true });
        expect(await axeFindings(page)).toEqual([]);
      },
      { language, theme, width },
    ));
}

async function orders(): Promise<number> {
  const answer = await fetch(`${desk.url}/api/orders`);
  return ((await answer.json()) as { rows: unknown[] }).rows.length;
}
