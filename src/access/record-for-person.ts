import type { Access } from './access.ts';
import { type Actor, audit } from './audit.ts';
import { joinedPartners } from './membership-store.ts';
import { namesOf, peopleTransaction } from './person-store.ts';

/** What a person, or `by` for them, did to the own account goes into the log of every partner that the person belongs to. */
export async function recordForPerson(
  access: Access,
  person: string,
  action: string,
  by: Actor = { person, via: 'session' },
): Promise<void> {
  const label = (await namesOf(access.db, [person])).get(person) ?? null;
  for (const partner of await joinedPartners(access.db, person)) {
    await peopleTransaction(access.db, partner, (tx) =>
      audit(tx, { ...by, action, subject: { kind: 'person', id: person, label } }),
    );
  }
}
