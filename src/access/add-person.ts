import { hashPassword } from 'better-auth/crypto';
import { Fault } from '../kernel/fault.ts';
import type { PartnerId } from '../kernel/ids.ts';
import type { Language } from '../kernel/locale.ts';
import type { Access } from './access.ts';
import { type Actor, audit } from './audit.ts';
import { checkPassword } from './check-password.ts';
import { checkedEmail, checkedName, checkRights } from './check-rights.ts';
import { storeMembership } from './membership-store.ts';
import { insertPerson, type PeopleTransaction, peopleTransaction, personByEmail } from './person-store.ts';
import type { Rights } from './rights.ts';

export interface PersonToAdd extends Rights {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly language: Language | null;
}

/** A person with a password who belongs to the partner from now on. Throws `conflict` for a known address. */
export async function addPerson(
  access: Access,
  partner: PartnerId,
  person: PersonToAdd,
  by: Actor,
): Promise<string> {
  const email = checkedEmail(person.email);
  const name = checkedName(person.name);
  checkRights(person);
  checkPassword(person.password, { email, name });
  const passwordHash = await hashPassword(person.password);
  return peopleTransaction(access.db, partner, async (tx) => {
    if (await personByEmail(tx.people, email)) {
      throw new Fault('conflict', 'somebody with this address has an account already', {
        code: 'account-exists',
      });
    }
    const { language } = person;
    const id = await insertPerson(tx.people, {
      email,
      name,
      language,
      passwordHash,
      at: access.now().toString(),
    });
    await joinPartner(tx, { ...person, person: id, name, email }, { access, by, invitedAt: null });
    return id;
  });
}

interface Joining extends Rights {
  readonly person: string;
  readonly name: string;
  readonly email: string;
}

interface JoiningBy {
  readonly access: Access;
  readonly by: Actor;
  readonly invitedAt: Temporal.Instant | null;
}

/** Gives a person these rights at the transaction's partner, and writes it down. */
export async function joinPartner(
  tx: PeopleTransaction,
  joining: Joining,
  { access, by, invitedAt }: JoiningBy,
) {
  const { person, name, email, role, seesPrices, customers } = joining;
  const rights = { role, seesPrices, customers };
  await storeMembership(tx, {
    ...rights,
    person,
    invitedAt: invitedAt?.toString() ?? null,
    joinedAt: access.now().toString(),
  });
  await audit(tx, {
    ...by,
    action: 'people:join',
    subject: { kind: 'person', id: person, label: name },
    after: { email, ...rights },
  });
}
