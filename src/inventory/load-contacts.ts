import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { selectContacts } from './contact-store.ts';

/** Whom a message is addressed to. */
export interface ContactToWrite {
  readonly contact: RowId;
  readonly name: string | null;
  readonly address: string;
  readonly addressKey: string;
}

/** Contacts by number. One that is gone or may not be written to any more is missing. */
export async function loadContacts(
  tx: PartnerTransaction,
  contacts: readonly RowId[],
): Promise<Map<RowId, ContactToWrite>> {
  const rows = await selectContacts(tx, contacts);
  return new Map(rows.map((row) => [row.contact, row]));
}
