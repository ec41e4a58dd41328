import { z } from 'zod';
import { instant, isoDay, rowId } from './list.ts';

/** The parts of the settings that are changed as one. */
export const settingsPart = z.enum(['sending', 'promises', 'languages', 'retention', 'approval']);
export type SettingsPart = z.infer<typeof settingsPart>;

export const clockKind = z.enum(['coverage', 'certificate']);
export type ClockKind = z.infer<typeof clockKind>;

/** What a stage may carry today. The other channels come with what serves them. */
export const stageChannel = z.enum(['email']);
export const stageTone = z.enum(['early', 'reminder', 'urgent', 'lapsed']);
export const stageTemplate = z.enum(['early', 'last-days', 'expired', 'reissue']);
export const stagePurpose = z.enum(['safety', 'reminder', 'offer']);
export const stagePart = z.enum(['decides', 'main', 'installs', 'pays']);

const shortId = z.string().regex(/^[a-z0-9-]{1,40}$/, 'lower-case letters, digits and hyphens, at most 40');

export const stage = z
  .strictObject({
    /** Stays when the stage is moved: by it a moved stage is told from a new one. */
    id: shortId,
    /** Days before the end at which it opens; negative or 0: after it. */
    daysBefore: z.int().min(-60).max(400),
    /** Bounds the days to this share of the lifetime; null: not bounded. */
    share: z.number().min(0.001).max(1).nullable(),
    /** How long it stays open; only, and always, for a stage after the end. */
    openForDays: z.int().min(1).max(60).optional(),
    channels: z.array(stageChannel).min(1).max(1),
    tone: stageTone,
    template: stageTemplate,
    purpose: stagePurpose,
    /** One of the last words: goes also when the order is perhaps renewed. */
    lastSafety: z.boolean(),
    /** Not bound by the distance between notices to one address. */
    urgent: z.boolean(),
    escalateTo: z.array(stagePart).max(4),
  })
  .meta({ id: 'CalendarStage' });
export type CalendarStage = z.infer<typeof stage>;

const words = z.array(z.string().trim().min(1).max(200)).max(200);

/** For which clocks: within a list any one suffices, all lists that are not empty must hold. */
export const conditions = z
  .strictObject({
    authorities: words,
    families: words,
    products: words,
    levels: z.array(z.enum(['DV', 'OV', 'EV'])).max(3),
    customers: z.array(rowId).max(500),
    customerKinds: z.array(z.enum(['customer', 'agency'])).max(2),
    divisions: words,
    countries: z.array(z.string().regex(/^[A-Z]{2}$/, 'an ISO 3166-1 country code such as ES')).max(200),
    owners: words,
  })
  .partial()
  .meta({ id: 'CalendarConditions' });
export type CalendarConditionsShown = z.infer<typeof conditions>;

export const calendar = z
  .strictObject({
    id: shortId,
    /** Null for the general one of its kind. */
    name: z.string().trim().min(1).max(80).nullable(),
    kind: clockKind,
    /** None: the general calendar of its kind. */
    when: conditions,
    stages: z.array(stage).max(20),
  })
  .superRefine((one, found) =>
    checkStages(one.stages, (path, message) => found.addIssue({ code: 'custom', path, message })),
  )
  .meta({ id: 'Calendar' });
export type CalendarShown = z.infer<typeof calendar>;

/** All calendars in order of precedence; each kind ends with its general one. */
export const calendarBook = z
  .strictObject({
    calendars: z.array(calendar).min(2).max(40),
    /** A certificate is silent when its order ends no later than so many days after it. */
    silentWhenCoverageEndsWithinDays: z.int().min(0).max(120),
  })
  .superRefine((book, found) => {
    const say = (path: (string | number)[], message: string) =>
      found.addIssue({ code: 'custom', path, message });
    checkDouble(
      book.calendars.map(({ id }) => id),
      (i) => say(['calendars', i, 'id'], 'an id that no other calendar has'),
    );
    for (const kind of clockKind.options) checkGeneral(book.calendars, kind, say);
  })
  .meta({ id: 'CalendarBook' });
