import type { HowToId } from '../../shell/help/how-to-ids.ts';

/**
 * What a how-to says in one language. Each sentence is an ICU message with tags: `<ui>key</ui>` is what a button or a
 * heading of the console is called, by its key, so that the two never differ; `<key>`, `<code>`; the names of the
 * how-to's places and the ids of other how-tos, which become links.
 */
export interface HowToText {
  /** In a sentence or two, for whoever reads no further. */
  readonly answer: string;
  readonly steps: readonly string[];
  /** What one sees when it worked. */
  readonly worked: string;
  /** What else may be the case, and what to do then. */
  readonly otherwise: readonly { readonly when: string; readonly do: string }[];
}

export type HowToTexts = Readonly<Record<HowToId, HowToText>>;
