import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../kernel/fault.ts';
import { isReachable } from './reachable.ts';
import type { ServerUser } from './server-user.ts';

/** Where the server of one data folder keeps its things. All of it belongs to the server's user, mode 0700. */
export interface ServerFolder {
  readonly root: string;
  /** PostgreSQL's own data directory. */
  readonly cluster: string;
  readonly log: string;
  readonly socket: string;
}

/** Where the server's files go when root's data folder lies in a folder that the server's user may not enter. */
const outsideFolder = '/var/lib/vigente';

// A socket's address holds 103 bytes and a zero on macOS, 107 on Linux (sun_path in sys/un.h);
// PostgreSQL appends "/.s.PGSQL.5432".
const longestSocketFolder = 103 - '/.s.PGSQL.5432'.length;

/**
 * Makes `<data folder>/postgres` and what is in it. If the server's user cannot get there, `postgres` becomes a link
 * to a folder under /var/lib/vigente, which `notice` says once.
 */
export function makeServerFolder(
  dataFolder: string,
  user: ServerUser | null,
  notice: (sentence: string) => void,
): ServerFolder {
  const path = join(dataFolder, 'postgres');
  if (!exists(path)) placeRoot(path, dataFolder, user, notice);
  const root = realpathSync(path);
  makeOwn(root, user);
  if (!isReachable(root, user)) throw unreachable(root, user);
  const folder = folderIn(root);
  makeOwn(folder.log, user);
  makeSocketFolder(folder, user);
  return folder;
}

export function folderIn(root: string): ServerFolder {
  return { root, cluster: join(root, 'cluster'), log: join(root, 'log'), socket: socketFolderFor(root) };
}

/** Where a copy of PostgreSQL's programs goes when the installed ones cannot be used as they are. */
export function spareRuntimeFolder(dataFolder: string): string {
  return process.getuid?.() === 0 ? outsideFolder : dataFolder;
}

/** Removes the server's files, wherever they are. Nobody may be using them. */
export function removeServerFolder(dataFolder: string): void {
  const path = join(dataFolder, 'postgres');
  if (!exists(path)) return;
  const folder = folderIn(realpathSync(path));
  rmSync(folder.socket, { recursive: true, force: true });
  rmSync(folder.root, { recursive: true, force: true });
  rmSync(path, { recursive: true, force: true });
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function placeRoot(
  path: string,
  dataFolder: string,
  user: ServerUser | null,
  notice: (sentence: string) => void,
): void {
  if (isReachable(dataFolder, user)) {
    makeOwn(path, user);
    return;
  }
  const outside = makeOutside();
  makeOwn(outside, user);
  symlinkSync(outside, path);
  notice(
    `${dataFolder} is closed to user ${user?.name}, who runs PostgreSQL; the database is kept in ${outside}, linked from there`,
  );
}

function makeOutside(): string {
  try {
    mkdirSync(outsideFolder, { recursive: true, mode: 0o755 });
    return mkdtempSync(join(outsideFolder, 'postgres-'));
  } catch (cause) {
    throw new Fault('settings', `cannot create ${outsideFolder}: ${(cause as Error).message}`, {
      hint: 'set VIGENTE_DATA_DIR to a folder that ordinary users may enter, or set DATABASE_URL',
      cause,
    });
  }
}

function unreachable(root: string, user: ServerUser | null): Fault {
  return new Fault('settings', `user ${user?.name}, who runs PostgreSQL, cannot enter ${root}`, {
    hint: 'set VIGENTE_DATA_DIR to a folder that ordinary users may enter, or set DATABASE_URL',
  });
}

/** Creates the folder if need be and makes it the server user's, closed to all others. */
function makeOwn(path: string, user: ServerUser | null): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const { uid, mode } = lstatSync(path);
    if (user && uid !== user.uid) chownSync(path, user.uid, user.gid);
    if ((mode & 0o777) !== 0o700) chmodSync(path, 0o700);
  } catch (cause) {
    throw new Fault('settings', `cannot make ${path} a private folder: ${(cause as Error).message}`, {
      hint: 'run as the user that owns the data folder, or set VIGENTE_DATA_DIR to another one',
      cause,
    });
  }
}

/** In /tmp anybody may have made the folder before us, even as a link: then it is not touched. */
function makeSocketFolder({ root, socket }: ServerFolder, user: ServerUser | null): void {
  if (!exists(socket) || socket.startsWith(root)) {
    makeOwn(socket, user);
    return;
  }
  const found = lstatSync(socket);
  const owner = user?.uid ?? process.getuid?.();
  if (found.isDirectory() && found.uid === owner && (found.mode & 0o777) === 0o700) return;
  throw new Fault('settings', `${socket}, where the database's socket would be, belongs to somebody else`, {
    hint: 'remove it, or set VIGENTE_DATA_DIR to a folder with a shorter path',
  });
}

/**
 * Inside the server's folder, or, where that path is too long for a socket, in a short one under /tmp with a name
 * that follows from the long one, so that it stays the same from start to start.
 */
function socketFolderFor(root: string): string {
  const usual = join(root, 'run');
  if (Buffer.byteLength(usual) <= longestSocketFolder) return usual;
  return join('/tmp', `vigente-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`);
}
