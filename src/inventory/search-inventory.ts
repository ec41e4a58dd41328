import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { foldName } from './folded-name.ts';
import { nearTexts } from './near-texts.ts';
import { type SearchRow, selectHits } from './search-store.ts';
import {
  selectByWords,
  selectNear,
  selectTypedWords,
  selectWordsLike,
  type TypedWord,
  type WantedWord,
} from './search-words-store.ts';
import { typedHost } from './typed-host.ts';
import { meantWords } from './typing-distance.ts';

export interface SearchHit extends SearchRow {
  /** Not what was typed, but like it: shown as a guess. */
  readonly similar: boolean;
}

interface Options {
  readonly visible: readonly RowId[] | null;
  readonly limit: number;
}

/**
 * Orders by the beginning of their number or a whole serial number, names and domains by their beginning, companies by
 * any part, companies and people by the beginnings of their words in any order, without accents. Where nothing of all
 * that is there, what lies within a slip or two of the fingers.
 */
export async function searchInventory(
  tx: PartnerTransaction,
  text: string,
  options: Options,
): Promise<SearchHit[]> {
  const host = typedHost(text);
  const exact = await selectHits(tx, { plain: text, folded: foldName(text), host, ...options });
  const typed = await selectTypedWords(tx, text);
  const named = typed.every(({ uses }) => uses > 0)
    ? await selectByWords(tx, { words: typed.map(asTyped), ...options })
    : [];
  const found = firstOfEach([...exact, ...named], options.limit);
  if (found.length > 0) return found.map((hit) => ({ ...hit, similar: false }));
  const guessed = [...(await guessNames(tx, typed, options)), ...(await guessCodes(tx, text, host, options))];
  return guessed.map((hit) => ({ ...hit, similar: true }));
}

const mostMeant = 8;

/** Companies and people with the words that were meant; none where a word is like no other. */
async function guessNames(
  tx: PartnerTransaction,
  typed: readonly TypedWord[],
  options: Options,
): Promise<SearchRow[]> {
  const words: WantedWord[] = [];
  for (const one of typed) {
    if (one.uses > 0) words.push(asTyped(one));
    else {
      const meant = meantWords(one.word, await selectWordsLike(tx, one.word), mostMeant);
      if (meant.length === 0) return [];
      words.push({ typed: one.word, meant });
    }
  }
  // What was meant is rarer than what was typed and stands in many names.
  const byRarity = [...words].sort((one, other) => Number(one.meant === null) - Number(other.meant === null));
  return selectByWords(tx, { words: byRarity, ...options });
}

/** Orders and names whose number or host is at one slip from what was typed. */
async function guessCodes(
  tx: PartnerTransaction,
  text: string,
  host: string,
  options: Options,
): Promise<SearchRow[]> {
  const numbers = /^[\w-]*\d[\w-]*$/.test(text) ? nearTexts(text) : [];
  const hosts = /^[a-z0-9.-]*[a-z][a-z0-9.-]*$/.test(host) ? nearTexts(host) : [];
  return numbers.length + hosts.length > 0 ? selectNear(tx, { numbers, hosts, ...options }) : [];
}

function asTyped({ word }: TypedWord): WantedWord {
  return { typed: word, meant: null };
}

/** Each thing once, and of each kind no more than asked for. */
function firstOfEach(rows: readonly SearchRow[], limit: number): SearchRow[] {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  return rows.filter(({ kind, id, title }) => {
    const key = `${kind} ${id} ${title}`;
    const count = counts.get(kind) ?? 0;
    if (seen.has(key) || count >= limit) return false;
    seen.add(key);
    counts.set(kind, count + 1);
    return true;
  });
}
