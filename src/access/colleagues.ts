import type { PartnerId } from '../kernel/ids.ts';
import type { Database } from '../storage/database.ts';
import type { Colleague } from './colleague.ts';
import { selectColleagues } from './membership-store.ts';

/** Everybody who may enter here, by name. Reads people, so it is asked outside a partner's transaction. */
export function colleaguesOf(db: Database, partner: PartnerId): Promise<Colleague[]> {
  return selectColleagues(db, partner);
}
