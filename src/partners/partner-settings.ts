import { z } from 'zod';
import { Fault } from '../kernel/fault.ts';
import { isLocaleTag } from '../kernel/locale.ts';
import type { CarryOverPolicy } from '../validity/carry-over-policy.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 09:00');
const isoDay = z.string().refine(isCalendarDay, 'a day such as 2026-12-25');
const timeZone = z.string().refine(isTimeZone, 'an IANA time zone such as Europe/Madrid');

const carryOverPolicy = z.strictObject({
  name: z.string().min(1),
  authority: z.string().optional(),
  product: z.string().optional(),
  windowDays: z.int().min(0).max(400),
  carriesOver: z.boolean(),
  maxCarriedDays: z.int().min(0).max(400).optional(),
  from: isoDay.optional(),
  until: isoDay.optional(),
  /** The word that the promise rests on: a document, a message from the authority, the partner's own decision. */
  source: z.string().min(1),
  confirmedBy: z.enum(['authority', 'partner']),
});

/**
 * What a partner has decided about sending. Everything has a default, so that `{}` is a partner's first day.
 * Days are calendar days, times of day are local to the person who is written to.
 */
const partnerSettings = z.strictObject({
  defaultLocale: z
    .string()
    .refine(isLocaleTag, { error: 'a locale such as es-ES, es-MX or en-GB' })
    .default('es-ES'),
  defaultTimeZone: timeZone.default('Europe/Madrid'),
  /** Nothing is sent from `from` until `until` of the next morning. */
  quietHours: z
    .strictObject({ from: clockTime, until: clockTime })
    .default({ from: '18:00', until: '09:00' }),
  /** ISO days of the week: 1 is Monday. */
  workingDays: z.array(z.int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5]),
  /** Days on which nobody works, by ISO country. */
  holidays: z.record(z.string().length(2), z.array(isoDay)).default({}),
  minDaysBetweenNotices: z.int().min(0).max(60).default(3),
  dailyCap: z.int().min(1).max(50).default(3),
  pullForwardDays: z.int().min(0).max(30).default(5),
  /** Whether a message that was perhaps accepted is sent once more, with the same bytes and Message-ID. */
  repeatUncertain: z
    .strictObject({ safety: z.boolean(), others: z.boolean() })
    .default({ safety: true, others: false }),
  /** A run with more notices than `atLeast` and `times` the usual waits for a person. */
  unusualVolume: z
    .strictObject({ atLeast: z.int().min(1), times: z.number().min(1) })
    .default({ atLeast: 1000, times: 4 }),
  /** Whether each day's run waits for somebody's word, and how many per cent more than approved still go. */
  dayApproval: z
    .strictObject({ needed: z.boolean(), tolerance: z.int().min(0).max(500) })
    .default({ needed: false, tolerance: 20 }),
  /** Promises of days kept that this partner stands behind; without one no message promises any. */
  carryOver: z.array(carryOverPolicy).default([]),
  /** For how many days what is kept besides the ledger stays; null: for ever. */
  retention: z
    .strictObject({
      /** What messages said, after they ended. That they were sent, to whom and when stays. */
      messageContentDays: z.int().min(30).max(3650).nullable(),
      /** What an import changed: for so long it can be undone. */
      importChangesDays: z.int().min(7).max(3650).nullable(),
      notesRemovedDays: z.int().min(1).max(3650).nullable(),
      auditDays: z.int().min(365).max(3650).nullable(),
    })
    .default({ messageContentDays: null, importChangesDays: null, notesRemovedDays: 30, auditDays: null }),
  sender: z
    .strictObject({ name: z.string().min(1), address: z.string().min(3), replyTo: z.string().optional() })
    .optional(),
});

export type PartnerSettings = z.infer<typeof partnerSettings>;

/** Settings as stored or as given, checked; throws `invalid` with the place and the expectation. */
export function parsePartnerSettings(value: unknown): PartnerSettings {
  const parsed = partnerSettings.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new Fault(
    'invalid',
    `the partner's setting ${issue.path.join('.') || '(all)'} is wrong: ${issue.message}`,
    { code: 'setting', params: { place: issue.path.join('.') || '–', said: issue.message } },
  );
}

/** The confirmed carry-over policies in the form that validity reads. */
export function confirmedPolicies(settings: PartnerSettings): CarryOverPolicy[] {
  return settings.carryOver.map(({ from, until, authority, product, maxCarriedDays, ...rest }) => ({
    ...rest,
    ...(authority === undefined ? {} : { authority }),
    ...(product === undefined ? {} : { product }),
    ...(maxCarriedDays === undefined ? {} : { maxCarriedDays }),
    ...(from === undefined ? {} : { from: Temporal.PlainDate.from(from) }),
    ...(until === undefined ? {} : { until: Temporal.PlainDate.from(until) }),
  }));
}

function isCalendarDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
