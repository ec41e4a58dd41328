import { chmodSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ifUnused, membersOf } from './members.ts';
import { stopServer } from './postmaster.ts';
import { isReachable } from './reachable.ts';
import { folderIn, removeServerFolder } from './server-folder.ts';
import { serverUser } from './server-user.ts';

const prefix = 'vigente-test-';

/** A new folder in `parent` for a server that lives as long as its starter. */
export async function newEphemeralFolder(parent: string): Promise<string> {
  const user = serverUser({ server: parent, data: parent });
  const place = isReachable(parent, user) ? parent : '/tmp';
  await removeAbandonedFolders(place);
  const folder = mkdtempSync(join(realpathSync(place), prefix));
  // The server may run as another user, who has to get through to the part that is theirs.
  chmodSync(folder, 0o711);
  return folder;
}

/** Stops and removes what killed test runs left in `parent`. What somebody uses, or does not let us touch, stays. */
async function removeAbandonedFolders(parent: string): Promise<void> {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(parent, name);
    // Whoever makes a folder takes its gate before the members' file exists, so a new one is never taken for an old.
    if (!existsSync(membersOf(folder))) continue;
    await ifUnused(folder, () => removeEphemeralFolder(folder)).catch(() => false);
  }
}

/** Nobody may be using it. */
export async function removeEphemeralFolder(folder: string): Promise<void> {
  const server = join(folder, 'postgres');
  if (existsSync(server)) await stopServer(folderIn(server).cluster, 60_000);
  removeServerFolder(folder);
  rmSync(folder, { recursive: true, force: true });
}
