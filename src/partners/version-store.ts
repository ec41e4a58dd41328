import { sql } from 'kysely';
import type { SettingsPart } from '../../contract/settings.ts';
import type { PartnerTransaction } from '../storage/database.ts';

/** Who made a version, when and why. */
export interface VersionMaker {
  readonly at: string;
  readonly person: string | null;
  readonly personName: string | null;
  readonly note: string | null;
}

export interface VersionRow {
  readonly version: number;
  readonly at: Temporal.Instant;
  readonly by: string | null;
  readonly note: string | null;
}

export interface HeldRules {
  readonly settings: unknown;
  readonly cadence: unknown;
  readonly cadenceVersion: number;
}

/** What holds now, for changing it: whoever else wants to change it waits. */
export async function lockRules(tx: PartnerTransaction): Promise<HeldRules> {
  return tx.db
    .selectFrom('partner')
    .select(['settings', 'cadence', 'cadence_version as cadenceVersion'])
    .where('id', '=', tx.partner)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function putSettings(
  tx: PartnerTransaction,
  change: { readonly settings: unknown; readonly planningSince: string | null },
): Promise<void> {
  await tx.db
    .updateTable('partner')
    .set({
      settings: JSON.stringify(change.settings),
      ...(change.planningSince === null ? {} : { rules_changed_at: change.planningSince }),
    })
    .where('id', '=', tx.partner)
    .execute();
}

export async function addSettingsVersion(
  tx: PartnerTransaction,
  part: SettingsPart,
  change: { readonly before: unknown; readonly after: unknown },
  by: VersionMaker,
): Promise<void> {
  await sql`insert into settings_version (partner, part, version, before, after, at, person, person_name, note)
    select ${tx.partner}, ${part}, coalesce(max(version), 0) + 1, ${JSON.stringify(change.before)}::jsonb,
      ${JSON.stringify(change.after)}::jsonb, ${by.at}::timestamptz, ${by.person}, ${by.personName}, ${by.note}
    from settings_version where partner = ${tx.partner} and part = ${part}`.execute(tx.db);
}

export interface SettingsVersionRow extends VersionRow {
  readonly before: unknown;
  readonly after: unknown;
}

/** Newest first. */
export async function settingsVersionRows(
  tx: PartnerTransaction,
  part: SettingsPart,
  limit: number,
): Promise<SettingsVersionRow[]> {
  return tx.db
    .selectFrom('settings_version')
    .select(['version', 'at', 'person_name as by', 'note', 'before', 'after'])
    .where('partner', '=', tx.partner)
    .where('part', '=', part)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute();
}

/** Adds the version and makes it the one in force. */
export async function putCadenceVersion(
  tx: PartnerTransaction,
  next: { readonly version: number; readonly document: unknown; readonly fromVersion: number | null },
  by: VersionMaker,
): Promise<void> {
  const document = JSON.stringify(next.document);
  await tx.db
    .insertInto('cadence_version')
    .values({
      partner: tx.partner,
      version: next.version,
      document,
      at: by.at,
      person: by.person,
      person_name: by.personName,
      note: by.note,
      from_version: next.fromVersion,
    })
    .execute();
  await tx.db
    .updateTable('partner')
    .set({ cadence: document, cadence_version: next.version, rules_changed_at: by.at })
    .where('id', '=', tx.partner)
    .execute();
}

export interface CadenceVersionRow extends VersionRow {
  readonly fromVersion: number | null;
}

const cadenceColumns = ['version', 'at', 'person_name as by', 'note', 'from_version as fromVersion'] as const;

/** Newest first. */
export async function cadenceVersionRows(
  tx: PartnerTransaction,
  limit: number,
): Promise<CadenceVersionRow[]> {
  return tx.db
    .selectFrom('cadence_version')
    .select(cadenceColumns)
    .where('partner', '=', tx.partner)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute();
}

export async function cadenceVersionRow(
  tx: PartnerTransaction,
  version: number,
): Promise<(CadenceVersionRow & { readonly document: unknown }) | undefined> {
  return tx.db
    .selectFrom('cadence_version')
    .select([...cadenceColumns, 'document'])
    .where('partner', '=', tx.partner)
    .where('version', '=', version)
    .executeTakeFirst();
}

/** Up to when this partner's clocks have been decided; null: the ledger knows nothing yet. Epoch milliseconds. */
export async function decidedUntil(tx: PartnerTransaction, now: string): Promise<number | null> {
  const { rows } = await sql<{ at: number | null }>`
    select case when exists (select from touch where partner = ${tx.partner}) then
      (extract(epoch from least(${now}::timestamptz, coalesce(
        (select next_at from clock where partner = ${tx.partner} and next_at is not null order by next_at limit 1),
        ${now}::timestamptz))) * 1000)::float8 end as at`.execute(tx.db);
  return rows[0]!.at;
}

/** Says that every clock has been brought up for the rules that changed at `changedAt`. */
export async function markClocksWoken(tx: PartnerTransaction, changedAt: string): Promise<void> {
  await tx.db
    .updateTable('partner')
    .set({ clocks_woken_at: changedAt })
    .where('id', '=', tx.partner)
    .execute();
}
