const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** East Asian wide and full-width characters and emoji take two columns (UAX #11). */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const plain = /^[\u0020-\u007e\u00a0-\u02ff]*$/;

/** Columns that a text takes on a terminal. */
export function textWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += wide.test(segment) ? 2 : 1;
  return width;
}

/** The text in exactly so many columns: filled up, or cut with an ellipsis. */
export function fitText(text: string, width: number): string {
  const own = textWidth(text);
  if (own <= width) return text + ' '.repeat(width - own);
  if (width < 1) return '';
  let fitted = '';
  let used = 0;
  for (const { segment } of segmenter.segment(text)) {
    const next = wide.test(segment) ? 2 : 1;
    if (used + next > width - 1) break;
    fitted += segment;
    used += next;
  }
  return `${fitted}…${' '.repeat(width - 1 - used)}`;
}
