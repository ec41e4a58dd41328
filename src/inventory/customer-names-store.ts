import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

export async function selectCustomerNames(
  tx: PartnerTransaction,
  ids: readonly RowId[],
): Promise<{ id: RowId; name: string }[]> {
  return tx.db
    .selectFrom('customer')
    .select(['id', 'name'])
    .where('partner', '=', tx.partner)
    .where(sql<boolean>`id = any(${ids}::bigint[])`)
    .orderBy('name')
    .orderBy('id')
    .execute();
}
