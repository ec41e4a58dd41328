import { chownSync, closeSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../../kernel/fault.ts';

/**
 * Locks that the kernel drops when their process dies, however it dies. Node has no flock; SQLite takes real file
 * locks (https://sqlite.org/lockingv3.html §3) and keeps several holders within one process apart as well, so an
 * empty SQLite file is the lock. Nothing is ever written into it. Not for folders on NFS.
 *
 * POSIX drops a process's locks on a file when the process closes it, whoever in the process had opened it: nothing
 * but this module may open these files.
 */
export interface Held {
  release(): void;
}

const sqliteBusy = 5;

/** Waits until nobody else holds the file, then holds it alone. Throws `unavailable` after `timeoutMs`. */
export async function holdAlone(path: string, timeoutMs: number): Promise<Held> {
  const giveUpAt = performance.now() + timeoutMs;
  for (;;) {
    const held = tryHoldAlone(path);
    if (held) return held;
    if (performance.now() > giveUpAt) {
      throw new Fault(
        'unavailable',
        `another process has kept ${path} locked for ${timeoutMs / 1000} seconds`,
        {
          hint: 'look for a vigente process that hangs, end it, and start again',
        },
      );
    }
    await sleep(20 + Math.random() * 20);
  }
}

/** Holds the file alone, or answers null because somebody holds it, alone or together with others. */
export function tryHoldAlone(path: string): Held | null {
  return hold(path, 'BEGIN EXCLUSIVE');
}

/** Holds the file together with others, or answers null because somebody holds it alone. */
export function tryHoldTogether(path: string): Held | null {
  // A read inside a transaction takes the shared lock and keeps it to the end of the transaction.
  return hold(path, 'BEGIN; SELECT count(*) FROM sqlite_schema');
}

function hold(path: string, statement: string): Held | null {
  createForOwnerOfFolder(path);
  let file: DatabaseSync | undefined;
  try {
    file = new DatabaseSync(path, { timeout: 0 });
    file.exec(statement);
  } catch (error) {
    file?.close();
    if ((error as { errcode?: number }).errcode === sqliteBusy) return null;
    throw cannot('lock', path, error);
  }
  return { release: () => file.close() };
}

function cannot(what: string, path: string, cause: unknown): Fault {
  return new Fault('settings', `cannot ${what} ${path}: ${(cause as Error).message}`, {
    hint: 'run as the user that owns the data folder, or set VIGENTE_DATA_DIR to another one',
    cause,
  });
}

/** What root creates in somebody's folder belongs to that somebody, who will want to open it later. */
function createForOwnerOfFolder(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
    const owner = statSync(dirname(path));
    if (process.getuid?.() === 0 && owner.uid !== 0) chownSync(path, owner.uid, owner.gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw cannot('create', path, error);
  }
}
