import { type RawBuilder, sql } from 'kysely';
import type { PartnerTransaction } from '../storage/database.ts';

/**
 * Whether the ledger speaks of an order, a certificate's clock or a contact: SQL that is true or false, for use inside
 * another statement. Only asked, never changed: what was said stays said, so what it was said about has to stay, too.
 */
export function ledgerMentionsOrder(tx: PartnerTransaction, order: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(exists (select from touch h where h.partner = ${tx.partner} and h.order_id = ${order})
    or exists (select from delivery d where d.partner = ${tx.partner} and d.order_id = ${order}))`;
}

export function ledgerMentionsClock(tx: PartnerTransaction, clock: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (select from touch h where h.partner = ${tx.partner} and h.clock = ${clock})`;
}

export function ledgerMentionsContact(
  tx: PartnerTransaction,
  contact: RawBuilder<unknown>,
  addressKey: RawBuilder<unknown>,
): RawBuilder<boolean> {
  return sql<boolean>`exists (select from notice n where n.partner = ${tx.partner}
    and n.address_key = ${addressKey} and n.contact = ${contact})`;
}
