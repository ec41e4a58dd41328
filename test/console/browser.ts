import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium as playwright } from 'playwright-core';
import { npmChromium } from './npm-chromium.ts';

const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** `no-sandbox`: the tests also run as root, for whom Chromium has none; they open pages of ours only. */
const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'];

/**
 * CHROMIUM_PATH, else the system's Chromium, else the one that npm brought. VIGENTE_TEST_CHROMIUM=npm takes that one
 * in any case.
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = installedChromium();
  if (executablePath) return playwright.launch({ executablePath, args });
  const unpacked = await npmChromium();
  return playwright.launch({
    executablePath: join(unpacked, 'chromium'),
    args,
    env: {
      ...(process.env as Record<string, string>),
      // What a bare system lacks: NSS and its kin, and fonts.
      LD_LIBRARY_PATH: join(unpacked, 'al2023/lib'),
      FONTCONFIG_PATH: join(unpacked, 'fonts'),
    },
  });
}

/** Null where the one of npm is to be used. */
export function installedChromium(): string | null {
  if (process.env.VIGENTE_TEST_CHROMIUM === 'npm') return null;
  return process.env.CHROMIUM_PATH ?? system.find((path) => existsSync(path)) ?? null;
}
