import type { Access } from './access.ts';
import { audit } from './audit.ts';
import type { Caller } from './caller.ts';
import { checkedName } from './check-rights.ts';
import type { PersonChange, PersonRow } from './person.ts';
import { peopleTransaction, personById, updatePerson } from './person-store.ts';

export async function ownProfile(access: Access, caller: Caller): Promise<PersonRow> {
  return (await personById(access.db.system, caller.person))!;
}

/** Name, language, theme, time zone: the person's own. */
export async function changeProfile(
  access: Access,
  caller: Caller,
  change: PersonChange,
): Promise<PersonRow> {
  const checked = change.name === undefined ? change : { ...change, name: checkedName(change.name) };
  return peopleTransaction(access.db, caller.partner, async (tx) => {
    const before = (await personById(tx.people, caller.person))!;
    await updatePerson(tx.people, caller.person, checked, access.now().toString());
    const after = (await personById(tx.people, caller.person))!;
    const changed = (['name', 'language', 'theme', 'timeZone'] as const).filter(
      (key) => before[key] !== after[key],
    );
    if (changed.length > 0) {
      const pick = (row: PersonRow) => Object.fromEntries(changed.map((key) => [key, row[key]]));
      await audit(tx, {
        person: caller.person,
        via: caller.via,
        action: 'account:change',
        subject: { kind: 'person', id: caller.person, label: after.name },
        before: pick(before),
        after: pick(after),
      });
    }
    return after;
  });
}
