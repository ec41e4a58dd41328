import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { keepPlan } from '../../src/notices/keep-plan.ts';
import { axeFindings } from './axe.ts';
import { openConsole } from './open-console.ts';
import { picture } from './picture.ts';
import type { RealConsole } from './real-console.ts';

const patience = { timeout: 20_000 };

/** Luz hears of two orders; Sol's notices are off; Mar's order ends within days. */
const orders = [
  { number: '101', ends: '2027-01-22', account: 'LUZ', customer: 'Panadería Luz', email: 'ana@luz.example' },
  { number: '102', ends: '2027-01-24', account: 'LUZ', customer: 'Panadería Luz', email: 'ana@luz.example' },
  {
    ...{
      number: '201',
      ends: '2026-12-20',
      account: 'SOL',
      customer: 'Taller Sol',
      email: 'eva@sol.example',
    },
    notices: false,
  },
  { number: '301', ends: '2026-11-27', account: 'MAR', customer: 'Mar Azul', email: 'leo@mar.example' },
];

const keep = async (desk: RealConsole['desk']) => keepPlan(desk.deps, await desk.partner());

const shown = openConsole(
  '2026-11-23T10:00:00Z',
  async ({ desk }) => {
    await desk.import(orders);
    await keep(desk);
  },
  // Looking into a message's frame is refused a script, as it should be.
  { tolerated: /Blocked script execution/ },
);

const rows = (page: Page) => page.locator('[data-row]');
const drawer = (page: Page) => page.getByRole('complementary', { name: 'Vista rápida' });

it('lets a manager find out why a customer got no message', async () => {
  shown.as('renewals-manager');
  const page = await shown.visit('/plan');
  await page.getByRole('grid', { name: 'Calendario de avisos' }).waitFor();
  await page.getByText('Lista', { exact: true }).click();
  await rows(page).first().waitFor();
  await page.getByRole('button', { name: 'Filtrar' }).click();
  await page.getByRole('menuitem', { name: 'Cliente' }).click();
  await page.getByRole('button', { name: /Taller Sol/ }).click();
  await expect.poll(() => rows(page).count(), patience).toBeGreaterThan(0);
  await expect
    .poll(() => rows(page).allTextContents(), patience)
    .toSatisfy((texts: string[]) => texts.every((text) => text.includes('Taller Sol')));
  const silent = rows(page).filter({ hasText: 'Los avisos de este pedido están desactivados' }).first();
  await silent.getByRole('link').first().click();
  await drawer(page).getByText('Los avisos de este pedido están desactivados').waitFor();
  await drawer(page).getByRole('button', { name: 'Mostrar el mensaje' }).click();
  await drawer(page)
    .getByText(/Así no sale; sin lo que lo detiene, Ana Ruiz <eva@sol.example>/)
    .waitFor();
  await page.frameLocator('iframe[sandbox=""]').locator('body').waitFor();
  await picture(page, 'plan-why');
  expect(await axeFindings(page)).toEqual([]);
});

it('goes through the days by keys and from a day’s reason to its touches', async () => {
  const page = await shown.visit('/plan', { language: 'en' });
  const grid = page.getByRole('grid', { name: 'Calendar of notices' });
  await grid.waitFor();
  await grid.getByRole('button', { name: /^23 Nov 2026/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  const focused = page.locator('[data-day]:focus');
  expect(await focused.getAttribute('data-day')).toBe('2026-12-06');
  await page.keyboard.press('PageUp');
  expect(await focused.getAttribute('data-day')).toBe('2026-11-23');
  await page.keyboard.press('Enter');
  const day = page.getByRole('complementary', { name: 'Quick view' });
  await day.getByText('What happens and why').waitFor();
  await picture(page, 'plan-day-en');
  expect(await axeFindings(page)).toEqual([]);
  await day.getByRole('listitem').filter({ hasText: 'notices switched off' }).getByRole('link').click();
  await rows(page).first().waitFor();
  expect(await rows(page).allTextContents()).toEqual([expect.stringContaining('Taller Sol')]);
});

it('holds everything of a customer with a note, tells why it changed, and takes it back', async () => {
  const page = await shown.visit('/plan?view=list&state=due');
  await rows(page).first().waitFor();
  await rows(page).filter({ hasText: 'Panadería Luz' }).first().getByRole('link').first().click();
  await drawer(page).getByText('Todo lo del cliente').click();
  await drawer(page).getByLabel('Sale de nuevo desde el').fill('2026-12-10');
  await drawer(page).getByLabel('Nota: por qué').fill('en conversaciones');
  await drawer(page).getByRole('button', { name: 'Poner en espera' }).click();
  await drawer(page)
    .getByText(/Marta puso en espera todo lo del cliente hasta el 10 dic 2026/)
    .waitFor();
  await picture(page, 'plan-held');
  await page.goto(`${shown.url}/plan?view=changes`);
  await rows(page).first().waitFor();
  await expect.poll(() => rows(page).first().textContent(), patience).toContain('indicación de una persona');
  await picture(page, 'plan-changes');
  expect(await axeFindings(page)).toEqual([]);
  await page.goto(`${shown.url}/plan?view=list&reason=on-hold`);
  await rows(page).first().getByRole('link').first().click();
  await drawer(page).getByRole('button', { name: 'Retirar' }).click();
  await page.getByText('Retirada: sale de nuevo como estaba previsto').waitFor();
  await expect.poll(() => rows(page).count(), patience).toBe(0);
});

it('does not silence the last notice before an end by a slip', async () => {
  const page = await shown.visit('/plan?view=list&state=due');
  await rows(page).filter({ hasText: 'Mar Azul' }).first().getByRole('link').first().click();
  await drawer(page).getByText('Omitir', { exact: true }).click();
  await drawer(page).getByRole('button', { name: 'Omitirlo' }).click();
  await drawer(page)
    .getByText(/El último aviso antes de un fin no saldría a tiempo: 301/)
    .waitFor();
  expect(await drawer(page).getByRole('button', { name: 'Omitirlo' }).isDisabled()).toBe(true);
  await drawer(page).getByLabel('Es lo que quiero: que no salgan a tiempo').check();
  await drawer(page).getByRole('button', { name: 'Omitirlo' }).click();
  await drawer(page)
    .getByText(/Marta omite este aviso/)
    .waitFor();
  await picture(page, 'plan-skipped');
  shown.complaints.length = 0; // the refusal
});

it('lets a manager approve a day, and a viewer only look', async () => {
  const setting = await shown.visit('/plan');
  await setting.getByLabel('Los mensajes de cada día esperan hasta que alguien los apruebe').click();
  await setting.getByText('Ajuste guardado').waitFor();
  expect(await axeFindings(setting)).toEqual([]);
  shown.as('viewer');
  const looking = await shown.visit('/plan?open=plan-day:2026-11-23');
  await drawer(looking).getByText('Aprobación del día').waitFor();
  expect(
    await drawer(looking)
      .getByRole('button', { name: /^Aprobar/ })
      .count(),
  ).toBe(0);
  shown.as('renewals-manager');
  const page = await shown.visit('/plan?open=plan-day:2026-11-23', {
    theme: 'dark',
    width: 390,
    height: 844,
  });
  await drawer(page)
    .getByRole('button', { name: /^Aprobar/ })
    .click();
  await drawer(page)
    .getByText(/Aprobado por Marta para/)
    .waitFor();
  await picture(page, 'plan-approve-phone-dark');
  expect(await axeFindings(page)).toEqual([]);
});
