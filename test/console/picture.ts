import type { Page } from 'playwright-core';

/** A picture for people, when CONSOLE_PICTURES names a folder. */
export async function picture(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
  const folder = process.env.CONSOLE_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage });
}
