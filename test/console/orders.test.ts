import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFindings } from './axe.ts';
import { openConsole } from './open-console.ts';
import { picture } from './picture.ts';
import type { VisitOptions } from './real-console.ts';
import { storyLines } from './renewals-story.ts';

const patience = { timeout: 20_000 };
const count = 130;
const lines = storyLines(count);

const desk = openConsole('2026-11-23', (real) => real.desk.import(lines));

const visit = (path = '', options: VisitOptions = { language: 'en' }) =>
  desk.visit(`/orders${path}`, options);
const rows = (page: Page) => page.locator('[data-row]');
const first = (page: Page) => rows(page).first().textContent();

/** Every order number that shows while the page is scrolled to its end. */
async function scrolledThrough(page: Page): Promise<Set<string>> {
  const seen = new Set<string>();
  for (let steps = 0; steps < 60; steps++) {
    for (const text of await rows(page).allTextContents()) {
      const number = /\d{10}/.exec(text)?.[0];
      if (number) seen.add(number);
    }
    const isEnd = await page.evaluate(
      'window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2',
    );
    if (isEnd && seen.size >= count) return seen;
    await page.mouse.wheel(0, 500);
    await page.waitForTimeout(60);
  }
  return seen;
}

test('scrolls through all of them, page after page: none is missing and none shows twice', async () => {
  const page = await visit('?sort=number');
  await rows(page).first().waitFor();
  expect([...(await scrolledThrough(page))].sort()).toEqual(lines.map(({ number }) => number).sort());
});

test('is sorted by a heading, the other way by a second press, and keeps it through a reload', async () => {
  const page = await visit();
  await rows(page).first().waitFor();
  const heading = page.getByRole('columnheader', { name: 'In force until' });
  await heading.getByRole('button').click();
  await expect.poll(() => first(page), patience).toContain(lines[0]!.number);
  expect(await heading.getAttribute('aria-sort')).toBe('ascending');
  await heading.getByRole('button').click();
  await expect.poll(() => first(page), patience).toContain(lines.at(-1)!.number);
  await page.reload();
  await expect.poll(() => first(page), patience).toContain(lines.at(-1)!.number);
  expect(page.url()).toContain('sort=-ends');
});

test('is narrowed by text and by what there is, and a filter is taken off again', async () => {
  const page = await visit();
  await rows(page).first().waitFor();
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('menuitem', { name: 'Product' }).click();
  await page.getByRole('button', { name: 'RapidSSL DV', exact: true }).click();
  await expect.poll(() => page.url(), patience).toContain('product=');
  await page.getByRole('searchbox').fill('galindo');
  const wanted = lines.filter(
    ({ product, customer }) => product === 'RapidSSL DV' && customer?.includes('Galindo'),
  );
  await expect.poll(() => rows(page).count(), patience).toBe(wanted.length);
  for (const { number } of wanted) await rows(page).filter({ hasText: number }).waitFor();
  await picture(page, 'orders-filtered-en');
  await page.getByRole('button', { name: 'Remove the filter: RapidSSL DV' }).click();
  const all = lines.filter(({ customer }) => customer?.includes('Galindo'));
  await expect.poll(() => rows(page).count(), patience).toBe(all.length);
});

test('shows an order beside the list by keyboard, and goes on to the next', async () => {
  const page = await visit('?sort=number');
  await rows(page).first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('o');
  const view = page.getByRole('complementary', { name: 'Quick view' });
  const title = view.getByRole('heading', { level: 2 });
  await title.waitFor();
  await view.getByText(`Order ${lines[0]!.number}`).waitFor();
  await page.keyboard.press('j');
  await view.getByText(`Order ${lines[1]!.number}`).waitFor();
  await page.goBack();
  await view.getByText(`Order ${lines[0]!.number}`).waitFor();
  await page.keyboard.press('Escape');
  await view.waitFor({ state: 'detached' });
});

for (const [name, options] of [
  ['es', { language: 'es', width: 1440 }],
  ['en-dark', { language: 'en', theme: 'dark', width: 1440 }],
  ['es-phone', { language: 'es', width: 390, height: 844 }],
] as const) {
  test(`axe finds nothing: ${name}`, async () => {
    const page = await visit('', options);
    await rows(page).first().waitFor();
    await picture(page, `orders-${name}`);
    expect(await axeFindings(page)).toEqual([]);
    const tooWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
    expect(tooWide, 'scrolls sideways').toBe(false);
  });
}
