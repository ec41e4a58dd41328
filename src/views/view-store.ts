import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { View, ViewFields } from './saved-view.ts';

const columns = sql`id, page, name, words, columns, shared, person, person_name as "personName",
  changed_at as "changedAt", removed_at is not null as removed`;

/** A person's own views and those shared with the partner, by page and name. */
export async function selectViews(tx: PartnerTransaction, person: string): Promise<View[]> {
  const { rows } = await sql<View>`
    select ${columns} from saved_view
    where partner = ${tx.partner} and removed_at is null and (person = ${person} or shared)
    order by page, lower(name), id`.execute(tx.db);
  return rows;
}

/** The view, removed or not; locked until the transaction ends. */
export async function selectView(tx: PartnerTransaction, id: RowId): Promise<View | undefined> {
  const { rows } = await sql<View>`
    select ${columns} from saved_view where partner = ${tx.partner} and id = ${id}::bigint for update`.execute(
    tx.db,
  );
  return rows[0];
}

export async function insertView(
  tx: PartnerTransaction,
  view: ViewFields & Pick<View, 'page' | 'person' | 'personName'>,
  at: string,
): Promise<View> {
  const { rows } = await sql<View>`
    insert into saved_view (partner, page, name, words, columns, shared, person, person_name, changed_at)
    values (${tx.partner}, ${view.page}, ${view.name}, ${JSON.stringify(view.words)}::jsonb, ${jsonOf(view.columns)}::jsonb,
      ${view.shared}, ${view.person}, ${view.personName}, ${at}::timestamptz)
    returning ${columns}`.execute(tx.db);
  return rows[0]!;
}

export async function updateView(
  tx: PartnerTransaction,
  id: RowId,
  { name, words, columns: keys, shared, removed }: ViewFields & Pick<View, 'removed'>,
  at: string,
): Promise<View> {
  const { rows } = await sql<View>`
    update saved_view set name = ${name}, words = ${JSON.stringify(words)}::jsonb, columns = ${jsonOf(keys)}::jsonb,
      shared = ${shared}, changed_at = ${at}::timestamptz,
      removed_at = case when ${removed} then ${at}::timestamptz end
    where partner = ${tx.partner} and id = ${id}::bigint
    returning ${columns}`.execute(tx.db);
  return rows[0]!;
}

function jsonOf(keys: readonly string[] | null): string | null {
  return keys === null ? null : JSON.stringify(keys);
}
