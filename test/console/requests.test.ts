import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { requestRenewal } from '../../src/renewals/request-renewal.ts';
import { axeFindings } from './axe.ts';
import { openConsole } from './open-console.ts';
import { picture } from './picture.ts';
import type { RealConsole, VisitOptions } from './real-console.ts';
import { storyLines } from './renewals-story.ts';

const patience = { timeout: 20_000 };
const english = { language: 'en' } as const;
const lines = storyLines(48).slice(14, 24);

const desk = openConsole('2026-11-23', async (real) => {
  await real.desk.import(lines);
  await ask(real, 2, 'same', '2026-11-19T09:00:00Z');
  await ask(real, 3, 'talk-first', '2026-11-20T09:00:00Z');
  for (const at of [0, 1, 4, 5]) await note(real, at, { answer: 'renew', note: `Llamada ${at}` });
  await note(real, 6, { answer: 'renewed-elsewhere', note: 'Lo dijo Nerea' });
});

/** A customer asks, by the link of a message. */
async function ask(real: RealConsole, at: number, how: string, now: string): Promise<void> {
  const order = await orderOf(real.url, lines[at]!.number);
  await requestRenewal(real.desk.scope, {
    ...{ orders: [order], notice: null, how },
    now: Temporal.Instant.from(now),
  });
}

