import { loadFile } from '../../shell/load-file.ts';
import type { Language } from '../../words/catalogue.ts';
import type { HowToTexts } from './how-to-text.ts';

const load: Readonly<Record<Language, () => Promise<HowToTexts>>> = {
  es: async () => (await import('./texts/es.ts')).es,
  en: async () => (await import('./texts/en.ts')).en,
};

const asked = new Map<Language, Promise<HowToTexts>>();

/** The playbook in one language, fetched by whoever opens it; the same promise each time. */
export function textsIn(language: Language): Promise<HowToTexts> {
  const known = asked.get(language);
  if (known) return known;
  const coming = loadFile(load[language], { keepsPage: true });
  asked.set(language, coming);
  coming.catch(() => asked.delete(language));
  return coming;
}
