import type { Database } from '../storage/database.ts';
import { findPartner } from './partner.ts';
import { changePartnerRow, type PartnerRowChange, storeSending } from './store.ts';

/** Writes down, in the transaction that makes it, what was changed of a partner. */
export type RecordPartnerChange = (
  tx: PartnerRowChange,
  change: { readonly slug: string; readonly before: PartnerFields; readonly after: PartnerFields },
) => Promise<void>;

export type PartnerFields = Readonly<Record<string, unknown>>;

/** Switches a partner's sending. Saying it twice changes nothing, and is recorded once. */
export async function switchSending(
  db: Database,
  slug: string | undefined,
  on: boolean,
  at: Temporal.Instant,
  record?: RecordPartnerChange,
): Promise<void> {
  const partner = await findPartner(db, slug);
  if (partner.sendingOn === on) return;
  await changePartnerRow(db, partner.id, async (tx) => {
    await storeSending(tx, partner.id, on, at.toString());
    await record?.(tx, { slug: partner.slug, before: { sendingOn: !on }, after: { sendingOn: on } });
  });
}
