/**
 * A product code or a name as words to compare: lower case, no accents, everything that is no letter or digit a single
 * space, a space at both ends. `ssl_dv_geotrust_flex` and `SSL DV GeoTrust Flex` are the same.
 */
export function plainWords(text: string): string {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return ` ${words} `;
}
