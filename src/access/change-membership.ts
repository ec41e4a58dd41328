import { Fault } from '../kernel/fault.ts';
import type { PartnerId } from '../kernel/ids.ts';
import type { Access } from './access.ts';
import { type Actor, audit } from './audit.ts';
import type { Caller } from './caller.ts';
import { checkRights } from './check-rights.ts';
import { lockAdministrators, lockMembership, storeDisabled, updateRights } from './membership-store.ts';
import { namesOf } from './person-store.ts';
import type { MembershipRow, Rights } from './rights.ts';

/**
 * Gives a colleague other rights. Nobody changes the own ones, and an administrator remains. `refuseStale` is handed
 * what holds now, under the lock, and throws when the caller had seen something else.
 */
export async function changeRights(
  access: Access,
  caller: Caller,
  person: string,
  change: { readonly rights: Partial<Rights>; readonly refuseStale: (now: Rights) => void },
): Promise<Rights> {
  refuseOneself(caller, person);
  const label = (await namesOf(access.db, [person])).get(person) ?? null;
  return access.db.forPartner(caller.partner).transaction(async (tx) => {
    const administrators = await lockAdministrators(tx);
    const present = rightsIn(await lockMembership(tx, person));
    change.refuseStale(present);
    const rights = { ...present, ...change.rights };
    checkRights(rights);
    if (rights.role !== 'administrator') keepAnAdministrator(administrators, person);
    await updateRights(tx, person, rights);
    await audit(tx, {
      ...by(caller),
      action: 'people:change',
      subject: { kind: 'person', id: person, label },
      before: present,
      after: rights,
    });
    return rights;
  });
}

/** Shuts a colleague out: sessions and keys of theirs stop at once. Letting them in again keeps their rights. */
export async function switchPerson(
  access: Access,
  caller: Caller,
  person: string,
  isOn: boolean,
): Promise<void> {
  refuseOneself(caller, person);
  const label = (await namesOf(access.db, [person])).get(person) ?? null;
  await access.db.forPartner(caller.partner).transaction(async (tx) => {
    const administrators = await lockAdministrators(tx);
    const present = await lockMembership(tx, person);
    rightsIn(present);
    if ((present!.disabledAt === null) === isOn) return;
    if (!isOn) keepAnAdministrator(administrators, person);
    await storeDisabled(tx, person, isOn ? null : access.now().toString());
    await audit(tx, {
      ...by(caller),
      action: isOn ? 'people:enable' : 'people:disable',
      subject: { kind: 'person', id: person, label },
    });
  });
}

/** The command line's way to shut somebody out; the last administrator stays. */
export async function disablePerson(
  access: Access,
  partner: PartnerId,
  person: string,
  operator: Actor,
): Promise<void> {
  const label = (await namesOf(access.db, [person])).get(person) ?? null;
  await access.db.forPartner(partner).transaction(async (tx) => {
    const administrators = await lockAdministrators(tx);
    rightsIn(await lockMembership(tx, person));
    keepAnAdministrator(administrators, person);
    await storeDisabled(tx, person, access.now().toString());
    await audit(tx, {
      ...operator,
      action: 'people:disable',
      subject: { kind: 'person', id: person, label },
    });
  });
}

function rightsIn(row: MembershipRow | undefined): Rights {
  if (!row) throw new Fault('not-found', 'there is no such person', { code: 'no-person' });
  return { role: row.role, seesPrices: row.seesPrices, customers: row.customers };
}

function refuseOneself(caller: Caller, person: string): void {
  if (person === caller.person) {
    throw new Fault('forbidden', 'nobody changes their own rights', {
      code: 'own-rights',
      hint: 'ask another administrator',
    });
  }
}

function keepAnAdministrator(administrators: readonly string[], leaving: string): void {
  if (administrators.length === 1 && administrators[0] === leaving) {
    throw new Fault('conflict', 'this is the last administrator', {
      code: 'last-administrator',
      hint: 'make somebody else administrator first',
    });
  }
}

function by({ person, via }: Caller) {
  return { person, via };
}
