import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFindings } from './axe.ts';
import { openConsole } from './open-console.ts';
import { picture } from './picture.ts';
import { tellStory } from './renewals-story.ts';

const patience = { timeout: 20_000 };
const desk = openConsole('2026-10-20', tellStory);

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const beside = (page: Page) => page.getByRole('complementary', { name: 'Vista rápida' });

test('is found by a word of the question, and a link of it leads to the messages it speaks of', async () => {
  const page = await desk.visit('/');
  await page.getByRole('link', { name: 'Cómo se hace' }).click();
  await heading(page, 'Cómo se hace').waitFor();
  await page.getByRole('searchbox').fill('rebote');
  await expect.poll(() => page.url(), patience).toContain('text=rebote');
  await expect
    .poll(() => page.getByRole('main').getByRole('heading', { level: 2 }).count(), patience)
    .toBe(1);
  await page.getByRole('link', { name: 'Un mensaje ha fallado, ha sido devuelto o es dudoso' }).click();
  await heading(page, 'Un mensaje ha fallado, ha sido devuelto o es dudoso').waitFor();
  await page.getByRole('link', { name: 'Fallido', exact: true }).click();
  await heading(page, 'Mensajes').waitFor();
  expect(new URL(page.url()).searchParams.get('state')).toBe('failed');
  await expect.poll(() => page.locator('[data-row]').count(), patience).toBe(1);
});

test('is found from anywhere by what people call it, in the palette', async () => {
  const page = await desk.visit('/expiring', { language: 'en' });
  await page.locator('[data-row]').first().waitFor();
  await page.keyboard.press('/');
  await page.getByRole('combobox').fill('junk spam');
  await page.getByRole('option', { name: 'SPF, DKIM and DMARC: let notices arrive' }).waitFor();
  await page.keyboard.press('Enter');
  await heading(page, 'SPF, DKIM and DMARC: let notices arrive').waitFor();
  expect(new URL(page.url()).pathname).toBe('/playbook/mail-records');
});

test('answers beside the page where the question arose, and stays while its links change the page', async () => {
  const page = await desk.visit('/expiring', { width: 1440 });
  await page.locator('[data-row]').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('o');
  await beside(page).getByRole('link', { name: '¿Por qué no se avisó?' }).click();
  await beside(page)
    .getByRole('heading', { name: '¿Por qué este cliente no recibió ningún aviso?' })
    .waitFor();
  await picture(page, 'playbook-beside');
  expect(await axeFindings(page)).toEqual([]);
  await beside(page).getByRole('link', { name: 'lo que está en espera' }).click();
  await heading(page, 'Plan').waitFor();
  const { searchParams } = new URL(page.url());
  expect([searchParams.get('view'), searchParams.get('state')]).toEqual(['list', 'held']);
  await beside(page).getByRole('link', { name: 'direcciones incorrectas' }).click();
  await beside(page).getByText('Corrija a la persona en la página del cliente.').waitFor();
});

test('names a page that its reader may not open without a link, and says that a colleague has to do it', async () => {
  desk.as('support');
  const page = await desk.visit('/playbook/change-calendar', { language: 'en' });
  await page.getByText('Some of this asks for a role that you do not have.').waitFor();
  expect(await page.getByRole('main').getByRole('link', { name: 'Calendar of notices' }).count()).toBe(0);
  await page.getByRole('main').getByRole('link', { name: 'what changed in the plan' }).waitFor();
  desk.as('administrator');
});

for (const [name, options] of [
  ['es', {}],
  ['en-dark-phone', { language: 'en', theme: 'dark', width: 390, height: 844 }],
] as const) {
  test(`leaves axe nothing to find, and nothing sticks out: ${name}`, async () => {
    const page = await desk.visit('/playbook', options);
    await page.getByRole('heading', { level: 3 }).first().waitFor();
    await picture(page, `playbook-${name}`);
    expect(await axeFindings(page)).toEqual([]);
    for (const path of ['/playbook/shorter-lives', '/playbook/stop-everything']) {
      await page.goto(new URL(path, page.url()).href);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
    await picture(page, `playbook-one-${name}`);
  });
}

test('is printed without what only a screen needs, with the addresses of its links', async () => {
  const page = await desk.visit('/playbook/failed-doubtful');
  await page.getByRole('button', { name: 'Imprimir' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  await picture(page, 'playbook-print');
  expect(await page.getByRole('button', { name: 'Imprimir' }).isVisible()).toBe(false);
  expect(await page.getByRole('navigation').isVisible()).toBe(false);
  const after = "getComputedStyle(document.querySelector('main ol li:nth-child(2) a'), '::after').content";
  const address = await page.evaluate(after);
  expect(address).toContain('/messages?state=failed');
});
