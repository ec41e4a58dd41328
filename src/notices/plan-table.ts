import type { NoticePlan } from '../cadence/notice-plan.ts';
import type { Reason } from '../cadence/reason.ts';
import { reasonWords } from '../cadence/reason-words.ts';
import type { TouchDecision } from '../cadence/touch-decision.ts';
import type { Language } from '../kernel/locale.ts';
import type { PlannedDays } from './plan-days.ts';

/** One line of the plan: what is decided for one stage of one clock, and whom it reaches. */
export interface PlanLine {
  /** The calendar day and the time of day in the partner's zone. */
  readonly date: string;
  readonly time: string;
  readonly state: 'due' | 'held' | 'suppressed';
  readonly channel: string;
  readonly stage: number;
  readonly clock: string;
  readonly order: string;
  readonly commonName: string;
  readonly customer: string;
  readonly endsOn: string;
  /** Addresses that the touch reaches; empty unless due. */
  readonly to: readonly string[];
  readonly template: string;
  readonly textLocale: string;
  readonly pulledForward: boolean;
  readonly reason: string;
  readonly why: string;
  /** For held: when it is looked at again. */
  readonly until: string | null;
}

export interface PlannedMessage {
  readonly date: string;
  readonly time: string;
  readonly to: string;
  readonly channel: string;
  readonly stage: number;
  readonly template: string;
  readonly textLocale: string;
  readonly orders: readonly string[];
}

export interface PlanTable {
  readonly messages: readonly PlannedMessage[];
  readonly lines: readonly PlanLine[];
}

/** The plan as rows for people, tables and files; times are the partner's own. */
export function planTable(
  planned: PlannedDays,
  view: { readonly timeZone: string; readonly language: Language },
): PlanTable {
  const messages: PlannedMessage[] = [];
  const lines: PlanLine[] = [];
  for (const moment of planned.moments) {
    for (const notice of moment.notices) messages.push(message(notice, planned, view.timeZone));
    const reached = reachedBy(moment.notices);
    for (const decision of moment.decisions) {
      if (decision.state !== 'planned')
        lines.push(line(decision, { planned, reached, at: moment.at, ...view }));
    }
  }
  return { messages, lines };
}

function message(notice: NoticePlan, planned: PlannedDays, timeZone: string): PlannedMessage {
  const { channel, stage, template, textLocale, addressKey } = notice;
  return {
    ...localTime(notice.at, timeZone),
    to: addressKey,
    channel,
    stage,
    template,
    textLocale,
    orders: notice.deliveries.map((delivery) => planned.clocks.get(delivery.clock)?.orderNumber ?? ''),
  };
}

type Reached = ReadonlyMap<string, readonly NoticePlan[]>;

function touchKey(touch: { clock: string; stage: number; channel: string }): string {
  return `${touch.clock} ${touch.stage} ${touch.channel}`;
}

function reachedBy(notices: readonly NoticePlan[]): Reached {
  const reached = new Map<string, NoticePlan[]>();
  for (const notice of notices) {
    for (const { clock, stage } of notice.deliveries) {
      const key = touchKey({ clock, stage, channel: notice.channel });
      reached.set(key, [...(reached.get(key) ?? []), notice]);
    }
  }
  return reached;
}

interface LineContext {
  readonly planned: PlannedDays;
  readonly reached: Reached;
  readonly at: number;
  readonly timeZone: string;
  readonly language: Language;
}

function line(decision: TouchDecision, context: LineContext): PlanLine {
  const { planned, at, timeZone, language } = context;
  const clock = planned.clocks.get(decision.clock);
  const order = planned.orders.get(decision.order);
  const notices = context.reached.get(touchKey(decision)) ?? [];
  return {
    ...localTime(at, timeZone),
    state: decision.state as PlanLine['state'],
    channel: decision.channel,
    stage: decision.stage,
    clock: decision.kind,
    order: clock?.orderNumber ?? '',
    commonName: order?.commonName ?? '',
    customer: order?.customerName ?? '',
    endsOn: clock ? lastDay(clock.endsAt) : '',
    to: notices.map((notice) => notice.addressKey),
    template: notices[0]?.template ?? '',
    textLocale: notices[0]?.textLocale ?? '',
    pulledForward: decision.pulledForward ?? false,
    reason: decision.reason.code,
    why: reasonWords(decision.reason as Reason, language, timeZone),
    until: decision.until === undefined ? null : new Date(decision.until).toISOString(),
  };
}

const clocksOfZones = new Map<string, Intl.DateTimeFormat>();

function localTime(epochMs: number, timeZone: string): { date: string; time: string } {
  let format = clocksOfZones.get(timeZone);
  if (!format) {
    // Swedish writes dates as ISO does: 2026-11-23 10:00.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    clocksOfZones.set(timeZone, format);
  }
  const [date, time] = format.format(epochMs).split(' ') as [string, string];
  return { date, time };
}

function lastDay(endsAt: number): string {
  return new Date(endsAt - 1).toISOString().slice(0, 10);
}
