import { isFault } from '../kernel/fault.ts';
import { type TextLocale, textLocales } from '../kernel/locale.ts';
import { type Brand, brandSchema } from './brand.ts';
import { type CompiledTemplate, compileTemplate } from './compile-template.ts';
import { longDate, price, shortDate } from './formats.ts';
import { checkedFacts, type NoticeFactsInput } from './notice-facts.ts';
import { termWords } from './order-row.ts';
import { type RenderedNotice, renderCompiled } from './render-notice.ts';
import { sampleFacts, sampleOrder } from './sample-facts.ts';
import type { TemplateSource } from './template-source.ts';
import { undefinedVariables } from './undefined-variables.ts';

/** What is wrong with a template, as a value; the studio says it in words. */
export type TemplateFinding =
  | { readonly kind: 'broken'; readonly locale: TextLocale; readonly message: string }
  | { readonly kind: 'missing-fact'; readonly locale: TextLocale; readonly part: Part; readonly fact: string }
  | { readonly kind: 'missing-link'; readonly locale: TextLocale; readonly part: Part; readonly link: string }
  | {
      readonly kind: 'unknown-variable';
      readonly locale: TextLocale;
      readonly part: Part;
      readonly name: string;
    }
  | {
      readonly kind: 'offer-without-consent';
      readonly locale: TextLocale;
      readonly part: Part;
      readonly page: string;
    }
  | { readonly kind: 'no-text-part'; readonly locale: TextLocale }
  | { readonly kind: 'picture-without-words'; readonly locale: TextLocale; readonly source: string }
  | { readonly kind: 'no-dark-colours'; readonly locale: TextLocale }
  | { readonly kind: 'too-large'; readonly locale: TextLocale; readonly bytes: number; readonly most: number }
  | { readonly kind: 'bad-subject'; readonly locale: TextLocale; readonly message: string };

type Part = 'html' | 'text' | 'subject' | 'preheader';

/** Gmail shows a message up to 102 kB and hides the rest behind a link. */
const clippingLimit = 102 * 1024;
/** Longer subjects are cut on a phone and on most desktops. */
const longestSubject = 150;

const offerPage = 'https://offers.example/only-with-consent';

/** A brand with every block in use: what a partner may set, a template must bear. */
const fullBrand: Brand = brandSchema.parse({
  name: 'Probe brand',
  legal: 'Probe legal line',
  consoleUrl: 'https://console.example/probe',
  support: { email: 'probe@support.example', phone: '+34 900 000 001' },
  social: [{ name: 'Probe social', url: `${offerPage}/social` }],
  pages: {
    automation: `${offerPage}/automation`,
    upgrade: `${offerPage}/upgrade`,
    longerTerm: `${offerPage}/longer`,
    otherAuthorities: `${offerPage}/bring`,
  },
  banner: { src: `${offerPage}/banner.png`, alt: 'Probe banner', href: `${offerPage}/banner`, height: 80 },
  oldConsole: { endsOn: '2027-01-31', newUrl: 'https://console.example/new' },
});

/** A notice that the template can speak of: before or after the end, of its own clock. */
function probeFacts(source: TemplateSource, locale: string, orders: number): NoticeFactsInput {
  const over = source.about === 'over';
  const own =
    source.clock === 'certificate'
      ? { issuedOn: '2026-05-17', coverageEndsOn: '2027-08-19', validity: { days: 199 } }
      : {};
  return sampleFacts(
    [
      {
        clock: source.clock,
        stage: 'probe',
        tone: over ? 'lapsed' : 'soon',
        orders: Array.from({ length: orders }, (_, at) =>
          sampleOrder(over ? -7 - at : 9 + at, at, { ...own, number: `PROBE-${9000 + at}` }),
        ),
      },
    ],
    { recipient: { name: 'Probe Person', locale, timeZone: 'UTC' } },
  );
}

/** Notices with what most lack: promises, remarks, the other clock, no name, windows not yet open. */
function rareFacts(source: TemplateSource, locale: string): NoticeFactsInput[] {
  const recipient = { name: null, locale, timeZone: 'America/Mexico_City' };
  const account = { number: null, company: null };
  const otherClock = source.clock === 'coverage' ? 'certificate' : 'coverage';
  const other = { clock: otherClock, stage: 'probe', tone: 'soon', orders: [sampleOrder(20, 5)] } as const;
  return [1, 2].flatMap((orders) => {
    const base = probeFacts(source, locale, orders);
    const [block] = base.blocks as [NoticeFactsInput['blocks'][number]];
    const having = (own: Partial<(typeof block.orders)[number]>): NoticeFactsInput['blocks'][number] => ({
      ...block,
      orders: block.orders.map((order) => ({ ...order, ...own })),
    });
    return [
      { ...base, blocks: [having({ keeps: { days: 9, termDays: 365, until: '2027-12-02' } })] },
      { ...base, blocks: [having({ opensOn: '2027-01-01' })] },
      {
        ...base,
        blocks: [
          having({ perhapsRenewed: { since: '2026-11-01' }, partlyRenewed: { uncovered: ['a.example'] } }),
        ],
      },
      { ...base, recipient, account, blocks: [block, { ...other, orders: [...other.orders] }] },
    ];
  });
}

