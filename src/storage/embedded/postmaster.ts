import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The number in the cluster's postmaster.pid, or null when there is no such file. It may be anybody's by now. */
export function recordedPid(cluster: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10);
    return Number.isSafeInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

/** The pid of the server that runs on this cluster, or null: the record may be stale and its number reused. */
export function runningPid(cluster: string): number | null {
  const pid = recordedPid(cluster);
  return pid !== null && isServerOf(pid, cluster) ? pid : null;
}

/**
 * Makes PostgreSQL see that a record with a reused number is stale. It believes any living process of its user to
 * be a server, except its own parent (CreateLockFile in src/backend/utils/init/miscinit.c), so the record is made
 * to name us, who are about to start it. The rest of the record stays: by it PostgreSQL finds out whether an
 * orphaned backend still uses the old shared memory, which deleting the file would hide.
 */
export function disownRecord(cluster: string): void {
  const path = join(cluster, 'postmaster.pid');
  if (!existsSync(path)) return;
  const lines = readFileSync(path, 'utf8').split('\n');
  // A crash of the machine can leave the file empty, which PostgreSQL takes for a start in progress.
  if (recordedPid(cluster) === null) rmSync(path);
  else writeFileSync(path, [String(process.pid), ...lines.slice(1)].join('\n'));
}

/** Stops the server as Ctrl-C would: sessions end, everything is written. False when it is still busy after `waitMs`. */
export async function stopServer(cluster: string, waitMs: number): Promise<boolean> {
  const giveUpAt = performance.now() + waitMs;
  const pid = runningPid(cluster);
  if (pid !== null) process.kill(pid, 'SIGINT');
  while (runningPid(cluster) !== null) {
    if (performance.now() > giveUpAt) return false;
    await sleep(20);
  }
  return true;
}

function isServerOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  return process.platform === 'linux'
    ? linuxServerOf(pid, cluster)
    : commandOf(pid).includes(`-D ${cluster}`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A server works in its data directory; a dead one that nobody has buried yet has no directory any more. */
function linuxServerOf(pid: number, cluster: string): boolean {
  try {
    const isPostgres = readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres');
    return isPostgres && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

function commandOf(pid: number): string {
  try {
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
