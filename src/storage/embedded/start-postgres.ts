import { chmodSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../kernel/fault.ts';
import { makeCluster } from './cluster.ts';
import { newEphemeralFolder, removeEphemeralFolder } from './ephemeral-folder.ts';
import type { Held } from './folder-lock.ts';
import { becomeMember, behindGate, ifUnused, isDeserted } from './members.ts';
import { stopServer } from './postmaster.ts';
import { prepareDatabase } from './prepare-database.ts';
import { readyRuntime } from './runtime.ts';
import {
  folderIn,
  makeServerFolder,
  removeServerFolder,
  type ServerFolder,
  spareRuntimeFolder,
} from './server-folder.ts';
import { serverUser } from './server-user.ts';
import { adoptOrStart } from './start-server.ts';

export interface PostgresOptions {
  /**
   * For tests: a server of one's own in a new folder inside the given one (inside /tmp if the server's user may not
   * enter that), without fsync, removed when released. What killed test runs left there is removed first.
   */
  readonly ephemeral?: boolean;
  /** Told, in a sentence, when something about the place had to be arranged differently from usual. */
  readonly notice?: (sentence: string) => void;
  /** How long a living server may take to answer; 10 minutes without it, because recovery may take that long. */
  readonly patienceMs?: number;
}

export interface RunningPostgres {
  /** Connects as the role `vigente`, owner of the database `vigente`: not a superuser, may create databases. */
  readonly url: string;
  /** This process no longer needs the server. The last one to say so stops it, and waits until it has stopped. */
  release(): Promise<void>;
}

/**
 * A real PostgreSQL in `<data folder>/postgres`: started, or adopted if it runs already, whoever started it.
 * Any number of processes may call this on one folder at once, and one process several times.
 *
 * Two locks keep them apart (README.md beside this file): the *gate* is held alone by whoever starts or stops the
 * server, the *membership* together by all who use it. The kernel drops both with their process, so one that was
 * killed is not counted, and the server it left is stopped by the next last one.
 *
 * Throws `settings` when the place or the user is wrong, `unavailable` when the server does not come up.
 */
export async function startPostgres(
  dataFolder: string,
  options: PostgresOptions = {},
): Promise<RunningPostgres> {
  const folder = options.ephemeral ? await newEphemeralFolder(dataFolder) : makeDataFolder(dataFolder);
  return behindGate(folder, async () => {
    const membership = becomeMember(folder);
    try {
      return running({ folder, server: await bringUp(folder, options), membership, options });
    } catch (error) {
      membership.release();
      throw error;
    }
  });
}

/**
 * Removes the embedded database of this data folder for good, stopping a server that a killed process left.
 * Throws `conflict` while a process uses it.
 */
export async function removePostgres(dataFolder: string): Promise<void> {
  const folder = makeDataFolder(dataFolder);
  const removed = await ifUnused(folder, async () => {
    const server = join(folder, 'postgres');
    if (existsSync(server)) await stopServer(folderIn(realpathSync(server)).cluster, stopMs);
    removeServerFolder(folder);
  });
  if (removed) return;
  throw new Fault('conflict', `the database in ${folder} is in use`, {
    hint: 'end the other vigente processes on this folder first',
  });
}

const stopMs = 60_000;

function makeDataFolder(dataFolder: string): string {
  try {
    const created = mkdirSync(dataFolder, { recursive: true });
    // Root's umask may close what it creates; the server's user has to get through.
    if (created !== undefined && process.getuid?.() === 0) chmodSync(dataFolder, 0o755);
    return realpathSync(dataFolder);
  } catch (cause) {
    throw new Fault('settings', `cannot use ${dataFolder} as data folder: ${(cause as Error).message}`, {
      cause,
      code: 'data-folder',
      params: { folder: dataFolder, why: (cause as Error).message },
    });
  }
}

async function bringUp(dataFolder: string, options: PostgresOptions): Promise<ServerFolder> {
  const user = serverUser({ server: join(dataFolder, 'postgres'), data: dataFolder });
  const folder = makeServerFolder(dataFolder, user, options.notice ?? (() => {}));
  const runtime = readyRuntime(user, () => spareRuntimeFolder(dataFolder));
  const ephemeral = options.ephemeral === true;
  await makeCluster({ cluster: folder.cluster, runtime, user, ephemeral });
  await adoptOrStart({ folder, runtime, user, ephemeral, patienceMs: options.patienceMs ?? 10 * 60_000 });
  await prepareDatabase(folder.socket);
  return folder;
}

interface Stay {
  readonly folder: string;
  readonly server: ServerFolder;
  readonly membership: Held;
  readonly options: PostgresOptions;
}

function running(stay: Stay): RunningPostgres {
  let released: Promise<void> | undefined;
  return {
    // The port and sslmode keep PGPORT and PGSSLMODE of the environment out.
    url: `postgresql://vigente@localhost:5432/vigente?host=${encodeURIComponent(stay.server.socket)}&sslmode=disable`,
    release: () => {
      released ??= leave(stay);
      return released;
    },
  };
}

/** Whoever arrives meanwhile waits at the gate and then starts the server anew. */
async function leave({ folder, server, membership, options }: Stay): Promise<void> {
  await behindGate(folder, async () => {
    membership.release();
    if (!isDeserted(folder)) return;
    await stopServer(server.cluster, stopMs);
    if (options.ephemeral) await removeEphemeralFolder(folder);
  });
}
