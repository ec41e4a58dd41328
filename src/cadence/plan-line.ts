import type { TextLocale } from '../kernel/locale.ts';
import type { Cadence } from './cadence.ts';
import { stageOfNumber } from './calendar-for.ts';
import type { ClockFacts } from './clock-facts.ts';
import type { NoticePlan } from './notice-plan.ts';
import type { PlannedMoment } from './plan-ahead.ts';
import type { Reason } from './reason.ts';
import type { ChannelName, StageTemplate } from './stage.ts';
import { textLocaleOf } from './text-locale-of.ts';
import type { TouchDecision } from './touch-decision.ts';

/** What the plan says of one touch on one day. Instants are epoch milliseconds. */
export interface PlanLine {
  readonly at: number;
  /** The calendar day of `at` where the partner is. */
  readonly day: string;
  readonly facts: ClockFacts;
  readonly stage: number;
  readonly channel: ChannelName;
  readonly state: 'due' | 'held' | 'suppressed';
  readonly reason: Reason;
  /** For held: when it is looked at again. */
  readonly until: number | null;
  readonly pulledForward: boolean;
  /** Of the message that carries it, else of the one that would. */
  readonly template: StageTemplate;
  readonly textLocale: TextLocale;
  /** The messages that carry it, the one to the usual recipient first; empty unless due. */
  readonly notices: readonly NoticePlan[];
}

export interface PlanView {
  readonly timeZone: string;
  readonly cadence: Cadence;
  readonly defaultLocale: string;
}

/**
 * What was lived, as lines: one for each touch and day, with the day's last word (what waits for the office to open
 * and leaves then is due), and a silence is told once: that a touch which was suppressed anyway is later overtaken
 * says nothing new.
 */
export function planLines(
  lived: {
    readonly moments: readonly PlannedMoment[];
    readonly clocks: ReadonlyMap<string, ClockFacts>;
  },
  view: PlanView,
): PlanLine[] {
  const silent = new Set<string>();
  const lines = new Map<string, PlanLine>();
  for (const moment of lived.moments) {
    const day = localDay(moment.at, view.timeZone);
    const carriers = carriersOf(moment.notices);
    for (const decision of moment.decisions) {
      const facts = lived.clocks.get(decision.clock)!;
      const touch = touchKey(decision);
      const isSilent = decision.state === 'suppressed';
      if (isSilent && isNoNews(decision) && (silent.has(touch) || wasSuppressed(facts, decision))) continue;
      if (isSilent) silent.add(touch);
      else silent.delete(touch);
      // Set anew, so that lines stay in the order of their instants.
      const key = `${day} ${touch}`;
      lines.delete(key);
      lines.set(
        key,
        lineOf(decision, { at: moment.at, day, facts, view, notices: carriers.get(touch) ?? [] }),
      );
    }
  }
  return [...lines.values()];
}

interface Told {
  readonly at: number;
  readonly day: string;
  readonly facts: ClockFacts;
  readonly view: PlanView;
  readonly notices: readonly NoticePlan[];
}

function lineOf(decision: TouchDecision, { at, day, facts, view, notices }: Told): PlanLine {
  const { stage, channel, reason, until, pulledForward } = decision;
  const first = firstToHear(notices, facts);
  const known = stageOfNumber(facts, stage, view.cadence);
  const hears = facts.recipients[0];
  return {
    ...{ at, day, facts, stage, channel, reason },
    state: decision.state as PlanLine['state'],
    until: until ?? null,
    pulledForward: pulledForward ?? false,
    template: first?.template ?? known?.template ?? 'early',
    textLocale: first?.textLocale ?? textLocaleOf(hears?.locale ?? view.defaultLocale, view.defaultLocale),
    notices: first === undefined ? [] : [first, ...notices.filter((notice) => notice !== first)],
  };
}

/** A touch may go to further people too; whom the clock's first recipient is, comes first. */
function firstToHear(notices: readonly NoticePlan[], facts: ClockFacts): NoticePlan | undefined {
  if (notices.length < 2) return notices[0];
  for (const { addressKey } of facts.recipients) {
    const found = notices.find((notice) => notice.addressKey === addressKey);
    if (found !== undefined) return found;
  }
  return notices[0];
}

function isNoNews({ reason }: TouchDecision): boolean {
  return reason.code === 'superseded' || reason.code === 'window-closed';
}

function wasSuppressed(facts: ClockFacts, { anchor, stage, channel }: TouchDecision): boolean {
  return facts.ledger.some(
    (row) =>
      row.state === 'suppressed' && row.anchor === anchor && row.stage === stage && row.channel === channel,
  );
}

function carriersOf(notices: readonly NoticePlan[]): Map<string, NoticePlan[]> {
  const carriers = new Map<string, NoticePlan[]>();
  for (const notice of notices) {
    for (const delivery of notice.deliveries) {
      const key = touchKey({ ...delivery, channel: notice.channel });
      const known = carriers.get(key);
      if (known === undefined) carriers.set(key, [notice]);
      else known.push(notice);
    }
  }
  return carriers;
}

function touchKey(touch: { clock: string; anchor: string; stage: number; channel: string }): string {
  return `${touch.clock} ${touch.anchor} ${touch.stage} ${touch.channel}`;
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** Swedish writes days as ISO does. */
function localDay(at: number, timeZone: string): string {
  let calendar = calendars.get(timeZone);
  if (calendar === undefined) {
    calendar = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
    calendars.set(timeZone, calendar);
  }
  return calendar.format(at);
}
