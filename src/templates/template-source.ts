import { hash } from 'node:crypto';
import type { NoticeBlock } from './notice-facts.ts';

/** A template as it is written: MJML and plain text with Liquid. Built-in ones and a partner's copies look the same. */
export interface TemplateSource {
  readonly name: string;
  /** The clock it speaks about first; orders of the other clock get a section of their own. */
  readonly clock: NoticeBlock['clock'];
  /** Whether its first order must still run or must have ended. */
  readonly about: 'ahead' | 'over' | 'either';
  readonly subject: string;
  readonly preheader: string;
  readonly mjml: string;
  readonly text: string;
  /** Pieces that the sources include by name. */
  readonly parts: Readonly<Record<string, string>>;
}

/** Digest of everything that shapes the message but the brand, the language and the facts. */
export function sourceDigest(source: TemplateSource): string {
  const parts = Object.entries(source.parts).sort(([a], [b]) => (a < b ? -1 : 1));
  const { name, clock, about, subject, preheader, mjml, text } = source;
  return hash('sha256', JSON.stringify([name, clock, about, subject, preheader, mjml, text, parts]), 'hex');
}