async function note(real: RealConsole, at: number, body: object): Promise<void> {
  const order = await orderOf(real.url, lines[at]!.number);
  await fetch(`${real.url}/api/orders/${order}/requests`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
}

async function orderOf(url: string, number: string): Promise<string> {
  const answer = await fetch(`${url}/api/orders?text=${number}`);
  return ((await answer.json()) as { rows: { id: string }[] }).rows[0]!.id;
}

const visit = (path = '', options: VisitOptions = english) => desk.visit(`/requests${path}`, options);
const row = (page: Page, at: number) => page.locator('[data-row]').filter({ hasText: lines[at]!.number });
const rows = (page: Page) => page.locator('[data-row]').count();
const quickView = (page: Page) => page.getByRole('complementary', { name: 'Quick view' });

test('what waits longest stands first; states are counted and one press away', async () => {
  const page = await visit();
  await row(page, 2).waitFor();
  expect(await page.locator('[data-row]').first().textContent()).toContain(lines[2]!.number);
  await row(page, 3).getByText('Wants to talk first').waitFor();
  const states = page.getByRole('group', { name: 'State' });
  await states.getByRole('button', { name: /6\s*Open/ }).waitFor();
  await states.getByRole('button', { name: /1\s*Elsewhere/ }).click();
  await row(page, 6).waitFor();
  await expect.poll(() => rows(page), patience).toBe(1);
  expect(page.url()).toContain('state=renewed-elsewhere');
});

test('is taken by a key, and dated, noted and closed with a reason in its quick view; all taken back', async () => {
  const page = await visit(`?text=${lines[0]!.number}`);
  await row(page, 0).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('t');
  await page.getByText('It is yours now.').waitFor();
  await row(page, 0).getByText('Marta').waitFor();
  await page.keyboard.press('o');
  const view = quickView(page);
  await view.getByRole('button', { name: 'no date' }).click();
  await page.getByRole('button', { name: 'In a week' }).click();
  await view.getByRole('button', { name: '30 Nov 2026' }).waitFor();
  await view.getByRole('button', { name: 'Change the note' }).click();
  await view.getByLabel('Note').fill('Wants a quote for three years');
  await view.getByRole('button', { name: 'Save' }).click();
  await view.getByText('Wants a quote for three years').first().waitFor();
  await view.getByRole('button', { name: 'Declined' }).click();
  await view.getByLabel('Reason').selectOption({ label: 'Price' });
  await view.getByRole('button', { name: 'Close the request' }).click();
  await page.getByText('Request closed: declined. Notices stop.').waitFor();
  await view.getByText('Declined: Price.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await picture(page, 'request-declined-en');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await row(page, 0).waitFor();
});

test('closed as renewed, the new order is a link; opened again, its notices go on', async () => {
  const page = await visit(`?text=${lines[1]!.number}`);
  await row(page, 1).getByRole('link', { name: lines[1]!.number }).click();
  const view = quickView(page);
  await view.getByRole('button', { name: 'Renewed', exact: true }).click();
  await view.getByLabel('Number of the new order').fill('9900123');
  await page.keyboard.press('Enter');
  await view.getByText('Order 9900123 is not in the inventory yet.').waitFor();
  await view.getByText('Renewed with order 9900123.').waitFor();
  await row(page, 1).waitFor({ state: 'detached' });
  await view.getByRole('button', { name: 'Open again' }).press('Enter');
  await view.getByText('Notices of this order go on').waitFor();
  await row(page, 1).getByText('Reopened: undecided').waitFor();
});

test('a number that cannot follow is refused in words, and what was typed stays', async () => {
  const page = await visit(`?text=${lines[4]!.number}`);
  await row(page, 4).getByRole('link', { name: lines[4]!.number }).click();
  const view = quickView(page);
  await view.getByRole('button', { name: 'Renewed', exact: true }).click();
  await view.getByLabel('Number of the new order').fill(lines[4]!.number);
  await view.getByRole('button', { name: 'Close the request' }).click();
  await page.getByText(/cannot be the renewal of/).waitFor();
  expect(await view.getByLabel('Number of the new order').inputValue()).toBe(lines[4]!.number);
  // The browser writes a refused request into its own log.
  desk.complaints.length = 0;
});

test('several at once are dated and closed, and one undo brings them back', async () => {
  const page = await visit('?from=customer');
  await row(page, 3).waitFor();
  for (const at of [2, 3]) {
    await page.getByRole('checkbox', { name: `Select ${lines[at]!.number}` }).click();
  }
  const bar = page.getByRole('region', { name: '2 selected' });
  await bar.getByRole('button', { name: 'Renewed elsewhere' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close the request' }).click();
  await page.getByText('2 requests closed: renewed elsewhere. Notices stop.').waitFor();
  await expect.poll(() => rows(page), patience).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await row(page, 2).waitFor();
});

test('the order’s own quick view leads to its request', async () => {
  const order = await orderOf(desk.url, lines[5]!.number);
  const page = await desk.visit(`/orders?open=order:${order}`, english);
  await quickView(page).getByRole('link', { name: 'See the request' }).click();
  await quickView(page).getByText(`Renewal request for order ${lines[5]!.number}`).waitFor();
});

test('a viewer looks and changes nothing', async () => {
  desk.as('viewer');
  const page = await visit();
  await row(page, 5).getByRole('link', { name: lines[5]!.number }).click();
  const view = quickView(page);
  await view.getByRole('heading', { name: 'History' }).waitFor();
  expect(await view.getByRole('button', { name: /Take|Declined|Note/ }).count()).toBe(0);
  expect(await page.getByRole('checkbox').count()).toBe(0);
  expect(await page.getByRole('link', { name: /Export/ }).count()).toBe(0);
});

for (const [name, options] of [
  ['es', { language: 'es', width: 1440 }],
  ['en-dark', { language: 'en', theme: 'dark', width: 1440 }],
  ['es-phone', { language: 'es', width: 390, height: 844 }],
] as const) {
  test(`axe finds nothing on list and quick view: ${name}`, async () => {
    const page = await visit('', options);
    await row(page, 3).waitFor();
    await picture(page, `requests-${name}`);
    expect(await axeFindings(page)).toEqual([]);
    await row(page, 3).getByRole('link', { name: lines[3]!.number }).click();
    await page.getByRole('complementary').getByRole('heading', { level: 3 }).waitFor();
    await picture(page, `request-${name}`);
    expect(await axeFindings(page)).toEqual([]);
  });
}

test('nothing there: one sentence, and where requests come from', async () => {
  const page = await visit('?state=withdrawn');
  await page.getByRole('heading', { name: 'None has been taken back' }).waitFor();
  await page.getByRole('link', { name: 'See what expires soon' }).waitFor();
});
