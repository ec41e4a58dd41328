import type { Database } from '../storage/database.ts';
import { findPartner } from './partner.ts';
import { storeSending } from './store.ts';

/** Switches a partner's sending. Saying it twice changes nothing. */
export async function switchSending(
  db: Database,
  slug: string | undefined,
  on: boolean,
  at: Temporal.Instant,
): Promise<void> {
  const partner = await findPartner(db, slug);
  await storeSending(db, partner.id, on, at.toString());
}
