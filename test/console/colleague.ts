import type { APIResponse, Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { changeHeader } from '../../contract/access.ts';
import type { Language } from '../../src/kernel/locale.ts';
import { axeFindings } from './axe.ts';
import { consoleWords, type Say } from './console-words.ts';
import { password, type StaffedConsole } from './staffed-console.ts';

export interface Place {
  readonly language: Language;
  readonly size: 'desktop' | 'phone';
}

/** An answer of 401, 403 or 412, and a message's sandbox that keeps out the script with which the test sets the clock. */
const expected =
  /Failed to load resource: .*\b4(?:0[13]|12)\b|Blocked script execution in (?:.*\/html|'about:srcdoc)' because/;

const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

/** One person at work in a browser of their own, at a desk or on a phone, in their language. */
export class Colleague {
  readonly page: Page;
  readonly say: Say;
  readonly isPhone: boolean;
  readonly #url: string;
  readonly #complaints: string[] = [];

  private constructor(page: Page, say: Say, place: Place, url: string) {
    this.page = page;
    this.say = say;
    this.isPhone = place.size === 'phone';
    this.#url = url;
    page.on('pageerror', (error) => this.#complaints.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error' && !expected.test(line.text())) this.#complaints.push(line.text());
    });
  }

  static async sit(browser: Browser, desk: StaffedConsole, place: Place): Promise<Colleague> {
    const { language, size } = place;
    const context = await browser.newContext({
      viewport: sizes[size],
      hasTouch: size === 'phone',
      locale: language === 'es' ? 'es-ES' : 'en-GB',
      timezoneId: 'Europe/Madrid',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.clock.setFixedTime(desk.desk.now.toString());
    return new Colleague(page, await consoleWords(language), place, desk.url);
  }

  /** Signed in without the form. */
  async known(email: string): Promise<this> {
    const answer = await this.ask('POST', '/api/access/sign-in', { email, password });
    if (!answer.ok()) throw new Error(`signing in answered ${answer.status()}`);
    return this;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.#url + path);
  }

  /** By the navigation: beside the page, or under the thumb. */
  async go(name: string): Promise<void> {
    const sections = this.page.getByRole('navigation', { name: this.say('shell.navigation'), exact: true });
    await sections.waitFor();
    const words = this.say(this.isPhone ? `nav.short.${name}` : `nav.${name}`);
    const link = sections.getByRole('link', { name: words, exact: true });
    if (await link.count()) return link.click();
    await sections.getByRole('button', { name: this.say('shell.more') }).click();
    await this.page.getByRole('menuitem', { name: this.say(`nav.${name}`) }).click();
  }

  /** Waits for the page of this heading; axe finds nothing on it. */
  async sees(title: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: title }).waitFor();
    await this.isWell(title);
  }

  async isWell(what: string): Promise<void> {
    expect(await axeFindings(this.page), what).toEqual([]);
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }

  get drawer(): Locator {
    return this.page.getByRole('complementary', { name: this.say('shell.quick-view') });
  }

  row(text: string): Locator {
    return this.page.locator('[data-row]').filter({ hasText: text });
  }

  button(key: string, values?: Record<string, string | number>): Locator {
    return this.page.getByRole('button', { name: this.say(key, values), exact: true });
  }

  toast(text: string): Locator {
    return this.page.getByRole('region', { name: this.say('shell.toasts') }).getByText(text);
  }

  /** Goes there with Tab alone, as whoever has no mouse. */
  async tabTo(wanted: Locator): Promise<void> {
    // A control may itself be too small to see, under the label that people look at.
    await wanted.waitFor({ state: 'attached' });
    for (let presses = 0; presses < 150; presses++) {
      if (await wanted.and(this.page.locator(':focus')).count()) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${wanted}`);
  }

  async pressByKey(wanted: Locator, key = 'Enter'): Promise<void> {
    await this.tabTo(wanted);
    await this.page.keyboard.press(key);
  }

  /** Asks the API itself, with this person's session, as a page of ours would. */
  ask(method: string, path: string, body?: unknown): Promise<APIResponse> {
    return this.page.request.fetch(this.#url + path, {
      method,
      headers: { [changeHeader]: '1', origin: this.#url },
      ...(body === undefined ? {} : { data: body }),
    });
  }

  /** Nothing was thrown or refused by the browser meanwhile. */
  async leave(): Promise<void> {
    await this.page.context().close();
    expect(this.#complaints).toEqual([]);
  }
}
