import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The file that takes what the server says before it opens its own log, and its last words if it cannot. */
export function startLog(logFolder: string): string {
  return join(logFolder, 'start.log');
}

/** What the server wrote since it last began to start, oldest line first; empty when it wrote nothing. */
export function wordsSinceStart(logFolder: string): string[] {
  const newest = logFiles(logFolder).slice(-2);
  const said = newest.flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'));
  const began = said.findLastIndex((line) => line.includes('starting PostgreSQL'));
  return said.slice(Math.max(0, began)).filter(Boolean);
}

function logFiles(folder: string): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.log'));
  const dated = files.map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }));
  return dated.sort((a, b) => a.at - b.at).map(({ path }) => path);
}
