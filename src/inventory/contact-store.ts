import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

export interface ContactRow {
  readonly contact: RowId;
  readonly name: string | null;
  readonly address: string;
  readonly addressKey: string;
}

export async function selectContacts(
  tx: PartnerTransaction,
  contacts: readonly RowId[],
): Promise<ContactRow[]> {
  const { rows } = await sql<ContactRow>`
    select id as contact, name, address, address_key as "addressKey" from contact
    where partner = ${tx.partner} and id = any (${contacts}::bigint[]) and writable`.execute(tx.db);
  return rows;
}
