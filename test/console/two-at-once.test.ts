import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { Colleague } from './colleague.ts';
import { picture } from './picture.ts';
import { StaffedConsole } from './staffed-console.ts';

let browser: Browser;
let desk: StaffedConsole;
let marta: Colleague;
let amy: Colleague;
let customer: string;

beforeAll(async () => {
  [browser, desk] = await Promise.all([openBrowser(), StaffedConsole.open('2026-11-23')]);
  await desk.desk.import([
    { number: '6001', ends: '2027-01-10', names: ['mar.example'], customer: 'Hotel Mar', email: 'elena@mar.example', contact: 'Elena Prieto' },
  ]); // biome-ignore format: a line of a file reads better as a line
  await desk.person('Marta Soler', 'marta@norte.example', { role: 'renewals-manager' });
  await desk.person('Amy Ward', 'amy@norte.example', { role: 'administrator' });
  marta = await (await Colleague.sit(browser, desk, { language: 'es', size: 'desktop' })).known(
    'marta@norte.example',
  );
  amy = await (await Colleague.sit(browser, desk, { language: 'en', size: 'desktop' })).known(
    'amy@norte.example',
  );
  const answer = await marta.ask('GET', '/api/customers?text=Hotel');
  customer = ((await answer.json()) as { rows: { id: string }[] }).rows[0]!.id;
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const people = (who: Colleague) =>
  who.page.getByRole('region', { name: who.say('customers.contacts'), exact: true });

async function openForm(who: Colleague): Promise<void> {
  await who.open(`/customers/${customer}`);
  await people(who)
    .getByRole('button', { name: who.say('customers.contact.change-one', { name: 'Elena Prieto' }) })
    .click();
}

test('two change one contact: the second is told, keeps what was typed, sees the other’s words, and both stand', async () => {
  await openForm(marta);
  await openForm(amy);
  const phone = (who: Colleague) => people(who).getByLabel(who.say('customers.contact.phone'));
  const name = (who: Colleague) => people(who).getByLabel(who.say('customers.contact.name'));
  const save = (who: Colleague) =>
    people(who)
      .getByRole('button', { name: who.say('shell.save') })
      .click();
  await phone(marta).fill('+34 600 111 222');
  await name(marta).fill('Elena Prieto Sanz');
  await save(marta);
  await marta.toast(marta.say('customers.contact.changed')).waitFor();

  await name(amy).fill('Elena P. Sanz');
  await save(amy);
  await people(amy).getByText(amy.say('problem.stale')).waitFor();
  expect(await name(amy).inputValue()).toBe('Elena P. Sanz');
  await picture(amy.page, 'contact-stale-en');
  await people(amy)
    .getByRole('button', { name: amy.say('problem.stale.reload') })
    .click();
  await people(amy).getByText(amy.say('customers.stale.loaded')).waitFor();
  await people(amy).getByText('Somebody else has written: Elena Prieto Sanz').waitFor();
  expect(await phone(amy).inputValue()).toBe('+34 600 111 222');
  expect(await name(amy).inputValue()).toBe('Elena P. Sanz');
  await amy.isWell('the other’s words beneath one’s own');
  await picture(amy.page, 'contact-merged-en');
  await save(amy);
  await people(amy).locator('strong', { hasText: 'Elena P. Sanz' }).waitFor();
  await marta.page.reload();
  await people(marta).locator('strong', { hasText: 'Elena P. Sanz' }).waitFor();
  await people(marta).getByRole('link', { name: '+34 600 111 222' }).waitFor();
});

test('two change whose customer it is: the second is told, and what was wanted is not forgotten', async () => {
  const facts = (who: Colleague) => who.page.getByRole('region', { name: who.say('customers.facts') });
  const change = async (who: Colleague, owner: string) => {
    await facts(who)
      .getByRole('button', { name: who.say('customers.owner.change') })
      .click();
    await who.page.getByRole('textbox', { name: who.say('expiring.owner-name'), exact: true }).fill(owner);
    await who.page.keyboard.press('Enter');
  };
  for (const who of [marta, amy]) {
    await who.open(`/customers/${customer}`);
    await facts(who)
      .getByRole('button', { name: who.say('customers.owner.change') })
      .waitFor();
  }
  await change(amy, 'Amy Ward');
  await facts(amy).getByText('Amy Ward').waitFor();
  await change(marta, 'Luis Ferrer');
  await facts(marta).getByText(marta.say('problem.stale')).waitFor();
  await facts(marta).getByText('Usted quería poner como responsable a Luis Ferrer.').waitFor();
  await marta.isWell('somebody else was first');
  await picture(marta.page, 'customer-stale-es');
  await facts(marta)
    .getByRole('button', { name: marta.say('problem.stale.reload') })
    .click();
  await facts(marta).getByText('Amy Ward').waitFor();
  await change(marta, 'Luis Ferrer');
  await facts(marta).getByText('Luis Ferrer').waitFor();
});
