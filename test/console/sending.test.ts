import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { setUpPartner } from '../../src/partners/set-up-partner.ts';
import { alwaysOpen } from '../notices/sending-desk.ts';
import { axeFindings } from './axe.ts';
import { openBrowser } from './browser.ts';
import { RealConsole, type VisitOptions } from './real-console.ts';

/** The machine may be busy. */
const patience = { timeout: 20_000 };

let browser: Browser;
let real: RealConsole;
const pages: Page[] = [];

beforeAll(async () => {
  [browser, real] = await Promise.all([openBrowser(), RealConsole.open('2026-11-23')]);
  const { desk } = real;
  const settings = { ...alwaysOpen, unusualVolume: { atLeast: 50, times: 1 } };
  await setUpPartner(desk.deps.db, { slug: desk.slug, settings });
  await desk.import(people(1_001, 40, '2027-01-11'));
});
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
});
afterAll(async () => {
  await browser?.close();
  await real?.close();
});

function people(from: number, count: number, ends: string) {
  return Array.from({ length: count }, (_, i) => ({ number: `${from + i}`, ends }));
}

async function visit(path: string, options?: VisitOptions): Promise<Page> {
  const page = await real.visit(browser, path, options);
  pages.push(page);
  return page;
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.CONSOLE_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

async function isWell(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
}

it('shows what would leave, switches sending on, stops a run and resumes it', async () => {
  const { desk } = real.as('renewals-manager');
  const page = await visit('/sending');
  await page.getByRole('heading', { name: 'El envío está desactivado: no sale nada' }).waitFor();
  await picture(page, 'sending-off');
  await page.getByRole('button', { name: 'Activar el envío…' }).click();
  await page.getByText('Saldrían 40 avisos nuevos.').waitFor();
  await page.getByText('ana@1001.example.com').waitFor();
  await isWell(page);
  await picture(page, 'sending-outlook');
  await page.getByRole('button', { name: 'Activar: salen 40 mensajes ahora' }).click();
  await page.getByRole('heading', { name: 'El envío está activado' }).waitFor();
  await desk.plan();
  await page.reload();
  await page.getByRole('heading', { name: '0 de 40 han salido' }).waitFor();
  await picture(page, 'sending-going');
  await page.getByRole('button', { name: 'Detener', exact: true }).click();
  await page.getByRole('heading', { name: 'Detenida: quedan 40 mensajes' }).waitFor();
  await isWell(page);
  await picture(page, 'sending-stopped');
  expect((await desk.tick()).notices.submitted).toBe(0);
  await page.getByRole('button', { name: /^Reanudar/ }).click();
  await page.getByRole('button', { name: 'Detener', exact: true }).waitFor();
  await desk.tick();
  await page
    .getByRole('row', { name: /terminada/ })
    .first()
    .waitFor();
  expect(new Set(desk.server.accepted.map(({ messageId }) => messageId)).size).toBe(40);
});

it('keeps an unusual run until a person looks into it, and discards it with a reason', async () => {
  const { desk } = real.as('administrator');
  await desk.sendingOn();
  await desk.import(people(5_001, 60, '2027-01-11'));
  await desk.later({ hours: 1 }).tick();
  const page = await visit('/sending', { language: 'en', width: 390, height: 844 });
  await page.getByRole('heading', { name: '60 messages wait for your decision' }).waitFor();
  await page.getByRole('link', { name: 'See the 60 messages' }).first().waitFor();
  await picture(page, 'sending-held-phone');
  await page.getByRole('button', { name: 'Discard…' }).click();
  await page.getByLabel('Why, for your colleagues').fill('Wrong file');
  await page.getByLabel('Pass these stages over').check();
  await isWell(page);
  await picture(page, 'sending-discard-phone');
  await page.getByRole('button', { name: 'Discard 60 messages' }).click();
  await page.getByText('60 messages withdrawn').waitFor();
  await expect.poll(() => page.getByText('Marta: Wrong file').count(), patience).toBe(1);
  expect(new Set(desk.server.accepted.map(({ messageId }) => messageId)).size).toBe(40);
});

it('shows a supporter how it stands, without a hand on it', async () => {
  real.as('support');
  const page = await visit('/sending', { theme: 'dark' });
  await page.getByRole('heading', { name: 'El envío está activado' }).waitFor();
  expect(await page.getByRole('button', { name: 'Desactivar el envío' }).count()).toBe(0);
  await isWell(page);
  await picture(page, 'sending-support-dark');
  expect(real.complaints).toEqual([]);
});
