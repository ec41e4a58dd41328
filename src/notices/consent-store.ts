import { sql } from 'kysely';
import type { Purpose } from '../cadence/stage.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

/** Objections or agreements of one address, the newest word for each purpose. */
export async function storeConsents(
  tx: PartnerTransaction,
  word: {
    readonly addressKey: string;
    readonly purposes: readonly Purpose[];
    readonly objected: boolean;
    readonly at: string;
    readonly source: string;
  },
): Promise<void> {
  await sql`
    insert into consent (partner, address_key, purpose, objected, at, source)
    select ${tx.partner}, ${word.addressKey}, p, ${word.objected}, ${word.at}::timestamptz, ${word.source}
    from unnest(${word.purposes}::text[]) p
    on conflict (partner, address_key, purpose) do update set objected = excluded.objected, at = excluded.at,
      source = excluded.source
    where consent.objected is distinct from excluded.objected`.execute(tx.db);
}

/** Whom a notice was for: what a link in it stands for. */
export interface NoticeAddressee {
  readonly contact: RowId;
  readonly addressKey: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly brand: RowId | null;
  /** What it spoke of; an order stands here once, with the clock that ends first. */
  readonly subjects: readonly { readonly order: RowId; readonly kind: string }[];
  readonly objections: readonly Purpose[];
}

export async function selectAddressee(
  tx: PartnerTransaction,
  notice: RowId,
): Promise<NoticeAddressee | undefined> {
  const { rows } = await sql<NoticeAddressee>`
    select n.contact, n.address_key as "addressKey", n.locale, n.time_zone as "timeZone", n.brand,
      (select coalesce(jsonb_agg(jsonb_build_object('order', s.order_id::text, 'kind', s.kind)), '[]')
        from (select distinct on (d.order_id) d.order_id, d.kind from delivery d
          where d.partner = n.partner and d.notice = n.id and d.dropped_at is null
          order by d.order_id, d.anchor, d.kind) s) as subjects,
      array(select c.purpose from consent c
        where c.partner = n.partner and c.address_key = n.address_key and c.objected) as objections
    from notice n where n.partner = ${tx.partner} and n.id = ${notice}::bigint`.execute(tx.db);
  return rows[0];
}
