import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Linux counts processor time in hundredths of a second for whoever reads /proc. */
const tickMs = 10;

/**
 * Begins to count the processor time of the embedded server in this folder; the answer tells the milliseconds spent
 * since, by the processes that live at both ends. NaN where it cannot be known.
 */
export function serverProcessor(serverFolder: string | undefined): () => number {
  const main = serverFolder === undefined ? undefined : serverProcess(serverFolder);
  if (main === undefined) return () => Number.NaN;
  const before = spentBy(main);
  return () => {
    let sum = 0;
    for (const [process, ticks] of spentBy(main)) sum += ticks - (before.get(process) ?? 0);
    return sum * tickMs;
  };
}

function serverProcess(serverFolder: string): number | undefined {
  const cluster = readdirSync(serverFolder).find((name) =>
    existsSync(join(serverFolder, name, 'postmaster.pid')),
  );
  if (cluster === undefined) return undefined;
  return Number(readFileSync(join(serverFolder, cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function spentBy(main: number): Map<number, number> {
  const spent = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]!.split(' ');
      if (Number(fields[1]) === main) spent.set(Number(name), Number(fields[11]) + Number(fields[12]));
    } catch {
      // It ended while it was looked at.
    }
  }
  return spent;
}
