import { sql } from 'kysely';
import type { ListChoice, ViewPage } from '../../contract/views.ts';
import type { PartnerTransaction } from '../storage/database.ts';

/** How a person likes the pages. */
export async function selectListChoices(tx: PartnerTransaction, person: string): Promise<ListChoice[]> {
  const { rows } = await sql<ListChoice>`
    select page, columns, default_view as "defaultView" from list_choice
    where partner = ${tx.partner} and person = ${person}
    order by page`.execute(tx.db);
  return rows;
}

/** Sets what is given and leaves the rest. */
export async function upsertListChoice(
  tx: PartnerTransaction,
  { person, page }: { readonly person: string; readonly page: ViewPage },
  change: { readonly [name in 'columns' | 'defaultView']?: ListChoice[name] | undefined },
): Promise<ListChoice> {
  const columns = change.columns ? JSON.stringify(change.columns) : null;
  const view = change.defaultView ?? null;
  const { rows } = await sql<ListChoice>`
    insert into list_choice as held (partner, person, page, columns, default_view)
    values (${tx.partner}, ${person}, ${page}, ${columns}::jsonb, ${view}::bigint)
    on conflict (partner, person, page) do update set
      columns = case when ${change.columns !== undefined} then excluded.columns else held.columns end,
      default_view = case when ${change.defaultView !== undefined} then excluded.default_view else held.default_view end
    returning page, columns, default_view as "defaultView"`.execute(tx.db);
  return rows[0]!;
}
