/**
 * What an outside word may not bring into a message: line breaks and other controls (they forge headers),
 * bidirectional overrides and embeddings (they make a name read as another), byte-order marks.
 */
const forbidden =
  /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]+/gu;

/** One line of readable text; halves of broken pairs become the replacement character. */
export function cleanText(text: string): string {
  return text.replace(forbidden, ' ').replace(/ {2,}/g, ' ').trim().toWellFormed();
}

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** Text that runs right to left is kept to itself, so that it cannot turn the words and numbers beside it. */
export function isolated(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}

const segments = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** At most `length` characters as people count them, with the middle left out: both ends of a host name tell it apart. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const all = [...segments.segment(text)].map((part) => part.segment);
  if (all.length <= length) return text;
  const head = Math.ceil((length - 1) * 0.4);
  return `${all.slice(0, head).join('')}…${all.slice(all.length - (length - 1 - head)).join('')}`;
}
