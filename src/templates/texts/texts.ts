import type { en } from './en.ts';

/** Every text that mails need. ICU messages; English names the keys, every other language has the same ones. */
export type Texts = Readonly<Record<keyof typeof en, string>>;
