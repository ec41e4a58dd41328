import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { type FakeApi, startFakeApi } from './fake-api.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let fake: FakeApi;
beforeAll(async () => {
  browser = await openBrowser();
  fake = await startFakeApi((api) => {
    api.get('/api/access/state', (c) => c.json({ state: 'signed-out', mayBegin: true }));
  });
});
afterAll(async () => {
  await browser.close();
  await fake.close();
});

/** WCAG 2.2 A and AA, and axe's own good practice. */
async function findings(page: Page): Promise<string[]> {
  // Through the debugger: the page's own policy lets no foreign script in.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as {
        axe: {
          run(): Promise<{
            violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
          }>;
        };
      }
    ).axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`),
    );
  });
}

const pages = ['/', '/people', '/api-keys', '/audit', '/profile', '/sign-in', '/forgot-password'];
const looks = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { name: 'dark on a phone', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;

test.each(looks)('axe finds nothing: $name', async ({ colorScheme, viewport }) => {
  const context = await browser.newContext({
    colorScheme,
    viewport,
    locale: 'es-ES',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  for (const path of pages) {
    await page.goto(fake.url + path);
    await page.locator('h1').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await findings(page), path).toEqual([]);
  }
  await page.goto(`${fake.url}/people`);
  await page.getByRole('button', { name: 'Invitar a una persona' }).click();
  await page.getByRole('dialog').waitFor();
  expect(await findings(page), 'invitation').toEqual([]);
  await page.goto(`${fake.url}/audit`);
  await page
    .getByText(/Pedido 0\b/)
    .first()
    .waitFor();
  await page.keyboard.press('/');
  await page.getByRole('combobox').waitFor();
  expect(await findings(page), 'palette').toEqual([]);
  await page.keyboard.press('Escape');
  for (const name of ['Filtrar', /^.*Su cuenta/]) {
    await page.getByRole('button', { name }).click();
    await page.getByRole('menu').waitFor();
    expect(await findings(page), `menu ${name}`).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
  }
  await context.close();
});
