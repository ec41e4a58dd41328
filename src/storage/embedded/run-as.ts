import { type ChildProcess, spawn } from 'node:child_process';
import type { ServerUser } from './server-user.ts';

export interface Program {
  readonly path: string;
  readonly args: readonly string[];
  readonly user: ServerUser | null;
  /** Where its output goes: one open file, or to the caller. */
  readonly output: number | 'pipe';
}

/**
 * Starts a program in a session of its own, so that Ctrl-C in a terminal does not reach it, and in an environment
 * that does not depend on ours: whatever LANG, PGDATA or PGOPTIONS say, it behaves the same.
 */
export function runAs({ path, args, user, output }: Program): ChildProcess {
  return spawn(path, [...args], {
    cwd: '/',
    detached: true,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', output, output],
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  });
}
