import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { openConsole } from './open-console.ts';
import { picture } from './picture.ts';
import { tellStory } from './renewals-story.ts';

/** The machine may be busy. */
const patience = { timeout: 20_000 };

const real = openConsole('2026-10-20', tellStory, {
  // The sandbox that holds a message refuses even what the browser's driver would run inside it.
  tolerated: /frame is sandboxed/,
});
const { visit } = real;

const ready = (page: Page) => page.locator('[data-row]').first().waitFor();

it('finds what was written to an address and shows it as its reader saw it', async () => {
  const page = await visit('/messages');
  await ready(page);
  await page.getByRole('searchbox').fill('galindo@correo.example');
  await expect.poll(() => page.url(), patience).toContain('text=');
  await ready(page);
  await page.locator('[data-row] a').first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  const frame = page.frameLocator('iframe[sandbox=""]');
  await frame
    .locator('body')
    .getByText(/galindo/i)
    .first()
    .waitFor();
  expect(await page.locator('pre').textContent()).toContain('galindo');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Descargar el original (.eml)' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.eml$/);
});

it('says of a refused and of an uncertain message what happened and what to do', async () => {
  const page = await visit('/messages?state=failed', { language: 'en' });
  await ready(page);
  await page.locator('[data-row] a').first().click();
  await page.getByText('The mail server refused it; the customer has not received it.').waitFor();
  await page
    .getByText(/no such mailbox here/)
    .first()
    .waitFor();
  await picture(page, 'message-failed-en');
  await page.goto(`${real.url}/messages?state=uncertain`);
  await ready(page);
  await page.keyboard.press('j');
  await page.keyboard.press('o');
  await page
    .getByRole('complementary')
    .getByText(/The connection broke/)
    .waitFor();
  await picture(page, 'message-quick-view-en');
});

it('opens an order of a message beside the message', async () => {
  const page = await visit('/messages');
  await ready(page);
  await page.locator('[data-row] a').first().click();
  const orders = page.getByRole('region', { name: 'Pedidos de este mensaje' });
  await orders.getByRole('link').first().click();
  await page.getByRole('complementary').getByText('Datos del pedido').waitFor();
});

for (const [name, options] of [
  ['es', {}],
  ['en-dark', { language: 'en', theme: 'dark' }],
  ['phone', { width: 390, height: 844 }],
] as const) {
  it(`leaves axe nothing to find on the list and on one message: ${name}`, async () => {
    const page = await visit('/messages', options);
    await ready(page);
    await picture(page, `messages-${name}`);
    expect(await axeFindings(page)).toEqual([]);
    await page.locator('[data-row] a').first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.frameLocator('iframe').locator('table').first().waitFor();
    await picture(page, `message-${name}`);
    expect(await axeFindings(page)).toEqual([]);
  });
}
