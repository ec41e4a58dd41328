import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { SearchRow } from './search-store.ts';

/** A word as it was typed and folded, and how many names have a word that begins with it: at most `mostCounted`. */
export interface TypedWord {
  readonly word: string;
  readonly uses: number;
}

const mostCounted = 1000;
const mostWords = 6;

/** The words of a text, those that fewest names have first. */
export async function selectTypedWords(tx: PartnerTransaction, text: string): Promise<TypedWord[]> {
  const { rows } = await sql<TypedWord>`
    select t.word, (select count(*)::int from (select from search_word w
      where w.partner = ${tx.partner} and w.word >= t.word and w.word < t.word || ${last} limit ${mostCounted}) u) as uses
    from (select distinct word from regexp_split_to_table(fold_for_search(${text}), ' ') s (word)
      where length(word) > 1 limit ${mostWords}) t
    order by uses, length(t.word) desc, t.word`.execute(tx.db);
  return rows;
}

const last = '\u{10ffff}';
const mostLike = 300;

/** Words that share groups of letters with one that nobody bears, the likest first. */
export async function selectWordsLike(tx: PartnerTransaction, typed: string): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    select word from search_gram
    where partner = ${tx.partner} and gram = any (show_trgm(${typed}))
    group by word having count(*) > 1
    order by count(*) desc, abs(length(word) - ${[...typed].length}), word
    limit ${mostLike}`.execute(tx.db);
  return rows.map(({ word }) => word);
}

/** What a name has to have for one typed word: a word that begins with it, or one of those that were meant. */
export interface WantedWord {
  readonly typed: string;
  /** Null: those that begin with what was typed. */
  readonly meant: readonly string[] | null;
}

export interface WordSearch {
  /** The rarest first: its names are gone through, the others are asked of each. */
  readonly words: readonly WantedWord[];
  readonly visible: readonly RowId[] | null;
  readonly limit: number;
}

/** Among so many names with the rarest word the best are looked for. */
const mostNames = 400;

/** Companies and people whose names have every word, the likest to what was typed first. */
export async function selectByWords(tx: PartnerTransaction, search: WordSearch): Promise<SearchRow[]> {
  const { words, visible, limit } = search;
  const [rarest, ...others] = words;
  if (!rarest) return [];
  const typed = words.map((word) => word.meant?.[0] ?? word.typed).join(' ');
  const of = (kind: 'customer' | 'contact', mayBe: ReturnType<typeof sql>) => sql`(
    select distinct w.subject from search_word w
    where w.partner = ${tx.partner} and w.kind = ${kind} and ${fits('w', rarest)} ${mayBe}
      ${sql.join(
        others.map(
          (word) => sql`and exists (select from search_word o where o.partner = ${tx.partner}
        and o.kind = ${kind} and o.subject = w.subject and ${fits('o', word)})`,
        ),
        sql` `,
      )}
    limit ${mostNames}) f`;
  const ownCustomer = visible === null ? sql`` : sql`and w.subject = any (${visible}::bigint[])`;
  const ownContact =
    visible === null
      ? sql``
      : sql`and exists (select from contact p where p.partner = ${tx.partner} and p.id = w.subject
          and p.customer = any (${visible}::bigint[]))`;
  const { rows } = await sql<SearchRow>`
    (select 'customer' as kind, u.id, u.name as title, u.account_number as detail from ${of('customer', ownCustomer)}
      join customer u on u.partner = ${tx.partner} and u.id = f.subject
      order by similarity(u.name_key, ${typed}) desc, u.name_key, u.id limit ${limit})
    union all
    (select 'contact', u.id, coalesce(p.name || ' <' || p.address || '>', p.address), u.name
      from ${of('contact', ownContact)}
      join contact p on p.partner = ${tx.partner} and p.id = f.subject
      join customer u on u.partner = ${tx.partner} and u.id = p.customer
      order by similarity(p.name, ${typed}) desc, p.name, p.id limit ${limit})`.execute(tx.db);
  return rows;
}

function fits(row: 'w' | 'o', { typed, meant }: WantedWord) {
  const word = sql.ref(`${row}.word`);
  return meant === null
    ? sql`${word} >= ${typed} and ${word} < ${typed + last}`
    : sql`${word} = any (${meant}::text[])`;
}

/** Orders whose number is one of these, and names that begin with one. */
export async function selectNear(
  tx: PartnerTransaction,
  {
    numbers,
    hosts,
    visible,
    limit,
  }: {
    readonly numbers: readonly string[];
    readonly hosts: readonly string[];
    readonly visible: readonly RowId[] | null;
    readonly limit: number;
  },
): Promise<SearchRow[]> {
  const seen = visible === null ? sql`` : sql`and o.customer = any (${visible}::bigint[])`;
  const { rows } = await sql<SearchRow>`
    (select 'order' as kind, o.id, o.number as title, concat_ws(' · ', o.common_name, u.name) as detail
      from orders o join customer u on u.partner = ${tx.partner} and u.id = o.customer
      where o.partner = ${tx.partner} and o.number = any (${numbers}::text[]) and o.withdrawn_at is null ${seen}
      order by o.number limit ${limit})
    union all
    (select 'name', o.id, f.name, concat_ws(' · ', o.number, u.name) from (
        select distinct on (order_id) order_id, name from (
          select n.order_id, n.name from unnest(${hosts}::text[]) c (host), lateral (
            select order_id, name from order_name where partner = ${tx.partner} and name collate "C" >= c.host
              and name collate "C" < c.host || ${last} limit 20) n
          union all select n.order_id, n.name from unnest(${hosts}::text[]) c (host), lateral (
            select order_id, name from order_name where partner = ${tx.partner} and registrable collate "C" >= c.host
              and registrable collate "C" < c.host || ${last} limit 20) n) found
        order by order_id, length(name)) f
      join orders o on o.partner = ${tx.partner} and o.id = f.order_id and o.withdrawn_at is null ${seen}
      join customer u on u.partner = ${tx.partner} and u.id = o.customer
      order by length(f.name), f.name, o.covers_until desc nulls last limit ${limit})`.execute(tx.db);
  return rows;
}
