import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Caller } from '../../src/access/caller.ts';
import type { SendingDesk } from '../notices/sending-desk.ts';
import { openBrowser } from './browser.ts';
import { RealConsole, type VisitOptions } from './real-console.ts';

/** One browser and one console for the tests of a file. */
export interface OpenConsole {
  readonly desk: SendingDesk;
  readonly url: string;
  /** What the browser's console complained about since the test began; whoever expects a complaint empties it. */
  readonly complaints: string[];
  as(role: Caller['role']): void;
  /** A page in a browser of its own, shut when the test ends. */
  visit(path: string, options?: VisitOptions): Promise<Page>;
}

/**
 * Opens them before the first test of the file, tells the story once, and shuts them after the last. Each test begins
 * as administrator and ends with nothing that the browser complained about, but for `tolerated`.
 */
export function openConsole(
  at: string,
  tell: (console: RealConsole) => Promise<unknown> = async () => {},
  { tolerated }: { readonly tolerated?: RegExp } = {},
): OpenConsole {
  let browser: Browser;
  let real: RealConsole;
  const pages: Page[] = [];
  beforeAll(async () => {
    [browser, real] = await Promise.all([openBrowser(), RealConsole.open(at)]);
    await tell(real);
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
    real.as('administrator');
    expect(real.complaints.splice(0).filter((one) => !tolerated?.test(one))).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await real?.close();
  });
  return {
    get desk() {
      return real.desk;
    },
    get url() {
      return real.url;
    },
    get complaints() {
      return real.complaints;
    },
    as: (role) => void real.as(role),
    async visit(path, options) {
      const page = await real.visit(browser, path, options);
      pages.push(page);
      return page;
    },
  };
}