/** Every fact of an order that a customer has to see (order number to company, expiry as a date), as it is written. */
function expectedFacts(
  facts: NoticeFactsInput,
  { locale, speaker }: CompiledTemplate,
): Map<string, string[]> {
  const expected = new Map<string, string[]>();
  const { blocks, account } = checkedFacts(facts);
  for (const order of blocks.flatMap((block) => block.orders)) {
    const has = (fact: string, ...forms: string[]) => expected.set(`${order.number} ${fact}`, forms);
    has('number', order.number);
    has('product', order.product);
    has('common name', order.commonName);
    has('company', order.holder ?? '');
    has('issued', shortDate(order.issuedOn, locale), longDate(order.issuedOn, locale));
    has('expiry', shortDate(order.endsOn, locale), longDate(order.endsOn, locale));
    has('validity', termWords(order.validity, speaker));
    if (order.price && blocks[0]!.clock === 'coverage') has('price', price(order.price, locale));
  }
  if (account.number) expected.set('account number', [account.number]);
  if (account.manager) expected.set('account manager', [account.manager.name]);
  return expected;
}

function expectedLinks(facts: NoticeFactsInput): Map<string, string> {
  const links = new Map<string, string>([['unsubscribe', facts.links.unsubscribe]]);
  const orders = facts.blocks.flatMap((block) => block.orders);
  if (orders.length > 1 && facts.links.renewAll) links.set('renew all', facts.links.renewAll);
  for (const order of orders) {
    links.set(`${order.number} renew`, order.links.renew);
    if (order.links.mute) links.set(`${order.number} mute`, order.links.mute);
    if (order.links.notMine) links.set(`${order.number} not mine`, order.links.notMine);
  }
  return links;
}

function missing(
  notice: RenderedNotice,
  facts: NoticeFactsInput,
  compiled: CompiledTemplate,
): TemplateFinding[] {
  const { locale } = compiled;
  const findings: TemplateFinding[] = [];
  for (const part of ['html', 'text'] as const) {
    // Names are broken over lines in the text part; one space stands for any white space.
    const body = (part === 'html' ? decoded(notice.html) : notice.text).replace(/\s+/g, ' ');
    for (const [fact, forms] of expectedFacts(facts, compiled)) {
      if (!forms.some((form) => body.includes(form.replace(/\s+/g, ' '))))
        findings.push({ kind: 'missing-fact', locale, part, fact });
    }
    for (const [link, address] of expectedLinks(facts)) {
      if (!body.includes(address)) findings.push({ kind: 'missing-link', locale, part, link });
    }
  }
  return findings;
}

/** HTML's five entities back to their characters. */
export function decoded(html: string): string {
  return html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}

function shape(notice: RenderedNotice, locale: TextLocale): TemplateFinding[] {
  const findings: TemplateFinding[] = [];
  if (notice.text.trim().length < 80) findings.push({ kind: 'no-text-part', locale });
  for (const [picture] of notice.html.matchAll(/<img\b[^>]*>/g)) {
    if (!/\balt="[^"]*"/.test(picture)) {
      findings.push({
        kind: 'picture-without-words',
        locale,
        source: /src="([^"]*)"/.exec(picture)?.[1] ?? '',
      });
    }
  }
  if (!notice.html.includes('prefers-color-scheme: dark')) findings.push({ kind: 'no-dark-colours', locale });
  if (!notice.subject || notice.subject.length > longestSubject) {
    const message = notice.subject
      ? `${notice.subject.length} characters, at most ${longestSubject}`
      : 'is empty';
    findings.push({ kind: 'bad-subject', locale, message });
  }
  const bytes = Buffer.byteLength(notice.html);
  if (bytes > clippingLimit) findings.push({ kind: 'too-large', locale, bytes, most: clippingLimit });
  return findings;
}

/** Promotion in a message for someone who objected to it. */
function promotions(notice: RenderedNotice, locale: TextLocale): TemplateFinding[] {
  return (['html', 'text'] as const)
    .filter((part) => notice[part].includes(offerPage))
    .map((part) => ({ kind: 'offer-without-consent', locale, part, page: offerPage }));
}

function checkLocale(compiled: CompiledTemplate): TemplateFinding[] {
  const { source, locale } = compiled;
  const one = probeFacts(source, locale, 1);
  const many = probeFacts(source, locale, 20);
  const all = new Set(['safety', 'reminder', 'offer'] as const);
  const unknown = (['html', 'text', 'subject', 'preheader'] as const).flatMap((part) =>
    undefinedVariables(compiled[part], one, compiled).map(
      (name): TemplateFinding => ({ kind: 'unknown-variable', locale, part, name }),
    ),
  );
  if (unknown.length > 0) return unknown;
  const single = renderCompiled(compiled, one, all);
  const several = renderCompiled(compiled, many, all);
  const safety = renderCompiled(compiled, many, new Set(['safety', 'reminder']));
  // Branches that few notices take: a fault in one of them shows up here and not before a customer.
  for (const rare of rareFacts(source, locale)) renderCompiled(compiled, rare, all);
  return [
    ...missing(single, one, compiled),
    ...missing(several, many, compiled),
    ...shape(single, locale),
    ...shape(several, locale),
    ...promotions(safety, locale),
  ];
}

/**
 * Everything that keeps a template from being switched on, for every language: renders made-up notices of one and
 * of twenty orders and looks at what came out. Empty when all is well.
 */
export async function checkTemplate(source: TemplateSource): Promise<TemplateFinding[]> {
  const findings: TemplateFinding[] = [];
  for (const locale of textLocales) {
    try {
      findings.push(...checkLocale(await compileTemplate(source, fullBrand, locale)));
    } catch (error) {
      if (!isFault(error)) throw error;
      findings.push({ kind: 'broken', locale, message: error.message });
    }
  }
  return findings;
}
