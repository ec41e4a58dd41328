import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Fault } from '../kernel/fault.ts';

/** A build takes seconds; a lock this old was left behind by a process that was killed. */
const lockMs = 120_000;

/** `npm ci` brings the tools in a checkout; an installation without them brings the built console. */
function canBuild(repository: string): boolean {
  return (
    existsSync(join(repository, 'node_modules/vite/bin/vite.js')) &&
    existsSync(join(repository, 'console/src'))
  );
}

/** Whether `console/dist` shows what the sources say. */
export function isConsoleFresh(repository: string): boolean {
  const built = timeOf(join(repository, 'console/dist/index.html'));
  if (built === 0) return false;
  const sources = [
    'console/{index.html,vite.config.ts}',
    'console/{src,public}/**/*',
    'contract/*.ts',
    'package-lock.json',
  ];
  return globSync(sources, { cwd: repository }).every((path) => timeOf(join(repository, path)) <= built);
}

function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/**
 * Makes `console/dist` show what the sources say, and returns its folder. Several processes may ask at once: one
 * builds, the others wait. The new build takes the old one's place whole. Does nothing where nothing can be built.
 */
export async function buildConsole(repository: string): Promise<string> {
  const dist = join(repository, 'console/dist');
  if (!canBuild(repository)) return dist;
  const lock = join(repository, 'console/dist.lock');
  while (!isConsoleFresh(repository)) {
    if (!take(lock)) {
      await wait(200);
      continue;
    }
    try {
      if (!isConsoleFresh(repository)) await build(repository, dist);
      break;
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
  return dist;
}

/** Making a folder either works for one process or fails for all others. */
function take(lock: string): boolean {
  if (Date.now() - timeOf(lock) > lockMs) rmSync(lock, { recursive: true, force: true });
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function build(repository: string, dist: string): Promise<void> {
  const made = `${dist}-${process.pid}`;
  const begun = new Date();
  const vite = join(repository, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', 'console', '--outDir', made, '--emptyOutDir', '--logLevel', 'error'];
  const child = spawn(process.execPath, args, { cwd: repository, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (code !== 0) {
    rmSync(made, { recursive: true, force: true });
    throw new Fault('internal', 'the console could not be built', { cause: new Error(said) });
  }
  // What changes while the build runs is newer than the build.
  utimesSync(join(made, 'index.html'), begun, begun);
  rmSync(dist, { recursive: true, force: true });
  renameSync(made, dist);
}
