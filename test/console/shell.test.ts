import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { auditPage, type FakeApi, me, problem, startFakeApi } from './fake-api.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const desktop: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  locale: 'es-ES',
  timezoneId: 'Europe/Madrid',
};
const phone: BrowserContextOptions = { ...desktop, viewport: { width: 390, height: 844 } };

interface Visit {
  readonly page: Page;
  readonly fake: FakeApi;
  /** What the browser refused or threw: a policy broken, a script that failed. */
  readonly complaints: readonly string[];
}

async function visit(
  path: string,
  look: (visit: Visit) => Promise<void>,
  {
    options = desktop,
    prepare,
  }: { options?: BrowserContextOptions; prepare?: Parameters<typeof startFakeApi>[0] } = {},
): Promise<void> {
  const fake = await startFakeApi(prepare);
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error' && !/Failed to load resource/.test(line.text())) complaints.push(line.text());
  });
  try {
    await page.goto(fake.url + path);
    await look({ page, fake, complaints });
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
    await fake.close();
  }
}

const signedOut: Parameters<typeof startFakeApi>[0] = (api) => {
  api.get('/api/access/me', () => problem('nobody is signed in', 401));
};

describe('coming in', () => {
  test('nobody signed in: the sign-in page, and from there back to what was wanted', async () => {
    let isIn = false;
    await visit(
      '/people?x=1',
      async ({ page }) => {
        await page.getByLabel('Correo electrónico').fill('marta@farocertificados.example');
        await page.getByLabel('Contraseña', { exact: true }).fill('tres palabras bastan');
        await page.getByRole('button', { name: 'Entrar' }).click();
        await page.getByRole('heading', { name: 'Personas y perfiles' }).waitFor();
        expect(new URL(page.url()).pathname).toBe('/people');
      },
      {
        prepare: (api) => {
          api.get('/api/access/me', (c) => (isIn ? c.json(me) : problem('nobody is signed in', 401)));
          api.post('/api/access/sign-in', (c) => {
            isIn = true;
            return c.json({ next: 'signed-in' });
          });
        },
      },
    );
  });

  test('a wrong password says what happened and keeps what was typed', async () => {
    await visit(
      '/sign-in',
      async ({ page }) => {
        await page.getByLabel('Correo electrónico').fill('marta@farocertificados.example');
        await page.getByLabel('Contraseña', { exact: true }).fill('equivocada');
        await page.getByRole('button', { name: 'Entrar' }).click();
        await page.getByRole('alert').getByText('demasiados', { exact: false }).waitFor();
        expect(await page.getByLabel('Correo electrónico').inputValue()).toContain('marta@');
      },
      {
        prepare: (api) => {
          signedOut(api);
          api.post('/api/access/sign-in', () => problem('', 429));
        },
      },
    );
  });
});

describe('getting about', () => {
  test('what is not there is not in the navigation, and what one may not see neither', async () => {
    await visit(
      '/',
      async ({ page }) => {
        const sections = page.getByRole('navigation', { name: 'Secciones' });
        await sections.getByRole('link', { name: 'Panel' }).waitFor();
        expect(await sections.getByRole('link', { name: 'Personas y perfiles' }).count()).toBe(0);
      },
      {
        prepare: (api) =>
          api.get('/api/access/me', (c) => c.json({ ...me, permissions: ['dashboard:read'] })),
      },
    );
  });

  test('g and a letter go, / finds, ? lists, Escape leaves', async () => {
    await visit('/', async ({ page, fake }) => {
      await page.getByRole('heading', { name: 'Panel' }).waitFor();
      await page.keyboard.press('g');
      await page.keyboard.press('a');
      await page.getByRole('heading', { name: 'Registro de auditoría' }).waitFor();
      await page.keyboard.press('/');
      const field = page.getByRole('combobox');
      await field.fill('gal');
      await page.getByRole('option', { name: /Panadería Galindo/ }).waitFor();
      expect(fake.asked).toContain('GET /api/search');
      await page.keyboard.press('Escape');
      await field.waitFor({ state: 'detached' });
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Atajos de teclado' }).getByText('Fila siguiente').waitFor();
    });
  });

  test('the skip link is the first stop and leads to the content', async () => {
    await visit('/audit', async ({ page }) => {
      await page.getByRole('grid').waitFor();
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement?.textContent')).toBe('Ir al contenido');
    });
  });

  test('an address that leads nowhere says so', async () => {
    await visit('/no-such-page', async ({ page }) => {
      await page.getByRole('heading', { name: 'Aquí no hay nada.' }).waitFor();
    });
  });
});

