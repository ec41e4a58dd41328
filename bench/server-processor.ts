import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Linux counts processor time in hundredths of a second for whoever reads /proc. */
const tickMs = 10;

/**
 * Begins to count the processor time of the embedded server in this folder; the answer tells the milliseconds spent
 * since, by its processes that live and those that have ended. NaN where it cannot be known.
 */
export function serverProcessor(serverFolder: string | undefined): () => number {
  const main = serverFolder === undefined ? undefined : serverProcess(serverFolder);
  if (main === undefined) return () => Number.NaN;
  const before = spentBelow(main);
  return () => (spentBelow(main) - before) * tickMs;
}

function serverProcess(serverFolder: string): number | undefined {
  const cluster = readdirSync(serverFolder).find((name) =>
    existsSync(join(serverFolder, name, 'postmaster.pid')),
  );
  if (cluster === undefined) return undefined;
  return Number(readFileSync(join(serverFolder, cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** What its children have used, and what those used that have ended: proc(5), utime, stime, cutime and cstime. */
function spentBelow(main: number): number {
  const ended = statOf(String(main));
  let sum = ended ? Number(ended[13]) + Number(ended[14]) : 0;
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const fields = statOf(name);
    if (Number(fields?.[1]) === main) sum += Number(fields?.[11]) + Number(fields?.[12]);
  }
  return sum;
}

/** The fields from the state on; undefined for a process that has ended meanwhile. */
function statOf(process: string): string[] | undefined {
  try {
    return readFileSync(`/proc/${process}/stat`, 'utf8').split(') ')[1]?.split(' ');
  } catch {
    return undefined;
  }
}
