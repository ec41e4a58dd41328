/** Somebody whom a note names: their account, and what they were called then. */
export interface Mention {
  readonly person: string;
  readonly name: string;
}

/** `@[person]`, as a note keeps whom it names. */
const mention = /@\[([A-Za-z0-9_-]{1,64})\]/g;

/** The accounts that a note's words name, each once, in order. */
export function mentionedIn(words: string): string[] {
  return [...new Set([...words.matchAll(mention)].map((match) => match[1]!))];
}

/** The words as people read them: `@Luis Prieto`. Whoever is not known stays as written. */
export function readableWords(words: string, mentions: readonly Mention[]): string {
  const names = new Map(mentions.map(({ person, name }) => [person, name]));
  return words.replace(mention, (written, person: string) =>
    names.has(person) ? `@${names.get(person)}` : written,
  );
}
