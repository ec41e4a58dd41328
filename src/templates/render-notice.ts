import { hash } from 'node:crypto';
import { Fault, isFault } from '../kernel/fault.ts';
import { textLocaleFor } from '../kernel/locale.ts';
import { ringPng } from '../pictures/ring-png.ts';
import type { Brand } from './brand.ts';
import { cleanText } from './clean-text.ts';
import { type CompiledPart, type CompiledTemplate, compiledTemplate } from './compile-template.ts';
import { usableLocale } from './formats.ts';
import { rendered } from './liquid-engine.ts';
import { dayIn } from './local-end.ts';
import { checkedFacts } from './notice-facts.ts';
import { noticeLead } from './notice-lead.ts';
import { noticeRing } from './notice-ring.ts';
import { limited, noticeView } from './notice-view.ts';
import { plainText } from './plain-text.ts';
import type { Purpose } from './purpose.ts';
import type { TemplateSource } from './template-source.ts';

export interface NoticeAttachment {
  /** Without angle brackets, as nodemailer takes it; the HTML names it `cid:…`. */
  readonly cid: string;
  readonly filename: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

export interface RenderedNotice {
  /** One line. */
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly NoticeAttachment[];
  readonly templateVersion: string;
  /** SHA-256 of all of the above: equal digests are equal messages. */
  readonly digest: string;
}

export interface NoticeRequest {
  readonly template: TemplateSource;
  /** `NoticeFacts`, checked here. */
  readonly facts: unknown;
  readonly brand: Brand;
  /** What the reader's language falls back to when it is not one of ours. */
  readonly locale?: 'es-ES' | 'es-419' | 'en';
  readonly allowedPurposes: ReadonlySet<Purpose>;
}

/** Gmail cuts a message at 102 kB; transfer encoding is not counted, later headers of the client are. */
const largestHtml = 98_000;
/** More than this nobody reads in a mail; the rest is in the text part and on the page. */
const mostListed = 40;

function part({ engine, template, straight, place }: CompiledPart, values: object): string {
  if (!straight) return rendered(engine, template, values, place);
  try {
    return straight(values);
  } catch (error) {
    if (isFault(error)) throw new Fault(error.kind, `${place}: ${error.message}`, { cause: error });
    throw error;
  }
}

/** The HTML with as many orders as fit below the size at which Gmail would cut it. */
function fittingHtml(compiled: CompiledTemplate, view: ReturnType<typeof noticeView>, words: object): string {
  let most = mostListed;
  for (;;) {
    const html = part(compiled.html, { ...view, ...words, sections: limited(view.all, most) });
    const size = Buffer.byteLength(html);
    if (size <= largestHtml) return html;
    const shown = Math.min(
      most,
      view.all.reduce((sum, section) => sum + section.rows.length, 0),
    );
    if (shown <= view.all.length) {
      throw new Fault(
        'too-large',
        `${compiled.html.place}: ${size} bytes with one order; at most ${largestHtml}`,
      );
    }
    most = Math.max(view.all.length, Math.min(shown - 1, Math.floor((shown * largestHtml) / size)));
  }
}

function attachments(compiled: CompiledTemplate, ring: Uint8Array): NoticeAttachment[] {
  const all = [{ cid: 'ring@notice', filename: 'ring.png', contentType: 'image/png', content: ring }];
  const logo = /^data:(image\/(\w+));base64,(.*)$/.exec(compiled.brand.logo?.src ?? '');
  if (!logo) return all;
  const [, contentType, kind, content] = logo as unknown as [string, string, string, string];
  const bytes = new Uint8Array(Buffer.from(content, 'base64'));
  return [...all, { cid: 'logo@notice', filename: `logo.${kind}`, contentType, content: bytes }];
}

const pictureDigests = new WeakMap<Uint8Array, string>();

/** Pictures are shared between notices, so most have been seen. */
function pictureDigest(content: Uint8Array): string {
  const known = pictureDigests.get(content) ?? hash('sha256', content, 'hex');
  pictureDigests.set(content, known);
  return known;
}

function digestOf(message: Omit<RenderedNotice, 'digest'>): string {
  const { subject, preheader, html, text, templateVersion, attachments } = message;
  const pictures = attachments.map(({ cid, content }) => `${cid} ${pictureDigest(content)}`);
  // No part can hold a NUL, so no two messages run together into one.
  return hash('sha256', [templateVersion, subject, preheader, html, text, ...pictures].join('\0'), 'hex');
}

/**
 * One notice, from a compiled template and facts. Equal inputs give equal bytes: no clock, no chance.
 * A missing fact is a fault `invalid` that names the order and the field.
 */
export function renderCompiled(
  compiled: CompiledTemplate,
  facts: unknown,
  allowedPurposes: ReadonlySet<Purpose>,
): RenderedNotice {
  const checked = checkedFacts(facts);
  const { recipient } = checked;
  const reader = {
    speaker: compiled.speaker,
    locale: usableLocale(recipient.locale, compiled.locale),
    timeZone: recipient.timeZone,
    today: dayIn(checked.asOf, recipient.timeZone),
    promises: allowedPurposes.has('reminder'),
  };
  const lead = noticeLead(checked, compiled.source);
  const view = noticeView({ facts: checked, lead, brand: compiled.brand, reader, allowedPurposes });
  const subject = cleanText(part(compiled.subject, view));
  const preheader = cleanText(part(compiled.preheader, view));
  const words = { subject, preheader };
  const message = {
    subject,
    preheader,
    html: fittingHtml(compiled, view, words),
    text: plainText(part(compiled.text, { ...view, ...words })),
    attachments: attachments(compiled, ringPng(noticeRing(lead), 168)),
    templateVersion: compiled.version,
  };
  return { ...message, digest: digestOf(message) };
}

function localeOf(facts: unknown): string | undefined {
  const recipient = (facts as { recipient?: { locale?: unknown } } | null)?.recipient;
  return typeof recipient?.locale === 'string' ? recipient.locale : undefined;
}

/** One notice in the reader's language; the template is compiled on first use and kept. */
export async function renderNotice(request: NoticeRequest): Promise<RenderedNotice> {
  const { template, facts, brand, allowedPurposes } = request;
  const locale = textLocaleFor(localeOf(facts), request.locale);
  return renderCompiled(await compiledTemplate(template, brand, locale), facts, allowedPurposes);
}
