import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Fault } from '../../kernel/fault.ts';
import { runAs } from './run-as.ts';
import type { Runtime } from './runtime.ts';
import type { ServerUser } from './server-user.ts';
import { superuser } from './superuser-client.ts';

const spaceNeeded = 150 * 1024 * 1024;

export interface ClusterOptions {
  readonly cluster: string;
  readonly runtime: Runtime;
  readonly user: ServerUser | null;
  readonly ephemeral: boolean;
}

/**
 * Makes the cluster if there is none. It is made under another name and renamed when whole, so one whose making was
 * interrupted is never used. Throws `settings` for a cluster of another major version.
 */
export async function makeCluster(options: ClusterOptions): Promise<void> {
  const { cluster, runtime, user } = options;
  if (existsSync(cluster)) return checkVersion(cluster, runtime);
  checkSpace(cluster);
  removeDrafts(cluster);
  const draft = `${cluster}-draft-${randomBytes(4).toString('hex')}`;
  const child = runAs({ path: runtime.initdb, args: initdbArgs(draft, options), user, output: 'pipe' });
  const failed = new Promise<never>((_, reject) => child.on('error', reject));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [status, said] = await Promise.race([
    Promise.all([ended, text(child.stderr!), child.stdout!.resume()]),
    failed,
  ]).catch((cause) => [String(cause.message), ''] as const);
  if (status !== 0) throw initdbFault(cluster, status, said);
  renameSync(draft, cluster);
}

/**
 * What interrupted makings have left. The initdb of a killed process may still be writing into its draft, so each draft
 * has a name of its own and one that cannot be removed yet is left for the next time.
 */
function removeDrafts(cluster: string): void {
  const folder = dirname(cluster);
  const drafts = readdirSync(folder).filter((name) => name.startsWith(`${basename(cluster)}-draft`));
  for (const draft of drafts) {
    try {
      rmSync(join(folder, draft), { recursive: true, force: true });
    } catch {
      // Somebody is still at it; it is in nobody's way.
    }
  }
}

function initdbArgs(draft: string, { ephemeral }: ClusterOptions): string[] {
  return [
    `--pgdata=${draft}`,
    '--encoding=UTF8',
    // The builtin provider sorts by code point and does not change with the system's C library.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--username=${superuser}`,
    // The socket lies in a folder that only the server's user can enter: who gets there is let in.
    '--auth-local=trust',
    '--auth-host=reject',
    '--no-instructions',
    ...(ephemeral ? ['--no-sync'] : []),
  ];
}

function initdbFault(cluster: string, status: unknown, said: string): Fault {
  if (said.includes('No space left on device')) return noSpace(cluster);
  const ending = said.trim().split('\n').slice(-4).join('; ');
  return new Fault('unavailable', `cannot make a database in ${cluster}: initdb ended with ${status}`, {
    ...(ending ? { hint: `it said: ${ending}` } : {}),
  });
}

export function noSpace(folder: string): Fault {
  return new Fault('unavailable', `the disk that holds ${folder} is full`, {
    hint: 'make room, or set VIGENTE_DATA_DIR to a folder on another disk',
  });
}

function checkSpace(cluster: string): void {
  const { bavail, bsize } = statfsSync(join(cluster, '..'));
  if (bavail * bsize < spaceNeeded) throw noSpace(join(cluster, '..'));
}

function checkVersion(cluster: string, runtime: Runtime): void {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  const brought = runtime.version.split('.')[0];
  if (made === brought) return;
  throw new Fault(
    'settings',
    `${cluster} was made by PostgreSQL ${made}, this Vigente brings PostgreSQL ${brought}`,
    {
      hint: 'use the Vigente that made it, or move the data with pg_dump and set DATABASE_URL',
    },
  );
}
