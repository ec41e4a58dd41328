import { randomBytes } from 'node:crypto';
import { chownSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from './kernel/fault.ts';

/**
 * The installation's own secret: made at random the first time, the same ever after. It lies in the data folder,
 * readable by its owner only. Any number of processes may ask at once. Throws `settings` when it cannot be kept.
 */
export function keptSecret(dataFolder: string): string {
  const path = join(dataFolder, 'secret');
  try {
    return readSecret(path) ?? makeSecret(path, dataFolder);
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault('settings', `cannot keep a secret in ${path}: ${(cause as Error).message}`, {
      hint: 'let this user write there, or set VIGENTE_SECRET',
      cause,
      code: 'secret',
      params: { path, why: (cause as Error).message },
    });
  }
}

function readSecret(path: string): string | null {
  try {
    const secret = readFileSync(path, 'utf8').trim();
    if (secret.length >= 32) return secret;
    throw new Fault('settings', `${path} holds ${secret.length} characters, a secret has at least 32`, {
      hint: 'restore the file; links already sent need the old secret. Remove it only if none were sent',
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Written whole under another name and linked into place, so that of two makers one wins and both read its secret. */
function makeSecret(path: string, dataFolder: string): string {
  mkdirSync(dataFolder, { recursive: true });
  const draft = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  });
  try {
    giveToOwnerOf(dataFolder, draft);
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readSecret(path)!;
}

/** What root makes in somebody's folder is theirs. */
function giveToOwnerOf(folder: string, path: string): void {
  const { uid, gid } = statSync(folder);
  if (process.getuid?.() === 0 && uid !== 0) chownSync(path, uid, gid);
}
