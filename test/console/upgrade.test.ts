import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { startFakeApi } from './fake-api.ts';

/** A tab that was open while the server was upgraded: the files of its version are gone. */
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function inOpenTab(look: (page: Page) => Promise<void>): Promise<void> {
  const fake = await startFakeApi();
  const context = await browser.newContext({ locale: 'es-ES', viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.goto(`${fake.url}/people`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look(page);
  } finally {
    await context.close();
    await fake.close();
  }
}

test('a page whose file is gone is loaded anew at its address', async () => {
  await inOpenTab(async (page) => {
    let missed = 0;
    await page.route('**/console/built/audit-page-*.js', (route) => {
      missed += 1;
      // The hover that fetches ahead, and the click; the page loaded anew finds its file.
      return missed <= 2 ? route.fulfill({ status: 404, body: '' }) : route.continue();
    });
    const reloaded = page.waitForEvent('load');
    await page.getByRole('link', { name: 'Registro de auditoría' }).click();
    await reloaded;
    await page.getByRole('heading', { name: 'Registro de auditoría' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/audit');
  });
});

test('what stays missing is said, and nothing goes round', async () => {
  await inOpenTab(async (page) => {
    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });
    await page.route('**/console/built/audit-page-*.js', (route) => route.fulfill({ status: 404, body: '' }));
    await page.getByRole('link', { name: 'Registro de auditoría' }).click();
    await page.getByRole('button', { name: 'Cargar la versión nueva' }).waitFor();
    expect(loads).toBe(1);
  });
});

test('words that nobody has saved stay where they are until the person decides', async () => {
  await inOpenTab(async (page) => {
    await page.getByRole('button', { name: 'Invitar a una persona' }).click();
    await page.getByLabel('Nombre').fill('Teresa Llorente');
    await page.route('**/console/built/audit-entry-quick-view-*.js', (route) =>
      route.fulfill({ status: 404, body: '' }),
    );
    await page.evaluate(
      `history.pushState({}, '', '/people?open=audit-entry:1'); dispatchEvent(new PopStateEvent('popstate'));`,
    );
    await page.getByRole('button', { name: 'Cargar la versión nueva' }).waitFor();
    expect(await page.getByLabel('Nombre').inputValue()).toBe('Teresa Llorente');
  });
});
