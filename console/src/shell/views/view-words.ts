import { type SavedView, type ViewWords, wordsOfNoView } from '../../../../contract/views.ts';

const outside: readonly string[] = wordsOfNoView;

/** What of an address belongs to a view: filters, text, sort. */
export function ownWords(address: ViewWords): ViewWords {
  return Object.fromEntries(
    Object.entries(address).filter(([name, value]) => !outside.includes(name) && value !== ''),
  );
}

/** `columns=number,-owner`; `list`: as the list has them, though the view has them otherwise. */
export const asList = 'list';

export function columnsOfAddress(word: string | undefined): readonly string[] | null | undefined {
  if (word === undefined || word === '') return undefined;
  return word === asList ? null : word.split(',').filter(Boolean);
}

export function columnsWord(keys: readonly string[] | null): string {
  return keys === null ? asList : keys.join(',');
}

/** Whether what is shown is no longer what the view holds. */
export function isChanged(view: Pick<SavedView, 'words' | 'columns'>, address: ViewWords): boolean {
  const columns = columnsOfAddress(address.columns);
  if (columns !== undefined && JSON.stringify(columns) !== JSON.stringify(view.columns)) return true;
  const sides = [ownWords(address), view.words].map((words) => JSON.stringify(Object.entries(words).sort()));
  return sides[0] !== sides[1];
}

/** The address with the view in it and nothing of what was there before but the quick view. */
export function addressOfView(view: Pick<SavedView, 'id' | 'words'>, before: ViewWords = {}) {
  return { ...withoutView(before), ...view.words, saved: view.id };
}

/** Every word of a view taken away. */
export function withoutView(address: ViewWords): Readonly<Record<string, string | undefined>> {
  const names = [...Object.keys(ownWords(address)), 'saved', 'columns'];
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

/** Words that the page knows no filter for any more. */
export function unknownWords(view: Pick<SavedView, 'words'>, known: readonly string[]): readonly string[] {
  return Object.keys(view.words).filter((name) => !known.includes(name));
}
