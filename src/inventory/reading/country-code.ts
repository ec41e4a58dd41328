const codes = new Map<string, string>();

/** ISO 3166-1 alpha-2 has 249 codes; the runtime's region names tell which of the 676 pairs are among them. */
function fillCodes(): void {
  const inEnglish = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const others = ['es', 'es-MX', 'pt', 'ca'].map(
    (l) => new Intl.DisplayNames(l, { type: 'region', fallback: 'none' }),
  );
  for (let first = 65; first <= 90; first++)
    for (let second = 65; second <= 90; second++) {
      const code = String.fromCharCode(first, second);
      // Withdrawn codes (FX, SU, UK …) stand for another that is in use, and would take its names.
      if (new Intl.Locale(`und-${code}`).region !== code) continue;
      if (code === 'ZZ' || code === 'EU' || code === 'UN' || code === 'EZ') continue;
      const name = inEnglish.of(code);
      if (name === undefined) continue;
      codes.set(code.toLowerCase(), code);
      for (const spoken of [name, ...others.map((names) => names.of(code))])
        if (spoken) codes.set(plain(spoken), code);
    }
  for (const [name, code] of [
    ['usa', 'US'],
    ['eeuu', 'US'],
    ['ee uu', 'US'],
    ['uk', 'GB'],
    ['mejico', 'MX'],
  ] as const)
    codes.set(name, code);
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

/** The ISO code of `es`, `España` or `Mexico`; undefined for what is no country. */
export function countryCode(text: string): string | undefined {
  if (codes.size === 0) fillCodes();
  return codes.get(plain(text));
}
