import type { Purpose } from './stage.ts';

type None = Readonly<Record<string, never>>;

/** Every reason a touch can have, with what its words need. All values are JSON; instants are epoch milliseconds. */
export interface ReasonParams {
  // due
  'stage-open': { readonly daysLeft: number };
  /** Not open yet, taken into a notice that goes anyway. */
  'pulled-forward': { readonly opensAt: number };
  /** Would be held, but a message to this address leaves anyway. */
  'rides-along': None;
  /** A colleague wanted it earlier. */
  'brought-forward': { readonly by: string; readonly note: string; readonly opensAt: number };
  // held
  'perhaps-renewed': { readonly evidence?: unknown };
  gap: { readonly lastNoticeAt: number; readonly days: number };
  'daily-cap': { readonly cap: number };
  'quiet-hours': { readonly timeZone: string };
  'day-off': { readonly timeZone: string };
  holiday: { readonly date: string; readonly country: string };
  'no-contact': None;
  /** A colleague's word; `late`: it lasts longer than the stage is open. */
  'on-hold': {
    readonly by: string;
    readonly note: string;
    readonly until: number;
    readonly late: boolean;
  };
  /** Said by the sender, not by the cadence: the partner has not switched sending on. */
  'sending-off': None;
  /** Said by the sender: this run would submit far more than usual. */
  'run-too-large': { readonly count: number; readonly usual: number };
  /** Said by the sender: the partner wants each day's run approved, and this one is not yet. */
  'not-approved': None;
  // suppressed, may lift
  /** A colleague's word; `until`: it was said of everything of the customer that opens before. */
  skipped: { readonly by: string; readonly note: string; readonly until: number | null };
  renewed: { readonly evidence?: unknown };
  replaced: { readonly at: number };
  'renewal-requested': { readonly at: number };
  'automation-on': None;
  'notices-off': None;
  revoked: None;
  'revoked-unplanned': None;
  canceled: None;
  rejected: None;
  pending: None;
  'coverage-ends-too': { readonly coverageEndsAt: number; readonly withinDays: number };
  unsubscribed: { readonly purpose: Purpose };
  bouncing: None;
  /** The calendar of the clock has this stage no more; `last`: what had kept it back. */
  'stage-removed': { readonly last?: ReasonCode };
  // suppressed at the last look before sending, may lift
  /** The order was taken out of the inventory. */
  withdrawn: None;
  'new-cycle': { readonly anchor: string };
  'contact-changed': None;
  'facts-missing': { readonly why: string };
  /** A person threw the run away in which it was to go. */
  discarded: None;
  // suppressed for good
  /** A later stage took its place; `last`: what had kept it back. */
  superseded: { readonly by: number; readonly last?: ReasonCode };
  /** Its time passed and no other stage is open; `last`: what had kept it back. */
  'window-closed': { readonly last?: ReasonCode };
  'ended-long-ago': { readonly endedAt: number };
  /** The stage was moved in the calendar after it had spoken. */
  'said-before': { readonly as: number };
  // planned
  'opens-later': { readonly at: number };
}

export type ReasonCode = keyof ReasonParams;

/** Why a touch is what it is: a code of a closed list and the values its words need (`reasonWords`). */
export type Reason = {
  [Code in ReasonCode]: { readonly code: Code; readonly params: ReasonParams[Code] };
}[ReasonCode];
