import type { AddressInfo } from 'node:net';
import { createOTP } from '@better-auth/utils/otp';
import { serve } from '@hono/node-server';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { consoleFiles } from '../../src/http/console-files.ts';
import { createApp } from '../../src/http/create-app.ts';
import type { Language } from '../../src/kernel/locale.ts';
import { AccessDesk } from '../access/access-desk.ts';
import { builtConsole } from '../console-build.ts';
import { CustomerWorld } from '../customer-pages.ts';

export interface Seat {
  readonly language?: Language;
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

/** The whole server with its real sign-in, and people who sit down at it. */
export class AccessConsole {
  readonly desk: AccessDesk;
  readonly url: string;
  /** What a browser's console or an unanswered promise complained about. */
  readonly complaints: string[] = [];
  readonly #close: () => Promise<void>;

  private constructor(desk: AccessDesk, url: string, close: () => Promise<void>) {
    this.desk = desk;
    this.url = url;
    this.#close = close;
  }

  static async open(): Promise<AccessConsole> {
    const desk = await AccessDesk.open();
    const app = createApp({
      console: consoleFiles(await builtConsole()),
      exposure: { host: '127.0.0.1', publicUrl: 'http://127.0.0.1' },
      customer: new CustomerWorld(),
      api: { access: desk.accessDeps, features: desk.api },
      checkReady: async () => {},
      reportError: (error) => console.error(error),
    });
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    return new AccessConsole(desk, `http://127.0.0.1:${port}`, async () => {
      await new Promise((resolve) => void server.close(resolve));
      await desk.close();
    });
  }

  /** A browser of one's own, with nobody signed in. */
  async seat(browser: Browser, seat: Seat = {}): Promise<BrowserContext> {
    const { language = 'es', theme = 'light', width = 1280, height = 900 } = seat;
    const context = await browser.newContext({
      viewport: { width, height },
      baseURL: this.url,
      locale: language === 'es' ? 'es-ES' : 'en-GB',
      timezoneId: 'Europe/Madrid',
      colorScheme: theme,
      reducedMotion: 'reduce',
      hasTouch: width < 600,
    });
    context.setDefaultTimeout(20_000);
    context.on('weberror', (error) => this.complaints.push(String(error.error())));
    return context;
  }

  close(): Promise<void> {
    return this.#close();
  }
}

/** Signs in as a person does; ends on the page that was wanted. */
export async function signInAt(page: Page, email: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: /^(Correo|E-mail)/ }).fill(email);
  await page.getByLabel(/^(Contraseña|Password)$/).fill(password);
  await page.locator('button[type="submit"]').click();
}

/** The code that an app shows for a secret in base32. */
export function codeOf(base32: string): Promise<string> {
  const bits = [...base32.replaceAll(' ', '')]
    .map((digit) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(digit).toString(2).padStart(5, '0'))
    .join('');
  const bytes = bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2));
  return createOTP(Buffer.from(bytes).toString()).totp();
}
