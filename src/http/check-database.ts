import { findPartner } from '../partners/partner.ts';
import type { Database } from '../storage/database.ts';

/** Whether the database answers, for /readyz. */
export async function checkDatabase(db: Database, slug: string | undefined): Promise<void> {
  await findPartner(db, slug);
}
