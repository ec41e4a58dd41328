import { hash } from 'node:crypto';
import type { Liquid, Template } from 'liquidjs';
import mjml2html from 'mjml';
import { Fault } from '../kernel/fault.ts';
import type { TextLocale } from '../kernel/locale.ts';
import { contrast, readableOn } from '../pictures/contrast.ts';
import { type Brand, inLocale } from './brand.ts';
import { colourSlots, opened } from './colour-slots.ts';
import { brandEngine, factEngine, parsed, rendered } from './liquid-engine.ts';
import { standaloneTags } from './plain-text.ts';
import { type Speaker, speaker } from './say.ts';
import { type StraightRenderer, straightRenderer } from './straight-renderer.ts';
import { sourceDigest, type TemplateSource } from './template-source.ts';
import { textsByLocale } from './texts/texts-by-locale.ts';

/** A template with its brand and language in it, ready for the facts of many notices. */
export interface CompiledTemplate {
  readonly source: TemplateSource;
  readonly brand: Brand;
  readonly locale: TextLocale;
  readonly speaker: Speaker;
  /** Digest of sources, texts, brand and language: equal versions and equal facts give equal bytes. */
  readonly version: string;
  readonly html: CompiledPart;
  readonly text: CompiledPart;
  readonly subject: CompiledPart;
  readonly preheader: CompiledPart;
}

export interface CompiledPart {
  readonly engine: Liquid;
  readonly template: Template[];
  /** Renders the same bytes faster, where the template allows it. */
  readonly straight: StraightRenderer | undefined;
  readonly place: string;
}

const font = {
  sans: "Inter,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif",
  serif: "'Source Serif 4','Source Serif Pro',Georgia,'Times New Roman',serif",
};

/** Shown only where a style sheet says so: labels of the stacked cards. */
const css = { hidden: 'display:none;max-height:0;overflow:hidden;mso-hide:all' };

const darkSheet = '#1C1917';

/** The brand with every colour made readable and every text in one language. All keys are there, so a typing error is found. */
function brandValues(brand: Brand, locale: TextLocale) {
  const accent = readableOn('#FFFFFF', brand.accent);
  const accentDark = readableOn(darkSheet, brand.accentDark, 7);
  const on = (ground: string): string =>
    contrast('#FFFFFF', ground) >= contrast(darkSheet, ground) ? '#FFFFFF' : darkSheet;
  const support = brand.support && {
    email: brand.support.email ?? null,
    phone: brand.support.phone ?? null,
    hours: inLocale(brand.support.hours, locale) ?? null,
  };
  const pages = brand.pages;
  const src = brand.logo?.src.startsWith('data:') ? 'cid:logo@notice' : brand.logo?.src;
  return {
    name: brand.name,
    senderName: brand.senderName ?? brand.name,
    website: brand.website ?? null,
    accent,
    accentDark,
    onAccent: on(accent),
    onAccentDark: on(accentDark),
    logo: brand.logo ? { ...brand.logo, src } : null,
    legal: inLocale(brand.legal, locale) ?? null,
    support: support ?? null,
    social: brand.social,
    consoleUrl: brand.consoleUrl ?? null,
    oldConsole: brand.oldConsole ?? null,
    pages: {
      automation: pages.automation ?? null,
      upgrade: pages.upgrade ?? null,
      longerTerm: pages.longerTerm ?? null,
      otherAuthorities: pages.otherAuthorities ?? null,
    },
    banner: brand.banner ?? null,
    poweredBy: brand.poweredBy ?? null,
  };
}

/** Labels of the plain-text part end in one column. */
function labelWidth(speaker: Speaker): number {
  const labels = [
    'number',
    'commonName',
    'names',
    'product',
    'holder',
    'issued',
    'expires',
    'validity',
    'price',
    'coverageEnds',
  ];
  return Math.max(...labels.map((label) => speaker.say(`label.${label}`).length)) + 3;
}

/** Indentation and empty lines weigh about a third of what MJML writes. */
function condensed(html: string): string {
  return html.replace(/[ \t]*\n\s*/g, '\n').replace(/>\n</g, '><');
}

async function mjmlToHtml(source: string, place: string): Promise<string> {
  const { html, errors } = await mjml2html(source, {
    validationLevel: 'soft',
    fonts: {},
    keepComments: false,
  });
  const first = errors[0];
  if (first) throw new Fault('invalid', `${place}: MJML line ${first.line}: ${first.message}`);
  return condensed(opened(html));
}

/** Puts brand and language into a template. Costs some milliseconds; keep what it gives (`compiledTemplate` does). */
export async function compileTemplate(
  source: TemplateSource,
  brand: Brand,
  locale: TextLocale,
): Promise<CompiledTemplate> {
  const texts = textsByLocale[locale];
  const voice = speaker(locale, texts);
  const values = { brand: brandValues(brand, locale), font, css, slot: colourSlots, locale };
  const branded = (kind: 'html' | 'text', text: string): string => {
    const parts = Object.fromEntries(
      Object.entries(source.parts).map(([name, part]) => [
        name,
        kind === 'text' ? standaloneTags(part) : part,
      ]),
    );
    const engine = brandEngine({ kind, speaker: voice, labelWidth: labelWidth(voice), parts });
    const place = `template "${source.name}", ${kind}`;
    return rendered(engine, parsed(engine, text, place), values, place);
  };
  const engines = { html: factEngine(voice, 'html'), text: factEngine(voice, 'text') };
  const part = (kind: 'html' | 'text', name: string, text: string): CompiledPart => {
    const place = `template "${source.name}", ${name}`;
    const template = parsed(engines[kind], text, place);
    return { engine: engines[kind], template, straight: straightRenderer(template), place };
  };
  const html = await mjmlToHtml(branded('html', source.mjml), `template "${source.name}"`);
  return {
    source,
    brand,
    locale,
    speaker: voice,
    version: hash('sha256', JSON.stringify([sourceDigest(source), texts, brand, locale]), 'hex').slice(0, 32),
    html: part('html', 'html', html),
    text: part('text', 'text', branded('text', standaloneTags(source.text))),
    subject: part('text', 'subject', source.subject),
    preheader: part('text', 'preheader', source.preheader),
  };
}

/** Remembers what was made of an object: these objects do not change, a new version is a new object. */
function once<K extends object>(make: (key: K) => string): (key: K) => string {
  const made = new WeakMap<K, string>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}

const sourceKey = once(sourceDigest);
const brandKey = once((brand: Brand) => hash('sha256', JSON.stringify(brand), 'hex'));

const compiled = new Map<string, Promise<CompiledTemplate>>();
const keptTemplates = 500;

/**
 * The compiled template, made once per (source, brand, language), whether or not the objects are the same ones.
 * Quickest with the same objects; objects that were handed over must not be written into.
 */
export function compiledTemplate(
  source: TemplateSource,
  brand: Brand,
  locale: TextLocale,
): Promise<CompiledTemplate> {
  const key = `${sourceKey(source)} ${brandKey(brand)} ${locale}`;
  const known = compiled.get(key);
  if (known) return known;
  const made = compileTemplate(source, brand, locale);
  if (compiled.size >= keptTemplates) compiled.delete(compiled.keys().next().value!);
  compiled.set(key, made);
  // A template that does not compile is not remembered: the next call says the same fault again.
  made.catch(() => compiled.delete(key));
  return made;
}
