import { Fault } from '../kernel/fault.ts';
import type { Access } from './access.ts';
import type { Caller } from './caller.ts';
import { recordForPerson } from './record-for-person.ts';
import { deleteSession, deleteSessions, type SessionRow, sessionsOf } from './session-store.ts';

export interface ShownSession extends SessionRow {
  /** The one that asks. */
  readonly isCurrent: boolean;
}

export async function listSessions(access: Access, caller: Caller, current: string): Promise<ShownSession[]> {
  const rows = await sessionsOf(access.db, caller.person, access.now());
  return rows.map((row) => ({ ...row, isCurrent: row.id === current }));
}

export async function endSession(access: Access, caller: Caller, id: string): Promise<void> {
  if (!(await deleteSession(access.db, caller.person, id)))
    throw new Fault('not-found', 'there is no such session', { code: 'no-session' });
  await recordForPerson(access, caller.person, 'account:session-end');
}

/** Signs out everywhere; `except` stays. Returns how many sessions ended. */
export async function endSessions(access: Access, caller: Caller, except: string | null): Promise<number> {
  const ended = await deleteSessions(access.db, caller.person, except);
  await recordForPerson(access, caller.person, 'account:sign-out-everywhere');
  return ended;
}

/** The `Set-Cookie` lines that make a browser forget its session. */
export function forgottenCookies({ cookies }: Access): string[] {
  const end = `; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${cookies.secure ? '; Secure' : ''}`;
  return [`${cookies.session}=${end}`, `${cookies.challenge}=${end}`];
}
