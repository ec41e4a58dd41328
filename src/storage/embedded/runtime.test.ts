import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findRuntimePackage, type RuntimePackage, readyRuntime } from './runtime.ts';

const nobody = { uid: 65_534, gid: 65_534, name: 'nobody' };

let folder: string;
let unpacked: RuntimePackage;

/** The package as npm leaves it when install scripts are blocked: the libraries' links are missing. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigente-runtime-'));
  chmodSync(folder, 0o755);
  const installed = findRuntimePackage();
  unpacked = { ...installed, native: join(folder, 'native') };
  cpSync(installed.native, unpacked.native, { recursive: true, verbatimSymlinks: true });
  for (const link of unpacked.links) rmSync(join(unpacked.native, link.path), { force: true });
  for (const name of readdirSync(join(unpacked.native, 'bin')))
    chmodSync(join(unpacked.native, 'bin', name), 0o644);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const version = (postgres: string, as = {}) =>
  execFileSync(postgres, ['--version'], { encoding: 'utf8', cwd: '/', ...as });

test('missing links and execute bits are made good where the package lies, and again changes nothing', () => {
  const runtime = readyRuntime(null, () => expect.fail('no copy is needed'), unpacked);
  expect(version(runtime.postgres)).toMatch(/PostgreSQL\) 18\./);
  for (const link of unpacked.links) {
    expect(readlinkSync(join(unpacked.native, link.path))).toBe(link.standsFor);
  }
  expect(readyRuntime(null, () => expect.fail('no copy is needed'), unpacked)).toEqual(runtime);
});

test.runIf(process.getuid?.() === 0)('a package that the server’s user cannot reach is copied once', () => {
  chmodSync(unpacked.native, 0o700);
  const spare = join(folder, 'spare');
  const runtime = readyRuntime(nobody, () => spare, unpacked);
  expect(runtime.postgres.startsWith(spare)).toBe(true);
  expect(version(runtime.postgres, { uid: nobody.uid, gid: nobody.gid })).toMatch(/PostgreSQL\) 18\./);
  const made = statSync(runtime.postgres).ctimeMs;
  expect(readyRuntime(nobody, () => spare, unpacked)).toEqual(runtime);
  expect(statSync(runtime.postgres).ctimeMs).toBe(made);
  expect(readdirSync(spare).map((name) => basename(name))).toEqual([`postgresql-${unpacked.version}`]);
});

test.runIf(process.getuid?.() === 0)(
  'files that only root may read become readable in the copy, not in the package',
  () => {
    const source = join(unpacked.native, 'share');
    execFileSync('chmod', ['-R', 'go-rwx', unpacked.native]);
    const runtime = readyRuntime(nobody, () => join(folder, 'spare'), unpacked);
    expect(version(runtime.postgres, { uid: nobody.uid, gid: nobody.gid })).toMatch(/PostgreSQL\) 18\./);
    expect(statSync(source).mode & 0o077).toBe(0);
    expect(existsSync(join(folder, 'spare', `postgresql-${unpacked.version}`, 'share'))).toBe(true);
  },
);
