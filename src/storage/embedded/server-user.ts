import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { Fault } from '../../kernel/fault.ts';

/** The operating system's user that runs the server; null: this process's own. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

/** Tried in this order when root owns everything. */
const unprivileged = ['vigente', 'postgres', '_postgres', 'nobody'];

/**
 * Who runs the server. PostgreSQL refuses to run as root, so root hands it to whoever owns the server's folder
 * already, else to whoever owns the data folder, else to an unprivileged user that the system has anyway.
 * Throws `settings` when the system knows no such user.
 */
export function serverUser(folders: { readonly server: string; readonly data: string }): ServerUser | null {
  if (process.getuid?.() !== 0) return ownAccount();
  const accounts = readAccounts();
  const owners = [ownerOf(folders.server), ownerOf(folders.data)];
  const owner = owners
    .map((uid) => accounts.find((account) => account.uid === uid && uid !== 0))
    .find(Boolean);
  const chosen = owner ?? unprivileged.map((name) => accounts.find((a) => a.name === name)).find(Boolean);
  if (chosen) return chosen;
  throw new Fault(
    'settings',
    'PostgreSQL does not run as root, and this system has no user "nobody" to run it',
    {
      hint: 'start Vigente as an ordinary user, create a user named "vigente", or set DATABASE_URL',
    },
  );
}

function ownAccount(): null {
  try {
    userInfo();
    return null;
  } catch (cause) {
    throw new Fault(
      'settings',
      `user ${process.getuid?.()} has no entry in /etc/passwd, and PostgreSQL needs one`,
      {
        hint: 'run as a user that the system knows, or set DATABASE_URL',
        cause,
      },
    );
  }
}

function ownerOf(folder: string): number {
  return statSync(folder, { throwIfNoEntry: false })?.uid ?? 0;
}

function readAccounts(): ServerUser[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}
