import type { TextLocale } from '../../kernel/locale.ts';
import { en } from './en.ts';
import { es419 } from './es-419.ts';
import { esES } from './es-es.ts';
import type { Texts } from './texts.ts';

/** A further language is one more file and one more line here. */
export const textsByLocale: Readonly<Record<TextLocale, Texts>> = { 'es-ES': esES, 'es-419': es419, en };
