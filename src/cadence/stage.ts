/** Every channel a stage may use. Only mail arrives by itself; the others wait where the person comes by. */
export const channelNames = ['email', 'call', 'console-message', 'banner', 'webhook'] as const;
export type ChannelName = (typeof channelNames)[number];

/** What a message is for. Consents are kept per purpose: an objection to one leaves the others alone. */
export const purposes = ['safety', 'reminder', 'offer'] as const;
export type Purpose = (typeof purposes)[number];

export type Tone = 'early' | 'reminder' | 'urgent' | 'lapsed';

/** The part a contact has in an order. */
export const personParts = ['decides', 'main', 'installs', 'pays'] as const;
export type PersonPart = (typeof personParts)[number];

export type StageTemplate = 'early' | 'last-days' | 'expired' | 'reissue';

/** One step of a cadence. Its identity is `daysBefore`, whatever the offset becomes for a short lifetime. */
export interface Stage {
  /** What it is to whoever edits the calendar: stays when the stage is moved. The built-in ones have none. */
  readonly id?: string;
  /** Days before the end at which it opens; negative: days after it (−7). Unique within a kind; part of the ledger key. */
  readonly daysBefore: number;
  /** Share of the lifetime that bounds the offset: min(days, ⌊share × lifetime⌋). null: never scaled. */
  readonly share: number | null;
  /** Only for stages after the end: how long they stay open. */
  readonly openForDays?: number;
  readonly channels: readonly ChannelName[];
  readonly tone: Tone;
  readonly template: StageTemplate;
  readonly purpose: Purpose;
  /** One of the last words before (or the word after) the end: still goes when the order is only *perhaps* renewed. */
  readonly lastSafety: boolean;
  /** Not bound by the distance between notices to one address. */
  readonly urgent: boolean;
  /** Parts that hear of it besides the usual recipient. */
  readonly escalateTo: readonly PersonPart[];
  /** Numbers under which the ledger knows it from before it was moved: what was said under one is not said again. */
  readonly formerly?: readonly FormerNumber[];
  /** Since when it opens where it does; epoch milliseconds. Absent: always. See `stageWindows`. */
  readonly since?: number;
  /** Where it opened until then; absent for a stage that was added. */
  readonly former?: StageOpening;
}

/** A number that a stage had, and until when; epoch milliseconds. Another stage may have it since. */
export interface FormerNumber {
  readonly number: number;
  readonly until: number;
}

/** Where a stage opens: see `Stage.daysBefore` and `Stage.share`. */
export interface StageOpening {
  readonly daysBefore: number;
  readonly share: number | null;
}
