import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings } from './axe.ts';
import { openConsole } from './open-console.ts';
import { picture } from './picture.ts';
import type { VisitOptions } from './real-console.ts';
import { tellStory } from './renewals-story.ts';

const english: VisitOptions = { language: 'en' };
const desk = openConsole('2026-10-20', tellStory);

async function visit(path: string, look: (page: Page) => Promise<void>, options: VisitOptions = english) {
  await look(await desk.visit(path, options));
}

async function idOf(name: string): Promise<string> {
  const answer = await fetch(`${desk.url}/api/customers?text=${encodeURIComponent(name)}`);
  const { rows } = (await answer.json()) as { rows: { id: string }[] };
  return rows[0]!.id;
}

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

describe('the list', () => {
  test('finds a customer by name and opens it, with the keyboard only', () =>
    visit('/customers', async (page) => {
      await page.getByRole('grid', { name: 'Customers' }).waitFor();
      await page.getByRole('searchbox', { name: 'Find by name, account or e-mail' }).focus();
      await page.keyboard.type('Ibarra');
      await page.waitForURL(/text=Ibarra/);
      await page.getByRole('link', { name: 'Transportes Ibarra' }).waitFor();
      await page.getByRole('link', { name: 'Bodegas Montelar' }).waitFor({ state: 'detached' });
      await page.keyboard.press('Tab');
      await page.keyboard.press('j');
      await page.keyboard.press('o');
      await page.getByRole('heading', { level: 1, name: 'Transportes Ibarra' }).waitFor();
    }));

  test('shows who cannot be written to', () =>
    visit('/customers?contact=none', async (page) => {
      await page.getByRole('button', { name: 'no contact that can be written to', exact: true }).waitFor();
    }));

  for (const [language, theme, width] of [
    ['en', 'light', 1280],
    ['es', 'dark', 390],
  ] as const) {
    test(`axe finds nothing: ${language}, ${theme}, ${width}`, () =>
      visit(
        '/customers',
        async (page) => {
          await page.getByRole('link', { name: 'Transportes Ibarra' }).waitFor();
          await picture(page, `customers-${language}-${width}`, { fullPage: true });
          expect(await axeFindings(page)).toEqual([]);
        },
        { language, theme, width },
      ));
  }
});

describe('one customer', () => {
  test('shows orders, contacts, messages and money on one page', async () => {
    const id = await idOf('Galindo');
    await visit(`/customers/${id}`, async (page) => {
      await page.getByRole('heading', { level: 1, name: 'Panadería Galindo S.L.' }).waitFor();
      await part(page, 'Orders').getByRole('link', { name: '1480311207' }).waitFor();
      await part(page, 'Contacts').getByRole('link', { name: 'galindo@correo.example' }).waitFor();
      await part(page, 'Messages').getByText('Submitted').first().waitFor();
      await part(page, 'Amounts').getByText('€840.00').first().waitFor();
    });
  });

  test('somebody else takes it over, and it is taken back', async () => {
    const id = await idOf('Montelar');
    await visit(`/customers/${id}`, async (page) => {
      const facts = part(page, 'Facts');
      await facts.getByRole('button', { name: 'Change' }).press('Enter');
      await page.locator('[data-choices] input:focus').waitFor();
      await page.keyboard.type('Marta Soler');
      await page.keyboard.press('Enter');
      await facts.getByText('Marta Soler').waitFor();
      await page.keyboard.press('Control+z');
      await facts.getByText('no owner').waitFor();
    });
  });

  test('a contact is added, corrected, and says no to offers', async () => {
    const id = await idOf('Sonrisa');
    await visit(`/customers/${id}`, async (page) => {
      const people = part(page, 'Contacts');
      await people.getByRole('button', { name: 'Add a contact' }).click();
      await people.getByLabel('Name').fill('Elena Prieto');
      await people.getByLabel('E-mail').fill('elena@sonrisa.example');
      await people.getByRole('button', { name: 'Save' }).click();
      await people.locator('strong', { hasText: 'Elena Prieto' }).waitFor();
      await people.getByRole('button', { name: 'Edit Elena Prieto' }).click();
      await people.getByLabel('Telephone').fill('+34 600 111 222');
      await people.getByRole('button', { name: 'Save' }).click();
      await people.getByRole('link', { name: '+34 600 111 222' }).waitFor();
      const agreed = people.getByRole('group', { name: 'What may be written to Elena Prieto' });
      await agreed.getByRole('checkbox', { name: 'Offers' }).press('Space');
      await agreed.getByText('no, since').waitFor();
    });
  });

  test('what is no address is refused where it was typed, and nothing typed is lost', async () => {
    const id = await idOf('Sonrisa');
    await visit(`/customers/${id}`, async (page) => {
      const people = part(page, 'Contacts');
      await people.getByRole('button', { name: 'Add a contact' }).click();
      await people.getByLabel('E-mail').fill('elena@sonrisa');
      await people.getByLabel('Time zone').fill('Atlantis/Centre');
      await people.getByRole('button', { name: 'Save' }).click();
      await people.getByRole('alert').waitFor();
      expect(await people.getByLabel('E-mail').inputValue()).toBe('elena@sonrisa');
      // The browser writes a refused request into its own log.
      desk.complaints.length = 0;
    });
  });

  test('a note is written and deleted', async () => {
    const id = await idOf('Lápice');
    await visit(`/customers/${id}`, async (page) => {
      const notes = part(page, 'Notes');
      await notes.getByRole('textbox').fill('Prefers to be called after ten.');
      await page.keyboard.press('Control+Enter');
      await notes.getByRole('listitem').getByText('Prefers to be called after ten.').waitFor();
      await notes.getByRole('button', { name: 'Delete the note' }).click();
      await notes.getByText('Prefers to be called after ten.').waitFor({ state: 'detached' });
    });
  });

  test('a viewer changes nothing', async () => {
    const id = await idOf('Galindo');
    desk.as('viewer');
    await visit(`/customers/${id}`, async (page) => {
      await part(page, 'Contacts').locator('strong', { hasText: 'Lucía Galindo' }).waitFor();
      expect(await page.getByRole('button', { name: 'Add a contact' }).count()).toBe(0);
      expect(await page.getByRole('button', { name: 'Change', exact: true }).count()).toBe(0);
      expect(await page.getByRole('checkbox', { name: 'Offers' }).isDisabled()).toBe(true);
    });
  });

  for (const [language, theme, width] of [
    ['es', 'light', 1280],
    ['en', 'dark', 390],
  ] as const) {
    test(`axe finds nothing: ${language}, ${theme}, ${width}`, async () => {
      const id = await idOf('Galindo');
      await visit(
        `/customers/${id}`,
        async (page) => {
          await page.getByRole('link', { name: 'galindo@correo.example' }).waitFor();
          await picture(page, `customer-${language}-${width}`, { fullPage: true });
          expect(await axeFindings(page)).toEqual([]);
        },
        { language, theme, width },
      );
    });
  }

  test('an address that leads nowhere says so', () =>
    visit('/customers/999999', async (page) => {
      await page.getByRole('heading', { name: 'There is nothing here.' }).waitFor();
      desk.complaints.length = 0;
    }));
});
