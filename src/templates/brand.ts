import { z } from 'zod';
import { type TextLocale, textLocales } from '../kernel/locale.ts';
import { cleanText } from './clean-text.ts';
import { webLink } from './notice-facts.ts';

const words = (most: number) => z.string().min(1).max(most).transform(cleanText);
const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'is not a colour like #1E3A8A');

/** One text for everyone or one per language. */
const localised = (most: number) =>
  z.union([words(most), z.partialRecord(z.enum(textLocales), words(most))]).optional();

const logo = z.strictObject({
  /** An https address, or the picture itself as `data:image/png;base64,…`, which is then sent along. */
  src: z.union([
    webLink,
    z
      .string()
      .regex(/^data:image\/(png|jpeg|gif);base64,[A-Za-z0-9+/=]+$/)
      .max(200_000),
  ]),
  /** Shown size in CSS pixels. */
  width: z.int().min(8).max(320),
  height: z.int().min(8).max(120),
});

/** The partner as customers see it. Everything but the name may be left out; the defaults stand on their own. */
export const brandSchema = z.strictObject({
  name: words(80),
  /** The name in the From header and under the letter; the brand's name without it. */
  senderName: words(80).optional(),
  website: webLink.optional(),
  /** Buttons and links. Made darker where it could not be read. */
  accent: colour.default('#1E3A8A'),
  accentDark: colour.default('#93C5FD'),
  logo: logo.optional(),
  /** Company, address, register: whatever the law asks for. */
  legal: localised(1_500),
  support: z
    .strictObject({ email: z.email().optional(), phone: words(40).optional(), hours: localised(120) })
    .optional(),
  social: z
    .array(z.strictObject({ name: words(40), url: webLink }))
    .max(8)
    .default([]),
  /** Where customers log in and find their expiring certificates. */
  consoleUrl: webLink.optional(),
  /** The console that is going away: last day and where to renew afterwards. */
  oldConsole: z.strictObject({ endsOn: z.iso.date(), newUrl: webLink }).optional(),
  /** Pages behind the promotional blocks; a block shows its text with or without them. */
  pages: z
    .strictObject({
      automation: webLink.optional(),
      upgrade: webLink.optional(),
      longerTerm: webLink.optional(),
      otherAuthorities: webLink.optional(),
    })
    .default({}),
  /** A promotional picture, 600 pixels wide or scaled to it. */
  banner: z
    .strictObject({ src: webLink, alt: words(160), href: webLink, height: z.int().min(20).max(400) })
    .optional(),
  /** Name of the authority for "powered by". */
  poweredBy: words(60).optional(),
});

export type Brand = z.infer<typeof brandSchema>;
export type BrandInput = z.input<typeof brandSchema>;

/** The text for a language: its own, else a relative's, else any. */
export function inLocale(text: Brand['legal'], locale: TextLocale): string | undefined {
  if (text === undefined || typeof text === 'string') return text;
  const relative = locale === 'en' ? undefined : (text['es-ES'] ?? text['es-419']);
  return text[locale] ?? relative ?? Object.values(text)[0];
}
