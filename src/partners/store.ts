import { sql } from 'kysely';
import type { PartnerId } from '../kernel/ids.ts';
import type { Database, PartnerTransaction } from '../storage/database.ts';
import { type PartnerRowTransaction, partnerRowTransaction } from '../storage/partner-row-transaction.ts';

export interface PartnerRow {
  readonly id: PartnerId;
  readonly slug: string;
  readonly name: string;
  readonly sendingOn: boolean;
  readonly settings: unknown;
  /** A `CadenceDocument`; null: the built-in one. */
  readonly cadence: unknown;
  readonly cadenceVersion: number;
  readonly rulesChangedAt: Temporal.Instant | null;
  readonly clocksWokenAt: Temporal.Instant | null;
}

const columns = [
  'id',
  'slug',
  'name',
  'sending_on as sendingOn',
  'settings',
  'cadence',
  'cadence_version as cadenceVersion',
  'rules_changed_at as rulesChangedAt',
  'clocks_woken_at as clocksWokenAt',
] as const;

export async function partnerBySlug(db: Database, slug: string): Promise<PartnerRow | undefined> {
  return db.system.selectFrom('partner').select(columns).where('slug', '=', slug).executeTakeFirst();
}

export async function partnerById(db: Database, id: PartnerId): Promise<PartnerRow | undefined> {
  return db.system.selectFrom('partner').select(columns).where('id', '=', id).executeTakeFirst();
}

export async function allPartners(db: Database): Promise<PartnerRow[]> {
  return db.system.selectFrom('partner').select(columns).orderBy('id').execute();
}

/** Adds the partner unless its slug is taken; two processes that start at once make one. */
export async function addPartnerIfMissing(db: Database, slug: string, name: string): Promise<void> {
  await db.system
    .insertInto('partner')
    .values({ slug, name })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .execute();
}

export async function storeSending(
  db: Pick<Database, 'system'>,
  id: PartnerId,
  on: boolean,
  at: string,
): Promise<void> {
  await db.system
    .updateTable('partner')
    .set({ sending_on: on, sending_changed_at: at })
    .where('id', '=', id)
    .where('sending_on', '!=', on)
    .execute();
}

/** The switch as it is now, not as a request found it; with `lock` nobody changes it until the transaction ends. */
export async function selectSending(
  tx: PartnerTransaction,
  lock = false,
): Promise<{ readonly on: boolean; readonly changedAt: Temporal.Instant | null }> {
  const { rows } = await sql<{ on: boolean; changedAt: Temporal.Instant | null }>`
    select sending_on as on, sending_changed_at as "changedAt" from partner where id = ${tx.partner}
    ${lock ? sql`for update` : sql``}`.execute(tx.db);
  return rows[0]!;
}

export async function updateSending(tx: PartnerTransaction, on: boolean, at: string): Promise<void> {
  await tx.db
    .updateTable('partner')
    .set({ sending_on: on, sending_changed_at: at })
    .where('id', '=', tx.partner)
    .execute();
}

export async function storeSettings(
  db: Pick<Database, 'system'>,
  id: PartnerId,
  settings: unknown,
): Promise<void> {
  await db.system
    .updateTable('partner')
    .set({ settings: JSON.stringify(settings) })
    .where('id', '=', id)
    .execute();
}

export async function renamePartner(
  db: Pick<Database, 'system'>,
  id: PartnerId,
  name: string,
): Promise<void> {
  await db.system.updateTable('partner').set({ name }).where('id', '=', id).execute();
}

export interface BrandRow {
  readonly id: string;
  readonly isDefault: boolean;
  readonly look: unknown;
}

export async function brandsOf(tx: PartnerTransaction): Promise<BrandRow[]> {
  return tx.db
    .selectFrom('brand')
    .select(['id', 'is_default as isDefault', 'look'])
    .where('partner', '=', tx.partner)
    .orderBy('id')
    .execute();
}

export async function storeDefaultBrand(
  tx: Pick<PartnerTransaction, 'partner' | 'db'>,
  look: unknown,
): Promise<void> {
  await sql`insert into brand (partner, is_default, look) values (${tx.partner}, true, ${JSON.stringify(look)})
    on conflict (partner) where is_default do update set look = excluded.look`.execute(tx.db);
}

export type PartnerRowChange = PartnerRowTransaction;

/** Changes the partner itself and rows of its own in one transaction. */
export function changePartnerRow<T>(
  db: Pick<Database, 'system'>,
  partner: PartnerId,
  work: (tx: PartnerRowChange) => Promise<T>,
): Promise<T> {
  return partnerRowTransaction(db, partner, work);
}

export async function removeDefaultBrand(tx: PartnerTransaction): Promise<void> {
  await tx.db.deleteFrom('brand').where('partner', '=', tx.partner).where('is_default', '=', true).execute();
}
