import { countryCode } from './country-code.ts';

/** Longer than any name of a language with its country; what is longer is a sentence. */
const longest = 80;

/** Languages whose own name for themselves stands in files beside the Spanish and the English one. */
const namedByThemselves = ['pt', 'fr', 'de', 'it', 'ca', 'eu', 'gl', 'nl'];

/** Languages with a country that have a name of their own: `British English`, `español de México`. */
const dialects = [
  'en-GB', 'en-US', 'en-AU', 'en-CA', 'es-ES', 'es-MX', 'es-419', 'pt-BR', 'pt-PT', 'fr-CA', 'fr-CH', 'de-AT', 'de-CH',
]; // biome-ignore format: a list of tags reads better as a paragraph

const aliases: readonly (readonly [string, string])[] = [
  ['castellano', 'es'],
  ['castilian', 'es'],
  ['esp', 'es'],
  ['sp', 'es'],
  ['cas', 'es'],
  ['espanol latino', 'es-419'],
  ['espanol neutro', 'es-419'],
  ['ing', 'en'],
  ['uk english', 'en-GB'],
  ['us english', 'en-US'],
  ['ingles americano', 'en-US'],
  ['valenciano', 'ca'],
  ['valencia', 'ca'],
  ['vasco', 'eu'],
  ['brasileno', 'pt-BR'],
];

const latinAmerica = new Set(['latam', 'latinoamerica', 'america latina', 'latin america', 'hispanoamerica']);

const tags = new Map<string, string>();
const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

function fillTags(): void {
  const speakers = ['en', 'es'].map((l) => new Intl.DisplayNames(l, { type: 'language', fallback: 'none' }));
  const note = (name: string | undefined, tag: string) =>
    name && !tags.has(plain(name)) && tags.set(plain(name), tag);
  // Withdrawn codes stand for another that is in use, and would take its names.
  const codes = [...twoLetterCodes(), 'ast', 'fil'].filter((code) => new Intl.Locale(code).language === code);
  for (const tag of [...codes, ...dialects]) for (const names of speakers) note(names.of(tag), tag);
  for (const tag of namedByThemselves) note(new Intl.DisplayNames(tag, { type: 'language' }).of(tag), tag);
  for (const [name, tag] of aliases) note(name, tag);
}

function* twoLetterCodes(): Generator<string> {
  for (let first = 97; first <= 122; first++)
    for (let second = 97; second <= 122; second++) yield String.fromCharCode(first, second);
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The BCP 47 tag of a language however a file says it: `es_MX`, `ES`, `Español (México)`, `inglés`, `English (UK)`,
 * `castellano`. Language, script and region only. Of two languages the first; undefined for what is no language.
 */
export function languageTag(text: string): string | undefined {
  if (text.length > longest) return undefined;
  if (tags.size === 0) fillTags();
  return ofTag(text) ?? tags.get(plain(text)) ?? ofParts(text);
}

const tagShape = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i;

/** A tag, also with the low line and the ending that POSIX writes (`es_MX.UTF-8`). */
function ofTag(text: string): string | undefined {
  const bare = text.replace(/[.@].*$/, '');
  if (!tagShape.test(bare)) return undefined;
  try {
    const { language, script, region } = new Intl.Locale(bare.replaceAll('_', '-'));
    if (language === undefined || languageNames.of(language) === undefined) return undefined;
    const place = region && regionNames.of(region) !== undefined ? region : regionIn(bare);
    return [language, script, place].filter(Boolean).join('-');
  } catch {
    return undefined;
  }
}

/** `es-LATAM`: no region by the standard, and what people write. */
function regionIn(tag: string): string | undefined {
  return /[-_]latam$/i.test(tag) ? '419' : undefined;
}

/** A language and, after it, its country: in brackets, behind a sign or behind `de`. */
function ofParts(text: string): string | undefined {
  const [, name, sign, rest] =
    /^\s*(.+?)\s*([(,;/|–-]|\s(?:de|del|from|of)\s)\s*(.+?)[\s)]*$/i.exec(text) ?? [];
  if (name === undefined || sign === undefined || rest === undefined) return undefined;
  const language = ofTag(name) ?? tags.get(plain(name));
  if (language === undefined) return undefined;
  // `es/ca` names two languages and no Canada; inside brackets stands a place.
  const isList = sign !== '(' && (ofTag(rest) ?? tags.get(plain(rest))) !== undefined;
  const place = isList || language.includes('-') ? undefined : placeOf(rest);
  return place === undefined ? language : `${language}-${place}`;
}

function placeOf(text: string): string | undefined {
  return latinAmerica.has(plain(text)) ? '419' : countryCode(text);
}

/**
 * A bare language in a country where it is spoken in a way of its own: `es` in Mexico is `es-MX`; in France it stays
 * `es`. Which pairs there are is what the runtime's CLDR knows.
 */
export function languageIn(tag: string, country: string): string {
  if (tag.includes('-')) return tag;
  const local = `${tag}-${country}`;
  let joined = joinedTags.get(local);
  if (joined === undefined) {
    joined = new Intl.DateTimeFormat(local).resolvedOptions().locale === local ? local : tag;
    joinedTags.set(local, joined);
  }
  return joined;
}

/**
 * What a cell means that is a country's code and a language's at once, such as `AR`, `CO` or `CA`. Beside the same
 * country it is the country, and its usual language is meant: `AR` in Argentina is `es-AR` and no Arabic. Written as
 * countries are, with nothing to say which it is, and the country's language another one: undefined, for nobody can
 * tell. Everything else is the language that it was read as.
 */
export function languageOrCountry(
  text: string,
  { tag, country }: { readonly tag: string; readonly country: string | null | undefined },
): string | undefined {
  const code = text.trim();
  if (!/^[a-z]{2}$/i.test(code) || regionNames.of(code.toUpperCase()) === undefined) return tag;
  const spoken = new Intl.Locale(`und-${code}`).maximize().language;
  if (spoken === undefined || spoken === 'und' || spoken === tag) return tag;
  if (country === code.toUpperCase()) return `${spoken}-${country}`;
  return !country && spoken === 'es' && code === code.toUpperCase() ? undefined : tag;
}

/** At most as many as there are languages and countries. */
const joinedTags = new Map<string, string>();
