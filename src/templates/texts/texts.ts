import type { TextLocale } from '../../kernel/locale.ts';
import { en } from './en.ts';
import { es419 } from './es-419.ts';
import { esES } from './es-es.ts';

/** Every text that mails need. ICU messages; English names the keys, every other language has the same ones. */
export type Texts = Readonly<Record<keyof typeof en, string>>;

/** A further language is one more file and one more line here. */
export const textsByLocale: Readonly<Record<TextLocale, Texts>> = { 'es-ES': esES, 'es-419': es419, en };
