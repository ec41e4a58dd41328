/** Somebody whom a note can name: what stands behind the @, and whose account it is. */
export interface Nameable {
  readonly person: string;
  readonly label: string;
}

/** `@Luis Prieto` of what people write, as a note keeps it: `@[person]`. Longer names come first. */
export function keptWords(written: string, nameable: readonly Nameable[]): string {
  const byLength = nameable.toSorted((a, b) => b.label.length - a.label.length);
  return byLength.reduce(
    (words, { person, label }) =>
      words.replace(
        new RegExp(`(?<![\\p{L}\\p{N}])@${escaped(label)}(?![\\p{L}\\p{N}])`, 'gu'),
        () => `@[${person}]`,
      ),
    written,
  );
}

/** A note's own words as people edit them. */
export function writtenWords(kept: string, nameable: readonly Nameable[]): string {
  return nameable.reduce((words, { person, label }) => words.replaceAll(`@[${person}]`, `@${label}`), kept);
}

/** What stands between an @ and the place where somebody is typing; null where they are naming nobody. */
export function beingNamed(
  text: string,
  caret: number,
): { readonly from: number; readonly typed: string } | null {
  const found = /(^|[\s(«"'¿¡])@([^\s@][^@\n]{0,40})?$/u.exec(text.slice(0, caret));
  if (!found) return null;
  const typed = found[2] ?? '';
  return { from: caret - typed.length - 1, typed };
}

/** The colleagues whose name or one of its words begins so, whatever its accents. */
export function colleaguesLike<T extends { readonly name: string }>(
  colleagues: readonly T[],
  typed: string,
): readonly T[] {
  const wanted = folded(typed);
  return colleagues
    .filter(({ name }) => folded(name).startsWith(wanted) || folded(name).includes(` ${wanted}`))
    .slice(0, 8);
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
