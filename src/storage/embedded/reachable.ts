import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ServerUser } from './server-user.ts';

/** True when this user may enter the folder: every folder above it and the folder itself lets them through. */
export function isReachable(folder: string, user: ServerUser | null): boolean {
  if (user === null) return true;
  for (let at = folder; ; at = dirname(at)) {
    const found = statSync(at, { throwIfNoEntry: false });
    if (found && !letsThrough(found, user)) return false;
    if (at === dirname(at)) return true;
  }
}

interface Access {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

function letsThrough({ mode, uid, gid }: Access, user: ServerUser): boolean {
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
