import { closeSync, fchownSync, openSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Fault } from '../../kernel/fault.ts';
import { noSpace } from './cluster.ts';
import { disownRecord, runningPid, stopServer } from './postmaster.ts';
import { runAs } from './run-as.ts';
import type { Runtime } from './runtime.ts';
import type { ServerFolder } from './server-folder.ts';
import { startLog, wordsSinceStart } from './server-log.ts';
import { serverSettings } from './server-settings.ts';
import type { ServerUser } from './server-user.ts';
import { superuserClient } from './superuser-client.ts';

export interface ServerStart {
  readonly folder: ServerFolder;
  readonly runtime: Runtime;
  readonly user: ServerUser | null;
  readonly ephemeral: boolean;
  /** How long a server that is alive may take to answer; recovery after a power cut takes its time. */
  readonly patienceMs: number;
}

type Answer = 'ready' | 'not-yet' | 'nobody';

/**
 * Leaves a server running and answering: the one that runs already, or a new one. The caller holds the folder's
 * gate, so nobody else starts or stops it meanwhile.
 */
export async function adoptOrStart(start: ServerStart): Promise<void> {
  const giveUpAt = performance.now() + start.patienceMs;
  if (await adopt(start, giveUpAt)) return;
  while (!(await launch(start, giveUpAt))) await sleep(200);
}

/** True when a server runs here and answers; false when there is none (any more) and one has to be started. */
async function adopt({ folder }: ServerStart, giveUpAt: number): Promise<boolean> {
  const mutedAt = performance.now() + 5_000;
  for (;;) {
    // Asked before the process table is: in another container the server's pid is not ours to see.
    const answer = await ask(folder);
    if (answer === 'ready') return true;
    const runs = runningPid(folder.cluster) !== null;
    if (answer === 'nobody' && !runs) return false;
    // A server whose socket was cleaned away under it never answers again. Starting and stopping ones do answer.
    if (answer === 'nobody' && performance.now() > mutedAt)
      return !(await stopServer(folder.cluster, 60_000));
    if (performance.now() > giveUpAt) throw silent(folder);
    await sleep(50);
  }
}

/** One attempt. False when a backend of a killed server still holds its memory: it will be gone in a moment. */
async function launch(start: ServerStart, giveUpAt: number): Promise<boolean> {
  const { folder, runtime, user } = start;
  prepare(start);
  const log = openAnew(startLog(folder.log), user);
  const args = ['-D', folder.cluster, '-c', `config_file=${settingsFile(folder)}`];
  const child = runAs({ path: runtime.postgres, args, user, output: log });
  closeSync(log);
  let ending: string | null = null;
  child.on('error', (error) => (ending = error.message));
  child.on('exit', (status, signal) => (ending ??= `status ${signal ?? status}`));
  while (ending === null) {
    if ((await ask(folder)) === 'ready') {
      child.unref();
      return true;
    }
    if (performance.now() > giveUpAt) throw silent(folder);
    await sleep(20);
  }
  const words = wordsSinceStart(folder.log);
  if (
    words.some((line) => /shared memory block .* is still in use/.test(line)) &&
    performance.now() < giveUpAt
  )
    return false;
  throw startFault(folder, ending, words);
}

/** No server runs here, so its socket and settings may be renewed and a stale record be made recognisable. */
function prepare(start: ServerStart): void {
  const { folder } = start;
  for (const name of readdirSync(folder.socket)) rmSync(join(folder.socket, name), { force: true });
  disownRecord(folder.cluster);
  const settings = serverSettings({
    socketFolder: folder.socket,
    logFolder: folder.log,
    memoryBytes: Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY),
    sharedMemoryBytes: sharedMemoryBytes(),
    ephemeral: start.ephemeral,
  });
  const file = openAnew(settingsFile(folder), start.user);
  writeFileSync(file, settings);
  closeSync(file);
}

/** A new file of the server's user, also when root makes it: next time that user may start the server themselves. */
function openAnew(path: string, user: ServerUser | null): number {
  rmSync(path, { force: true });
  const file = openSync(path, 'wx', 0o600);
  if (user) fchownSync(file, user.uid, user.gid);
  return file;
}

function settingsFile(folder: ServerFolder): string {
  return join(folder.root, 'vigente.conf');
}

function sharedMemoryBytes(): number {
  try {
    const { blocks, bsize } = statfsSync('/dev/shm');
    return blocks * bsize;
  } catch {
    return 0;
  }
}

async function ask(folder: ServerFolder): Promise<Answer> {
  const client = superuserClient(folder.socket);
  try {
    await client.connect();
    return 'ready';
  } catch (error) {
    return answerIn(error, folder);
  } finally {
    await client.end().catch(() => {});
  }
}

/** SQLSTATE codes: PostgreSQL, appendix A. */
const startingUpOrShuttingDown = '57P03';
const tooManyConnections = '53300';

function answerIn(error: unknown, folder: ServerFolder): Answer {
  const code = (error as { code?: string }).code ?? '';
  if (['ENOENT', 'ECONNREFUSED', 'ENOTSOCK'].includes(code)) return 'nobody';
  if (error instanceof pg.DatabaseError && code !== startingUpOrShuttingDown && code !== tooManyConnections) {
    throw new Fault('unavailable', `the database server in ${folder.root} refuses: ${error.message}`);
  }
  return 'not-yet';
}

function silent(folder: ServerFolder): Fault {
  return new Fault('unavailable', `the database server in ${folder.root} runs but does not answer`, {
    hint: `look at its log in ${folder.log}`,
  });
}

function startFault(folder: ServerFolder, ending: string, words: readonly string[]): Fault {
  if (words.some((line) => line.includes('No space left on device'))) return noSpace(folder.root);
  const end = words.slice(-5).join('\n');
  return new Fault('unavailable', `the database server in ${folder.root} did not start (${ending})`, {
    hint: end ? `the end of its log in ${folder.log}:\n${end}` : `look at its log in ${folder.log}`,
  });
}
