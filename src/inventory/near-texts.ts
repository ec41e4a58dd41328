const digits = '0123456789';
const letters = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Every text at one slip from this one: a sign too few, too many, another one, or two that changed places; nothing for a
 * text that is too short to mean one thing or so long that asking for each would take long. Signs are those of numbers
 * for a number, else those of host names.
 */
export function nearTexts(text: string): readonly string[] {
  if (text.length < 5 || text.length > 40) return [];
  const signs = /^\d+$/.test(text) ? digits : `${letters}${digits}-.`;
  const near = new Set<string>();
  for (let at = 0; at <= text.length; at++) {
    const [before, after] = [text.slice(0, at), text.slice(at)];
    for (const sign of signs) {
      near.add(before + sign + after);
      if (after) near.add(before + sign + after.slice(1));
    }
    near.add(before + after.slice(1));
    if (after.length > 1) near.add(before + after[1] + after[0] + after.slice(2));
  }
  near.delete(text);
  return [...near];
}
