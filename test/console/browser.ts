import { existsSync, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium as playwright } from 'playwright-core';

const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The system's Chromium, else the one that npm brought. */
export async function openBrowser(): Promise<Browser> {
  const found = process.env.CHROMIUM_PATH ?? system.find((path) => existsSync(path));
  const quiet = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  if (found) return playwright.launch({ executablePath: found, args: quiet });
  const { version } = createRequire(import.meta.url)('@sparticuz/chromium/package.json') as {
    version: string;
  };
  // It unpacks itself into TMPDIR and takes whatever an older version left there for its own.
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), `chromium-${version}-`));
  const { default: packed } = await import('@sparticuz/chromium');
  return playwright.launch({
    executablePath: await packed.executablePath(),
    args: [...packed.args, ...quiet],
  });
}