export type CalendarBook = z.infer<typeof calendarBook>;

/** Whether a calendar is for every clock of its kind. */
export function isGeneral({ when }: Pick<CalendarShown, 'when'>): boolean {
  return Object.values(when).every((list) => list === undefined || list.length === 0);
}

type Say = (path: (string | number)[], message: string) => void;

function checkStages(stages: readonly CalendarStage[], say: Say): void {
  checkDouble(
    stages.map(({ id }) => id),
    (i) => say(['stages', i, 'id'], 'an id that no other stage has'),
  );
  checkDouble(
    stages.map(({ daysBefore }) => String(daysBefore)),
    (i) => say(['stages', i, 'daysBefore'], 'a day on which no other stage opens'),
  );
  checkShares(stages, say);
  for (const [i, one] of stages.entries()) {
    const isAfter = one.daysBefore <= 0;
    if (isAfter && one.openForDays === undefined) {
      say(['stages', i, 'openForDays'], 'for how many days a stage after the end stays open');
    }
    if (isAfter && one.share !== null) say(['stages', i, 'share'], 'no share for a stage after the end');
    if (!isAfter && one.openForDays !== undefined) {
      say(
        ['stages', i, 'openForDays'],
        'no length for a stage before the end, which is open until the next one',
      );
    }
  }
}

/** In every life, however short, stages come in the order of their days: no share is larger than that of a stage before. */
function checkShares(stages: readonly CalendarStage[], say: Say): void {
  const before = stages
    .filter(({ daysBefore }) => daysBefore > 0)
    .sort((a, b) => b.daysBefore - a.daysBefore);
  let most = Infinity;
  for (const one of before) {
    const share = one.share ?? Infinity;
    if (share > most) {
      say(['stages', stages.indexOf(one), 'share'], 'a share no larger than that of a stage before it');
    }
    most = Math.min(most, share);
  }
}

function checkGeneral(calendars: readonly CalendarShown[], kind: ClockKind, say: Say): void {
  const own = calendars.flatMap((one, i) => (one.kind === kind ? [{ one, i }] : []));
  const general = own.filter(({ one }) => isGeneral(one));
  if (general.length === 0) say(['calendars'], 'one calendar without conditions for each kind');
  for (const { i } of general.slice(0, -1)) {
    say(['calendars', i, 'when'], 'conditions, as another calendar of this kind has none');
  }
  if (general.length > 0 && own.at(-1)?.one !== general.at(-1)?.one) {
    say(['calendars', general.at(-1)!.i], 'the calendar without conditions as the last of its kind');
  }
  for (const { one, i } of own) {
    if (!isGeneral(one) && one.name === null)
      say(['calendars', i, 'name'], 'a name for a calendar with conditions');
  }
}

function checkDouble(values: readonly string[], say: (i: number) => void): void {
  for (const [i, value] of values.entries()) if (values.indexOf(value) < i) say(i);
}

const who = {
  at: instant.nullable(),
  /** Null: the built-in one, or nobody signed in. */
  by: z.string().nullable(),
  note: z.string().nullable(),
};

export const calendarView = z
  .object({
    /** 0: the built-in calendars. */
    version: z.number().int(),
    ...who,
    fromVersion: z.number().int().nullable(),
    book: calendarBook,
  })
  .meta({ id: 'CalendarVersion' });
export type CalendarView = z.infer<typeof calendarView>;

const note = z.string().trim().max(500).optional();
export const calendarChange = z.strictObject({
  book: calendarBook,
  note,
  /** The version whose content is taken up again. */
  fromVersion: z.int().min(0).optional(),
});
export type CalendarChange = z.infer<typeof calendarChange>;

export const calendarSaved = z.object({
  version: z.number().int(),
  undo: z.string().nullable(),
  undoUntil: instant.nullable(),
});
export type CalendarSaved = z.infer<typeof calendarSaved>;

/** Newest first; the built-in one, version 0, is the last. */
export const calendarVersions = z.object({ versions: z.array(calendarView.omit({ book: true })) });
export type CalendarVersions = z.infer<typeof calendarVersions>;

