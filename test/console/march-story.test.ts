import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { openBrowser } from './browser.ts';
import { RealConsole } from './real-console.ts';

let browser: Browser;
let real: RealConsole;

const galindo = { customer: 'Panadería Galindo S.L.', account: 'C30014', email: 'lucia@galindo.example' };

beforeAll(async () => {
  [browser, real] = await Promise.all([openBrowser(), RealConsole.open('2026-02-02')]);
  const { desk } = real;
  await desk.import([
    { ...galindo, number: '1001', ends: '2026-04-20', names: ['tienda.galindo.example'] },
    { ...galindo, number: '1002', ends: '2026-12-20', names: ['www.galindo.example'] },
    { number: '2001', ends: '2026-04-20', customer: 'Otra S.A.', account: 'C2', email: 'x@otra.example' },
  ]);
  await desk.sendingOn();
  for (const day of ['2026-02-02', '2026-02-20', '2026-03-22']) await desk.at(day).tick();
  desk.at('2026-04-02T09:00:00Z');
});
afterAll(async () => {
  await browser?.close();
  await real?.close();
});

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.CONSOLE_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

/** The renewal link of the newest message to the customer, as their mail program opens it. */
async function linkOfNewest(): Promise<string> {
  const mails = await real.desk.mails();
  const mail = mails.filter(({ to }) => JSON.stringify(to).includes('lucia@')).at(-1)!;
  const url = /https:\/\/avisos\.example\.com(\/r\/[\w.~-]+)/.exec(mail.text ?? '')![1]!;
  return real.url + url;
}

it('answers “what did you send me in March” while the customer waits, and sends the link again', async () => {
  const { desk } = real.as('support');
  const distinct = () => new Set(desk.server.accepted.map(({ messageId }) => messageId)).size;
  const before = distinct();
  const customer = await browser.newPage();
  const support = await real.visit(browser, '/messages');
  // The customer has the page of the first message open, and cannot find the mail any more.
  await customer.goto(await linkOfNewest());
  await customer.getByRole('heading', { level: 1 }).waitFor();

  await support.locator('[data-row]').first().waitFor();
  await support.getByRole('searchbox').fill('galindo');
  await support.getByLabel('Desde').fill('2026-03-01');
  await support.getByLabel('Hasta').fill('2026-03-31');
  await expect.poll(() => support.locator('[data-row]').count(), { timeout: 20_000 }).toBe(1);
  await picture(support, 'march-list');
  await support.locator('[data-row] a').first().click();
  await support.getByRole('heading', { level: 1, name: /tienda\.galindo\.example/ }).waitFor();
  expect(await support.locator('pre').textContent()).toContain('20 de abril de 2026');
  await support.getByText('entregado al servidor de correo').first().waitFor();
  expect(await axeFindings(support)).toEqual([]);

  await support.getByRole('button', { name: 'Reenviar…' }).click();
  await support
    .getByLabel('Lucía', { exact: false })
    .or(support.getByLabel(/lucia@galindo\.example/))
    .first()
    .waitFor();
  await support.getByLabel('Motivo, para sus compañeros').fill('No lo encuentra; lo pide por teléfono');
  expect(await axeFindings(support)).toEqual([]);
  await picture(support, 'march-resend');
  await support.getByRole('button', { name: 'Reenviar ahora' }).dblclick();
  await support.getByText('Reenviado a lucia@galindo.example: sale en unos segundos').waitFor();
  await desk.tick();
  // On a busy machine a safety notice may have been repeated: with its own Message-ID, so it is no other message.
  expect(distinct()).toBe(before + 1);

  // A minute later the customer opens the new one, and renews.
  await customer.goto(await linkOfNewest());
  await customer.getByRole('heading', { level: 1 }).waitFor();
  await customer.getByRole('radio').first().check();
  await customer.locator('form button').first().click();
  await customer.getByRole('heading', { level: 1 }).waitFor();
  await picture(customer, 'march-customer');

  await support.reload();
  await support.getByRole('link', { name: 'Reenviado a lucia@galindo.example' }).click();
  await support.getByText('«No lo encuentra; lo pide por teléfono»').waitFor();
  await picture(support, 'march-resent');
  // What has been asked for is not asked for again.
  await support.getByRole('link', { name: /El primer mensaje/ }).click();
  await support.getByRole('button', { name: 'Reenviar…' }).click();
  await support.getByLabel('Motivo, para sus compañeros').fill('Otra vez');
  desk.later({ minutes: 11 });
  await support.getByRole('button', { name: 'Reenviar ahora' }).click();
  await support.getByText(/La renovación se solicitó/).waitFor();
  // The refusal, and the sandbox that keeps out the script with which the test sets the clock.
  expect(real.complaints.filter((line) => !/409|Blocked script execution/.test(line))).toEqual([]);
  await customer.close();
});
