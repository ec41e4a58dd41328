import { z } from 'zod';
import { instant } from './list.ts';

export const brandLocales = ['es-ES', 'es-419', 'en'] as const;

const words = (most: number) => z.string().trim().min(1).max(most);
const link = z.url({ protocol: /^https$/, error: 'an https address' }).max(500);
const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour such as #1E3A8A');
/** One text for everyone or one per language. */
const localised = (most: number) =>
  z.union([words(most), z.partialRecord(z.enum(brandLocales), words(most))]);

export const brandLogo = z
  .strictObject({
    /** An https address, or the picture itself as `data:image/png;base64,…`: what POST /api/brand/logo answers. */
    src: z.string().max(200_000),
    /** Shown size in CSS pixels. */
    width: z.int().min(8).max(320),
    height: z.int().min(8).max(120),
  })
  .meta({ id: 'BrandLogo' });
export type BrandLogo = z.infer<typeof brandLogo>;

/** The partner as customers see it; what is left out is not shown. */
export const brandLook = z
  .strictObject({
    name: words(80),
    /** The name in the From field and under the letter; `name` without it. */
    senderName: words(80).optional(),
    website: link.optional(),
    /** Buttons and links, on light and on dark ground. Made darker or lighter where nobody could read it. */
    accent: colour.default('#1E3A8A'),
    accentDark: colour.default('#93C5FD'),
    logo: brandLogo.optional(),
    /** Company, address, register: whatever the law asks for. */
    legal: localised(1_500).optional(),
    support: z
      .strictObject({
        email: z.email().optional(),
        phone: words(40).optional(),
        hours: localised(120).optional(),
      })
      .optional(),
    social: z
      .array(z.strictObject({ name: words(40), url: link }))
      .max(8)
      .default([]),
    /** Where customers sign in at the partner. */
    consoleUrl: link.optional(),
    oldConsole: z.strictObject({ endsOn: z.iso.date(), newUrl: link }).optional(),
    pages: z
      .strictObject({
        automation: link.optional(),
        upgrade: link.optional(),
        longerTerm: link.optional(),
        otherAuthorities: link.optional(),
      })
      .default({}),
    banner: z
      .strictObject({ src: link, alt: words(160), href: link, height: z.int().min(20).max(400) })
      .optional(),
    poweredBy: words(60).optional(),
  })
  .meta({ id: 'BrandLook' });
export type BrandLook = z.infer<typeof brandLook>;
/** As it may be sent: what has a default may be left out. */
export type BrandLookInput = z.input<typeof brandLook>;

/** How well a colour can be read (WCAG 2.2: 4.5 for text, 7 for body text). */
export const colourCheck = z
  .object({
    asked: z.string(),
    /** What is shown: the same, or the nearest shade that can be read. */
    shown: z.string(),
    /** Text on a button of this colour. */
    onIt: z.string(),
    /** Of links on the ground. */
    ratio: z.number(),
    isReadable: z.boolean(),
    words: z.string(),
  })
  .meta({ id: 'ColourCheck' });
export type ColourCheck = z.infer<typeof colourCheck>;

export const brandShown = z
  .object({
    look: brandLook,
    /** False: nobody has set it up; it is the partner’s name in Vigente’s colours. */
    isOwn: z.boolean(),
    colours: z.object({ light: colourCheck, dark: colourCheck }),
  })
  .meta({ id: 'Brand' });
export type BrandShown = z.infer<typeof brandShown>;

export const brandChanged = brandShown.extend({
  /** For POST /api/undo/{token}; null where nothing changed. */
  undo: z.string().nullable(),
  undoUntil: instant.nullable(),
});
export type BrandChanged = z.infer<typeof brandChanged>;

export const logoRead = z
  .object({
    logo: brandLogo,
    /** What was done to it, in the caller's language. */
    notes: z.array(z.string()),
  })
  .meta({ id: 'LogoRead' });
export type LogoRead = z.infer<typeof logoRead>;

/** With values that are not saved. */
export const brandPreviewWish = z.strictObject({
  look: brandLook,
  as: z.enum(['mail', 'page']),
  locale: z.enum(brandLocales).default('es-ES'),
});
export type BrandPreviewWish = z.input<typeof brandPreviewWish>;

/** For a frame with `sandbox=""` and `srcdoc`. */
export const brandPreview = z
  .object({
    html: z.string(),
    subject: z.string().nullable(),
    text: z.string().nullable(),
    colours: brandShown.shape.colours,
  })
  .meta({ id: 'BrandPreview' });
export type BrandPreview = z.infer<typeof brandPreview>;