/** What conditions may be chosen from: what this inventory holds. */
export const conditionChoices = z
  .object({
    authorities: z.array(z.string()),
    families: z.array(z.string()),
    products: z.array(z.string()),
    divisions: z.array(z.string()),
    countries: z.array(z.string()),
    owners: z.array(z.string()),
  })
  .meta({ id: 'ConditionChoices' });
export type ConditionChoices = z.infer<typeof conditionChoices>;

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 09:00');

export const sendingRules = z
  .strictObject({
    quietHours: z.strictObject({ from: timeOfDay, until: timeOfDay }),
    workingDays: z.array(z.int().min(1).max(7)).min(1).max(7),
    holidays: z.record(
      z.string().regex(/^[A-Z]{2}$/, 'an ISO 3166-1 country code such as ES'),
      z.array(isoDay).max(400),
    ),
    minDaysBetweenNotices: z.int().min(0).max(60),
    dailyCap: z.int().min(1).max(50),
    pullForwardDays: z.int().min(0).max(30),
    repeatUncertain: z.strictObject({ safety: z.boolean(), others: z.boolean() }),
    unusualVolume: z.strictObject({
      atLeast: z.int().min(1).max(10_000_000),
      times: z.number().min(1).max(1000),
    }),
  })
  .meta({ id: 'SendingRules' });
export type SendingRules = z.infer<typeof sendingRules>;

export const promise = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    authority: z.string().trim().min(1).max(60).optional(),
    product: z.string().trim().min(1).max(120).optional(),
    /** Renewing is open for so many days before the end. */
    windowDays: z.int().min(0).max(400),
    carriesOver: z.boolean(),
    maxCarriedDays: z.int().min(0).max(400).optional(),
    from: isoDay.optional(),
    until: isoDay.optional(),
    source: z.string().trim().min(1).max(500),
    confirmedBy: z.enum(['authority', 'partner']),
  })
  .meta({ id: 'DaysKeptPromise' });
export type DaysKeptPromise = z.infer<typeof promise>;
export const promises = z.strictObject({ carryOver: z.array(promise).max(50) });
export type Promises = z.infer<typeof promises>;

export const languages = z.strictObject({
  defaultLocale: z.string().trim().min(2).max(35),
  defaultTimeZone: z.string().trim().min(1).max(60),
});
export type Languages = z.infer<typeof languages>;

const days = (least: number) => z.int().min(least).max(3650).nullable();
/** In days; null: for ever. */
export const retention = z.strictObject({
  messageContentDays: days(30),
  importChangesDays: days(7),
  notesRemovedDays: days(1),
  auditDays: days(365),
});
export type Retention = z.infer<typeof retention>;

/** Whether each day's run waits for somebody's word; so many per cent more than were approved still go. */
export const approval = z.strictObject({
  dayApproval: z.strictObject({ needed: z.boolean(), tolerance: z.int().min(0).max(500) }),
});
export type Approval = z.infer<typeof approval>;

export const settingsValues = { sending: sendingRules, promises, languages, retention, approval } as const;

/** One part of the settings as it holds now; its ETag is for edits. */
function partView<T extends z.ZodType>(value: T) {
  return z.object({ value, etag: z.string() });
}
export const sendingView = partView(sendingRules);
export const promisesView = partView(promises);
export const approvalView = partView(approval);
export const languagesView = partView(languages).extend({
  /** The locales that have texts of their own, with the language that each falls back to. */
  withTexts: z.array(z.string()),
  /** Contacts by the locale that they or their customers say; null: the default. */
  spoken: z.array(
    z.object({ locale: z.string().nullable(), textLocale: z.string(), contacts: z.number().int() }),
  ),
});
export type LanguagesView = z.infer<typeof languagesView>;

