import { type Kysely, sql } from 'kysely';
import type { PartnerId } from '../kernel/ids.ts';
import type { Database, PartnerTransaction } from './database.ts';
import type { PartnerTables, SystemTables } from './tables.ts';

/** A transaction that reaches the tables that belong to no partner and, of partner data, only that partner's. */
export interface PartnerRowTransaction extends Pick<PartnerTransaction, 'partner' | 'db'> {
  readonly system: Kysely<SystemTables>;
}

/** For what changes the partner itself, or people, and a row of the partner's at once, or not at all. */
export async function partnerRowTransaction<T>(
  { system }: Pick<Database, 'system'>,
  partner: PartnerId,
  work: (tx: PartnerRowTransaction) => Promise<T>,
): Promise<T> {
  return system.transaction().execute(async (tx) => {
    await sql`select set_config('vigente.partner', ${String(partner)}, true)`.execute(tx);
    return work({ partner, system: tx, db: tx as unknown as Kysely<PartnerTables> });
  });
}
