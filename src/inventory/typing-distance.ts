/**
 * How many slips lie between what was typed and the nearest beginning of a word: a letter too many, too few, another
 * one, or two that changed places. `ferretr` is at 1 from `ferreteria`, of which it is a beginning but for an `e`.
 */
export function typingDistance(typed: string, word: string): number {
  const a = [...typed];
  const b = [...word];
  let before: number[] = [];
  let row = b.map((_, at) => at + 1);
  row.unshift(0);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same);
      const areSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (areSwapped) least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return Math.min(...row);
}

/** So many slips are believed of a word of this length; short words are too like each other. */
export function slipsOf(typed: string): number {
  const { length } = [...typed];
  if (length < 4) return 0;
  return length < 7 ? 1 : length < 12 ? 2 : 3;
}

/** The words that somebody may have meant, nearest first; of those equally near, the ones whose length is nearest. */
export function meantWords(typed: string, words: readonly string[], most: number): readonly string[] {
  const near = words
    .map((word) => ({
      word,
      slips: typingDistance(typed, word),
      longer: Math.abs(word.length - typed.length),
    }))
    .filter(({ slips }) => slips > 0 && slips <= slipsOf(typed))
    .sort((one, other) => one.slips - other.slips || one.longer - other.longer);
  const least = near[0]?.slips;
  return near
    .filter(({ slips }) => slips === least)
    .slice(0, most)
    .map(({ word }) => word);
}
