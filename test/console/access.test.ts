import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { acceptInvitation } from '../../src/access/accept-invitation.ts';
import { audit, recordExport } from '../../src/access/audit.ts';
import { makeInvitation } from '../../src/access/invite-person.ts';
import { goodPassword } from '../access/access-desk.ts';
import { importLines } from '../access/import-lines.ts';
import { callerOf } from '../api-desk.ts';
import { AccessConsole, codeOf, type Seat, signInAt } from './access-console.ts';
import { axeFindings } from './axe.ts';
import { openBrowser } from './browser.ts';

const patience = { timeout: 20_000 };
const phone = { width: 390, height: 800 };

let browser: Browser;
let real: AccessConsole;
let martas: BrowserContext;
let amys: BrowserContext;
const seats: BrowserContext[] = [];

beforeAll(async () => {
  [browser, real] = await Promise.all([openBrowser(), AccessConsole.open()]);
  await real.desk.person('administrator', 'marta@faro.example');
  await importLines(real.desk, [
    { number: 'VG-1001', ends: '2027-01-10', names: ['tienda.leiva.example'], customer: 'Bodegas Leiva' },
    { number: 'VG-1002', ends: '2027-01-10', names: ['mar.example'], customer: 'Hotel Mar' },
    { number: 'VG-1003', ends: '2027-01-10', names: ['gestoria.example'], customer: 'Gestoría Ibáñez' },
  ]);
  await real.desk.person('administrator', 'amy@faro.example');
  const amy = await real.desk.visitor().signIn('amy@faro.example');
  await amy.ask('PATCH', '/api/access/me', { name: 'Amy Ward', language: 'en' });
  martas = await signedIn('marta@faro.example');
  amys = await signedIn('amy@faro.example');
});
afterEach(async () => {
  for (const page of [...martas.pages(), ...amys.pages()]) await page.close();
  for (const seat of seats.splice(0)) await seat.close();
  expect(real.complaints.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await real?.close();
});

async function signedIn(email: string): Promise<BrowserContext> {
  const context = await real.seat(browser);
  const page = await context.newPage();
  await page.goto('/sign-in?to=/profile');
  await signInAt(page, email, goodPassword);
  await page.waitForURL((url) => url.pathname === '/profile');
  await page.close();
  return context;
}

async function sit(seat?: Seat): Promise<Page> {
  const context = await real.seat(browser, seat);
  seats.push(context);
  return context.newPage();
}

/** As an administrator: Marta reads Spanish, Amy English; on a desktop unless the seat says else. */
async function visit(who: BrowserContext, path: string, seat?: Seat): Promise<Page> {
  const context = seat ? await real.seat(browser, seat) : who;
  if (seat) {
    seats.push(context);
    await context.addCookies(await who.cookies());
  }
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** Pictures for people, when a folder is named. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.CONSOLE_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

async function isClean(page: Page, name: string): Promise<void> {
  await picture(page, name);
  expect(await axeFindings(page), name).toEqual([]);
  const tooWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  expect(tooWide, `${name} scrolls sideways`).toBe(false);
}

it('signs in with password and, once it is set up, with the code of an app', async () => {
  await real.desk.person('support', 'sara@faro.example');
  const page = await sit({ ...phone, language: 'en' });
  await page.goto('/profile');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await isClean(page, 'sign-in-en-phone');
  await signInAt(page, 'sara@faro.example', 'not the password');
  await page.getByText('The e-mail or the password is not right.').waitFor();
  await picture(page, 'sign-in-wrong-en-phone');
  await signInAt(page, 'sara@faro.example', goodPassword);
  const second = page.getByRole('region', { name: 'Segundo factor' });
  await second.getByLabel('Su contraseña actual').fill(goodPassword);
  await second.getByRole('button', { name: 'Activar' }).click();
  const secret = (await second.locator('code').first().textContent()) ?? '';
  await isClean(page, 'second-factor-es-phone');
  const code = second.getByRole('textbox', { name: /Código|Code/ });
  await code.fill('000000');
  await second.locator('button[type="submit"]').click();
  await second.getByRole('alert').getByText(/./).waitFor();
  await code.fill(await codeOf(secret));
  await second.locator('button[type="submit"]').click();
  await second.getByText(/^Está activad[ao]/).waitFor();
  const again = await sit();
  await again.goto('/sign-in?to=/profile');
  await signInAt(again, 'sara@faro.example', goodPassword);
  const asked = again.getByRole('textbox', { name: 'Código' });
  await asked.waitFor();
  await isClean(again, 'sign-in-code-es');
  await asked.fill(await codeOf(secret));
  await again.locator('button[type="submit"]').click();
  await again.getByRole('heading', { level: 1, name: 'Mi cuenta' }).waitFor();
});

it('shows the own profile and sessions, in both themes', async () => {
  const page = await visit(martas, '/profile');
  await page.getByRole('region', { name: 'Sesiones' }).getByRole('listitem').first().waitFor();
  await isClean(page, 'profile-es');
  const small = await visit(martas, '/profile', { ...phone, theme: 'dark' });
  await isClean(small, 'profile-es-phone-dark');
});

it('invites a person limited to some customers, found by name', async () => {
  const page = await visit(martas, '/people');
  await page.getByRole('button', { name: 'Invitar a una persona' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Nombre' }).fill('Luis Vega');
  await form.getByRole('textbox', { name: /Correo/ }).fill('luis@faro.example');
  await form.getByRole('checkbox', { name: /Solo algunos clientes/ }).check();
  const search = form.getByRole('combobox', { name: 'Clientes' });
  await search.fill('leiva');
  await page.getByRole('option', { name: 'Bodegas Leiva' }).click();
  await search.fill('mar');
  await page.getByRole('option', { name: 'Hotel Mar' }).click();
  await page.keyboard.press('Escape');
  await isClean(page, 'invite-es');
  if (await form.isHidden()) throw new Error('Escape in the search closed the form');
  await form.locator('button[type="submit"]').click();
  await page.getByText(/solo Bodegas Leiva y Hotel Mar/).waitFor();
  await isClean(page, 'people-es');
});

it('changes to whom a person is limited, and shows it the person at once', async () => {
  await real.desk.person('sales', 'eva@faro.example', { customers: [] });
  const page = await visit(amys, '/people', phone);
  await page.getByRole('listitem').filter({ hasText: 'eva@faro.example' }).getByRole('button').click();
  const form = page.getByRole('dialog');
  await form.getByRole('combobox').fill('gestor');
  await page.getByRole('option', { name: 'Gestoría Ibáñez' }).click();
  await page.keyboard.press('Escape');
  await isClean(page, 'rights-en-phone');
  await form.locator('button[type="submit"]').click();
  await page.getByText(/only Gestoría Ibáñez/).waitFor();
  const eva = await real.desk.visitor().signIn('eva@faro.example');
  const { rows } = (await eva.get('/api/customers')).body;
  expect(rows.map((row: { name: string }) => row.name)).toEqual(['Gestoría Ibáñez']);
});

it('makes a key that is shown once, and revokes it', async () => {
  const page = await visit(martas, '/api-keys');
  await page.getByRole('button', { name: 'Crear una clave' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Nombre' }).fill('CRM');
  await form.getByRole('checkbox').first().check();
  await isClean(page, 'key-form-es');
  await form.locator('button[type="submit"]').click();
  await form.locator('code').waitFor();
  await picture(page, 'key-made-es');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Revocar la clave CRM' }).waitFor();
  await isClean(page, 'keys-es');
  await page.getByRole('button', { name: 'Revocar la clave CRM' }).click();
  await page.getByText('revocada', { exact: true }).waitFor();
  const english = await visit(amys, '/api-keys', { ...phone, theme: 'dark' });
  await isClean(english, 'keys-en-phone-dark');
});

it('reads the log as sentences, narrowed by person, day, text and subject', async () => {
  await writeLog();
  const page = await visit(martas, '/audit');
  const sentence = page.getByRole('link', { name: 'Cambió el responsable en el pedido VG-1001' });
  await sentence.waitFor();
  await page.getByRole('link', { name: 'Exportó la lista de próximos a caducar' }).waitFor();
  await isClean(page, 'audit-es');
  await page.goto('/audit?text=VG-1001');
  await sentence.waitFor();
  await expect.poll(() => page.locator('[data-row]').count(), patience).toBe(2);
  await sentence.click();
  const drawer = page.getByRole('complementary');
  await drawer.getByRole('cell', { name: 'Marta' }).waitFor();
  await isClean(page, 'audit-entry-es');
  await drawer.getByRole('link', { name: 'Todo sobre el pedido VG-1001' }).click();
  await page.getByRole('button', { name: 'Todo sobre el pedido VG-1001', exact: true }).waitFor();
  await page.goto('/audit?from=2020-01-01&until=2020-01-31');
  await page.getByLabel('Hasta').waitFor();
  await expect.poll(() => page.locator('[data-row]').count(), patience).toBe(0);
  await page.goto('/audit');
  await page.getByRole('button', { name: 'Filtrar' }).click();
  await page.getByRole('menuitem', { name: 'Quién' }).click();
  await page.getByRole('button', { name: 'Una administrator', exact: true }).first().click();
  await page.getByRole('button', { name: 'hecho por Una administrator', exact: true }).waitFor();
  const english = await visit(amys, '/audit');
  await english.getByRole('link', { name: 'Switched notices off for order VG-1001' }).waitFor();
  await isClean(english, 'audit-en');
  const small = await visit(martas, '/audit', { ...phone, theme: 'dark' });
  await small.locator('[data-row]').first().waitFor();
  await isClean(small, 'audit-es-phone-dark');
});

it('lets who belongs to several partners choose, keeps the choice, and forgets one that is gone', async () => {
  const sur = await real.desk.database.addPartner('sur');
  await joinAsWell(sur, 'marta@faro.example');
  const page = await visit(martas, '/');
  await page.getByRole('button', { name: /Su cuenta/ }).click();
  await picture(page, 'partners-es');
  await page.getByRole('menuitem', { name: 'sur' }).click();
  await expect.poll(() => page.locator('header').first().textContent(), patience).toContain('sur');
  await page.goto('/orders');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.locator('header').first().textContent()).toContain('sur');
  expect(await page.locator('[data-row]').count()).toBe(0);
  await page.evaluate("sessionStorage.setItem('vigente-partner', 'gone')");
  await page.reload();
  await page.locator('[data-row]').first().waitFor();
  expect(await page.evaluate("localStorage.getItem('vigente-partner')")).toBeNull();
});

async function joinAsWell(partner: number, email: string): Promise<void> {
  const { access } = real.desk;
  const inviting = { partner, partnerName: 'sur', by: { person: null, via: 'command' } } as const;
  const rights = { role: 'viewer', seesPrices: false, customers: null } as const;
  const { link } = await makeInvitation(access, inviting, {
    ...rights,
    email,
    name: 'Marta',
    language: 'es',
  });
  const token = link.split('#token=')[1]!;
  await acceptInvitation(access, { token, name: undefined, password: goodPassword, address: '203.0.113.9' });
}

async function writeLog(): Promise<void> {
  const { desk } = real;
  const { rows } = await desk
    .visitor()
    .signIn('marta@faro.example')
    .then((visitor) => visitor.get('/api/access/audit/people'))
    .then(({ body }) => body);
  const person: string = rows.find((row: { name: string }) => row.name === 'Una administrator').id;
  await desk.database.db.forPartner(desk.database.partner).transaction(async (tx) => {
    const subject = { kind: 'order', id: '1', label: 'VG-1001' };
    await audit(tx, {
      ...{ person, action: 'customers:assign', subject },
      before: { owner: null },
      after: { owner: 'Marta' },
    });
    await audit(tx, {
      ...{ person, action: 'notices:switch', subject },
      before: { noticesOn: true },
      after: { noticesOn: false },
    });
    await audit(tx, { person, action: 'notices:switch:undo', subject: { kind: 'order', id: '1' } });
    await recordExport(
      tx,
      { ...callerOf(tx.partner), person },
      { what: 'expiring', format: 'csv', rows: 12 },
    );
  });
}
