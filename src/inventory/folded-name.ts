/**
 * A company's name as it is compared: without case, accents, punctuation and doubled spaces, so that
 * `Panadería García, S.L.` and `PANADERIA GARCIA SL` are one. Never shown. A name of nothing but signs stays as it is.
 */
export function foldName(name: string): string {
  const known = folded.get(name);
  if (known !== undefined) return known;
  const key = fold(name);
  // Files name a customer once per order; a bound keeps the memory flat over any number of customers.
  if (folded.size >= mostRemembered) folded.clear();
  folded.set(name, key);
  return key;
}

const mostRemembered = 10_000;
const folded = new Map<string, string>();

function fold(name: string): string {
  const letters = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.'’`´·]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return letters === '' ? name.trim().toLowerCase() : letters;
}
