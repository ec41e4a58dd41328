export const languages = ['es', 'en'] as const;
export type Language = (typeof languages)[number];
/** Flat ICU messages: `{ 'orders.title': 'Pedidos' }`. The part before the dot is the file's name. */
export type Messages = Readonly<Record<string, string>>;

type Chunk = Record<string, Record<string, Messages>>;

const load: Readonly<Record<Language, () => Promise<Chunk>>> = {
  es: async () => (await import('./es.ts')).chunks,
  en: async () => (await import('./en.ts')).chunks,
};

/** All messages of one language; each language is a file of its own that only its readers fetch. */
export async function loadMessages(language: Language): Promise<Messages> {
  const chunks = await load[language]();
  return Object.assign({}, ...Object.values(chunks).flatMap((chunk) => Object.values(chunk)));
}

/** What the browser asks for first among ours; Spanish when it asks for neither. */
export function browserLanguage(asked: readonly string[] = navigator.languages): Language {
  const first = asked.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'es' || tag === 'en');
  return (first as Language | undefined) ?? 'es';
}

/** The person's own regional habits of dates and money, as far as they belong to the language shown. */
export function localeFor(language: Language, asked: readonly string[] = navigator.languages): string {
  const own = asked.find((tag) => tag.toLowerCase().startsWith(language) && tag.length > 2);
  return own ?? (language === 'es' ? 'es-ES' : 'en-GB');
}
