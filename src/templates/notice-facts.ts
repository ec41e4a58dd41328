import { z } from 'zod';
import { Fault } from '../kernel/fault.ts';
import { tones } from '../pictures/temperature.ts';
import { cleanText } from './clean-text.ts';

const words = (most: number) =>
  z
    .string()
    .max(most * 4)
    .transform((text) => cleanText(text).slice(0, most))
    .refine((text) => text !== '', 'is empty');

/** Absent, null and blank are the same: nothing is known. */
const maybeWords = (most: number) =>
  z
    .string()
    .max(most * 4)
    .nullish()
    .transform((text) => (text ? cleanText(text).slice(0, most) : '') || undefined);

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });

/** Only the web and only what cannot end an attribute; `javascript:` and the like never get in. */
export const webLink = z
  .string()
  .max(2_000)
  .regex(/^https?:\/\/[^\s<>"'`\\{}]+$/i, 'is not an http(s) address');

const term = z
  .union([
    z.strictObject({ years: z.int().positive() }),
    z.strictObject({ months: z.int().positive() }),
    z.strictObject({ days: z.int().positive() }),
  ])
  .describe('how long what was bought is valid');

const priceFact = z.strictObject({
  /** Minor units as digits, so that facts stay plain JSON. */
  minor: z.string().regex(/^-?\d{1,18}$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
});

/**
 * Days that are not lost by renewing on the day of the notice. Present only under a policy that the partner has
 * confirmed; its absence means that the message promises nothing.
 */
const keepsFact = z.strictObject({
  days: z.int().nonnegative(),
  termDays: z.int().positive(),
  until: day,
});

const orderLinks = z.strictObject({
  renew: webLink,
  mute: webLink.optional(),
  notMine: webLink.optional(),
});

const orderFacts = z.strictObject({
  number: words(64),
  product: words(160),
  authority: maybeWords(120),
  commonName: words(255),
  /** All names, the common name among them or not. */
  names: z.array(words(255)).max(2_000).default([]),
  /** Company that holds it; without one the account's company is shown. */
  holder: maybeWords(200),
  issuedOn: day,
  /** The last day, as people are shown it. */
  endsOn: day,
  /** The exact end when a certificate gives one; without it the day ends at 23:59:59 UTC. */
  endsAt: instant.optional(),
  validity: term,
  /** Whole days from the notice's day to `endsOn`; negative once it is over. */
  daysLeft: z.int(),
  price: priceFact.optional(),
  /** For a certificate inside a running order: the last day of the order. */
  coverageEndsOn: day.optional(),
  /** First day on which renewing loses nothing; while it lies ahead the message informs and does not invite. */
  opensOn: day.optional(),
  keeps: keepsFact.optional(),
  /** A newer certificate was seen for these names. */
  perhapsRenewed: z.strictObject({ since: day }).optional(),
  /** A renewal was seen that leaves names out. */
  partlyRenewed: z.strictObject({ uncovered: z.array(words(255)).min(1).max(2_000) }).optional(),
  links: orderLinks,
});

const block = z.strictObject({
  clock: z.enum(['coverage', 'certificate']),
  /** The cadence's own name of the stage; kept for the record, not shown. */
  stage: z.string().min(1).max(40),
  tone: z.enum(tones),
  orders: z.array(orderFacts).min(1).max(2_000),
});

const person = z.strictObject({
  name: words(120),
  email: z.email().max(254).optional(),
  phone: maybeWords(40),
});

/** Everything a notice says that is not the partner's own: plain JSON, kept with the notice so that it can be made again. */
export const noticeFacts = z.strictObject({
  recipient: z.strictObject({
    name: maybeWords(120),
    /** BCP 47; texts fall back (es-MX reads es-419), dates and money follow it exactly. */
    locale: z.string().min(2).max(35),
    /** IANA name. */
    timeZone: z.string().min(1).max(60),
  }),
  account: z.strictObject({
    number: maybeWords(64),
    company: maybeWords(200),
    manager: person.optional(),
  }),
  /** The moment the notice speaks from. */
  asOf: instant,
  blocks: z.array(block).min(1).max(20),
  links: z.strictObject({
    /** One page for all orders of the notice. */
    renewAll: webLink.optional(),
    unsubscribe: webLink,
    preferences: webLink.optional(),
  }),
});

export type NoticeFacts = z.infer<typeof noticeFacts>;
/** What a caller writes: lists and optional facts may be left out. */
export type NoticeFactsInput = z.input<typeof noticeFacts>;
export type NoticeBlock = NoticeFacts['blocks'][number];
export type OrderFacts = NoticeBlock['orders'][number];
export type Term = OrderFacts['validity'];

function valueAt(facts: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null)?.[key], facts);
}

/** `blocks[0].orders[2].commonName` becomes `order 1007146: "commonName"`. */
function placeOf(facts: unknown, path: readonly PropertyKey[]): string {
  const order = path.indexOf('orders');
  if (order < 0 || path.length < order + 3) return `notice: "${path.map(String).join('.')}"`;
  const number = valueAt(facts, [...path.slice(0, order + 2), 'number']);
  const field = path
    .slice(order + 2)
    .map(String)
    .join('.');
  const name =
    typeof number === 'string' && cleanText(number)
      ? `order ${shortened(number)}`
      : `order ${Number(path[order + 1]) + 1} of block ${Number(path[1]) + 1} (no number)`;
  return `${name}: "${field}"`;
}

function shortened(number: string): string {
  return cleanText(number).slice(0, 64);
}

/** The facts, checked and cleaned. A missing or impossible one is a fault that names the order and the field. */
export function checkedFacts(facts: unknown): NoticeFacts {
  const result = noticeFacts.safeParse(facts);
  if (result.success) return result.data;
  const said = result.error.issues.slice(0, 5).map((issue) => {
    const value = valueAt(facts, issue.path);
    const missing = value === undefined || value === null || value === '';
    return `${placeOf(facts, issue.path)} ${missing ? 'is missing' : issue.message}`;
  });
  throw new Fault('invalid', said.join('; '), {
    code: 'notice-facts',
    params: { said: said.join('; ') },
    hint: 'Complete the order in the inventory; the notice is made once all its facts are known.',
  });
}
