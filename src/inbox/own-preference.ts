import type { Actor } from '../access/audit.ts';
import { audit } from '../access/audit.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { firstPreference, type InboxPreference } from './preference.ts';
import { selectPreferences, storePreference } from './preference-store.ts';

export async function preferenceOf(tx: PartnerTransaction, person: string): Promise<InboxPreference> {
  const kept = (await preferencesOf(tx, [person])).get(person);
  return kept ?? firstPreference;
}

/** Those of them who have said something. */
export async function preferencesOf(
  tx: PartnerTransaction,
  people: readonly string[],
): Promise<ReadonlyMap<string, InboxPreference>> {
  const rows = await selectPreferences(tx, people);
  return new Map(rows.map(({ person, digestOn, digestHour }) => [person, { digestOn, digestHour }]));
}

/** The person's own word, or a word through the link of their mail; written to the audit log where it changes something. */
export async function changePreference(
  tx: PartnerTransaction,
  { person, name, by }: { readonly person: string; readonly name: string; readonly by: Actor },
  change: Partial<InboxPreference>,
  now: Temporal.Instant,
): Promise<InboxPreference> {
  const before = await preferenceOf(tx, person);
  const after = { ...before, ...change };
  if (after.digestOn === before.digestOn && after.digestHour === before.digestHour) return before;
  await storePreference(tx, person, after, now.toString());
  const subject = { kind: 'person', id: person, label: name };
  await audit(tx, { ...by, action: 'inbox:preference', subject, before, after });
  return after;
}