describe('lists', () => {
  test('only the rows in sight are drawn, and scrolling fetches the next page', async () => {
    await visit('/audit', async ({ page, fake }) => {
      await page
        .getByText(/Pedido 0\b/)
        .first()
        .waitFor();
      expect(await page.locator('[data-row]').count()).toBeLessThan(50);
      const asked = () => fake.asked.filter((one) => one === 'GET /api/access/audit').length;
      const before = asked();
      await page.mouse.wheel(0, 6_000);
      await expect.poll(asked).toBeGreaterThan(before);
    });
  });

  test('j and k move the row in hand', async () => {
    await visit('/audit', async ({ page }) => {
      await page
        .getByText(/Pedido 0\b/)
        .first()
        .waitFor();
      for (const key of ['j', 'j', 'k', 'j']) await page.keyboard.press(key);
      await page
        .locator('[data-row][data-active]')
        .getByText(/Pedido 1\b/)
        .first()
        .waitFor();
    });
  });

  test('a filter stands in the address and reads as words', async () => {
    await visit('/audit', async ({ page }) => {
      await page.getByRole('button', { name: 'Filtrar' }).click();
      await page.getByRole('menuitem', { name: 'Asunto' }).click();
      await page.getByRole('button', { name: 'avisos' }).click();
      await page.getByRole('button', { name: 'sobre avisos', exact: true }).waitFor();
      expect(new URL(page.url()).searchParams.get('action')).toBe('notices');
    });
  });

  test('a list that could not be loaded says so and can be asked again', async () => {
    let isBroken = true;
    await visit(
      '/audit',
      async ({ page }) => {
        await page.getByText('Algo ha fallado en Vigente.').waitFor();
        isBroken = false;
        await page.getByRole('button', { name: 'Volver a intentarlo' }).click();
        await page
          .getByText(/Pedido 0\b/)
          .first()
          .waitFor();
      },
      {
        prepare: (api) =>
          api.get('/api/access/audit', (c) => (isBroken ? problem('', 500) : c.json(auditPage(0, 50)))),
      },
    );
  });

  test('on a phone rows are cards and nothing is wider than the screen', async () => {
    await visit(
      '/audit',
      async ({ page }) => {
        await page
          .getByText(/Pedido 0\b/)
          .first()
          .waitFor();
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
        expect(await page.getByRole('columnheader').count()).toBe(0);
      },
      { options: phone },
    );
  });
});

describe('settings', () => {
  test('another language shows at once and is saved with the person', async () => {
    await visit(
      '/profile',
      async ({ page, fake }) => {
        await page.getByText('English', { exact: true }).click();
        await page.getByRole('heading', { name: 'My account' }).waitFor();
        expect(fake.asked).toContain('PATCH /api/access/me');
        expect(await page.evaluate('document.documentElement.lang')).toMatch(/^en/);
      },
      {
        prepare: (api) =>
          api.patch('/api/access/me', async (c) =>
            c.json({ ...me, person: { ...me.person, ...(await c.req.json<object>()) } }),
          ),
      },
    );
  });

  test('a change over somebody else’s is shown, not made', async () => {
    await visit(
      '/people',
      async ({ page }) => {
        await page.getByRole('button', { name: 'Cambiar los derechos de Luis Ferrer' }).click();
        await page.getByRole('radio', { name: /Soporte/ }).check();
        await page.getByRole('button', { name: 'Guardar' }).click();
        await page.getByText('Otra persona ha cambiado esto mientras tanto.').waitFor();
      },
      { prepare: (api) => api.patch('/api/access/people/:id', () => problem('', 412)) },
    );
  });
});

test('script comes from our own files only', async () => {
  const fake = await startFakeApi();
  try {
    const page = await fetch(`${fake.url}/orders/5`, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    const html = await page.text();
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>|\son\w+=/);
    const script = /src="(\/console\/built\/[^"]+)"/.exec(html)?.[1];
    const kept = await fetch(fake.url + script);
    expect(kept.headers.get('cache-control')).toContain('immutable');
    for (const path of [
      '/api/nothing',
      '/r/abc',
      '/messages/5/html',
      '/console/built/..%2F..%2Findex.html',
    ]) {
      const other = await fetch(fake.url + path, { headers: { accept: 'text/html' } });
      expect(other.status, path).toBe(404);
    }
  } finally {
    await fake.close();
  }
});