export const retentionCount = z.object({
  messages: z.number().int(),
  imports: z.number().int(),
  notes: z.number().int(),
  audit: z.number().int(),
});
export type RetentionCount = z.infer<typeof retentionCount>;
export const retentionView = partView(retention).extend({
  /** When it ran last, and what it took away. */
  last: z.object({ day: isoDay, removed: retentionCount }).nullable(),
});
export type RetentionView = z.infer<typeof retentionView>;
export interface PartView<T> {
  readonly value: T;
  readonly etag: string;
}

export const settingsSaved = z.object({
  changed: z.boolean(),
  etag: z.string(),
  undo: z.string().nullable(),
  undoUntil: instant.nullable(),
});
export type SettingsSaved = z.infer<typeof settingsSaved>;

export const settingsVersions = z.object({
  versions: z.array(
    z.object({
      version: z.number().int(),
      ...who,
      before: z.record(z.string(), z.unknown()),
      after: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type SettingsVersions = z.infer<typeof settingsVersions>;

/** What would change in the days ahead under other calendars, rules or promises. */
export const effectQuestion = z.strictObject({
  book: calendarBook.optional(),
  sending: sendingRules.optional(),
  promises: promises.optional(),
  /** false: only the checks, which need no look at the inventory. */
  effect: z.boolean().default(true),
});
export type EffectQuestion = z.input<typeof effectQuestion>;

export const calendarWarning = z.object({
  code: z.enum([
    'no-stages',
    'no-safety',
    'safety-removed',
    'gap-over-distance',
    'share-bounds',
    'objectable-last',
    'none-after',
    'never-chosen',
  ]),
  calendar: z.string(),
  stage: z.string().nullable(),
  /** What the words need: days, another stage's days. */
  params: z.record(z.string(), z.number()),
});
export type CalendarWarning = z.infer<typeof calendarWarning>;

/** How the stages of a calendar fall for one lifetime. */
export const calendarFall = z.object({
  calendar: z.string(),
  lifetimeDays: z.number().int(),
  stages: z.array(
    z.object({
      id: z.string(),
      /** Days before the end at which it opens; null: not at all. */
      opensDaysBefore: z.number().nullable(),
      why: z.enum(['shrunk', 'merged']).nullable(),
    }),
  ),
});
export type CalendarFall = z.infer<typeof calendarFall>;

const toldShown = z.object({ day: isoDay, stage: z.number().int() });
export const effectDifference = z.object({
  order: rowId,
  orderNumber: z.string(),
  customer: rowId,
  customerName: z.string(),
  kind: z.string(),
  before: z.array(toldShown),
  after: z.array(toldShown),
});
export type EffectDifference = z.infer<typeof effectDifference>;

export const rulesEffect = z
  .object({
    from: isoDay,
    /** The last day. */
    until: isoDay,
    clocks: z.number().int(),
    /** One customer in so many was looked at and all counts are multiplied; 1: everybody was. */
    sampledOneIn: z.number().int(),
    notices: z.object({ before: z.number().int(), after: z.number().int() }),
    perDay: z.array(z.object({ day: isoDay, before: z.number().int(), after: z.number().int() })),
    perStage: z.array(
      z.object({
        kind: z.string(),
        stage: z.number().int(),
        before: z.number().int(),
        after: z.number().int(),
      }),
    ),
    customers: z.object({ more: z.number().int(), fewer: z.number().int(), otherwise: z.number().int() }),
    /** Orders of which something is said otherwise; the first of them follow. */
    orders: z.number().int(),
    differences: z.array(effectDifference),
  })
  .meta({ id: 'RulesEffect' });
export type RulesEffect = z.infer<typeof rulesEffect>;

export const effectAnswer = z.object({
  warnings: z.array(calendarWarning),
  falls: z.array(calendarFall),
  effect: rulesEffect.nullable(),
});
export type EffectAnswer = z.infer<typeof effectAnswer>;

/** Public holidays that can be filled in, with where they are written. */
export const knownHolidays = z.object({
  country: z.string(),
  source: z.string(),
  sourceUrl: z.string(),
  days: z.array(z.object({ day: isoDay, name: z.string() })),
});
export type KnownHolidays = z.infer<typeof knownHolidays>;
