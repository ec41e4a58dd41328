import type { Database } from '../storage/database.ts';
import { personById } from './person-store.ts';

/** Where a colleague reads mail; undefined where there is no such person. */
export async function addressOfPerson(
  db: Database,
  person: string,
): Promise<{ readonly name: string; readonly address: string } | undefined> {
  const row = await personById(db.system, person);
  return row && { name: row.name, address: row.email };
}
