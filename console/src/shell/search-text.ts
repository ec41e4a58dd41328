/** What stands behind the question mark, as plain words: `?days=30&open=order:123`. Never JSON. */
export type SearchWords = Readonly<Record<string, string>>;

export function parseSearch(text: string): SearchWords {
  return Object.fromEntries(new URLSearchParams(text));
}

/** Empty words are left out; colons and commas stay readable. */
export function stringifySearch(words: Readonly<Record<string, unknown>>): string {
  const kept = Object.entries(words).filter(([, word]) => word !== undefined && word !== null && word !== '');
  const text = new URLSearchParams(kept.map(([name, word]) => [name, String(word)])).toString();
  return text === '' ? '' : `?${text.replaceAll('%3A', ':').replaceAll('%2C', ',')}`;
}
