import type { Cadence } from '../cadence/cadence.ts';
import type { NoticePlan } from '../cadence/notice-plan.ts';
import { type PlanLine, planLines } from '../cadence/plan-line.ts';
import { reasonWords } from '../cadence/reason-words.ts';
import type { OrderFacts } from '../inventory/order-facts.ts';
import type { RowId } from '../kernel/ids.ts';
import type { Language } from '../kernel/locale.ts';
import type { PlannedDays } from './plan-days.ts';

/** One line of the plan: what is decided for one stage of one clock, and whom it reaches. */
export interface PlanRow {
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
  readonly lines: readonly PlanRow[];
}

export interface TableView {
  readonly timeZone: string;
  readonly language: Language;
  readonly cadence: Cadence;
  readonly defaultLocale: string;
  readonly orders: ReadonlyMap<RowId, OrderFacts>;
}

/** The plan as rows for people, tables and files, in the order of its instants; times are the partner's own. */
export function planTable(planned: PlannedDays, view: TableView): PlanTable {
  const messages = planned.moments.flatMap((moment) =>
    moment.notices.map((notice) => message(notice, planned, view.timeZone)),
  );
  return { messages, lines: planLines(planned, view).map((line) => planRow(line, view)) };
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

/** One line with the names and words that people read. */
export function planRow(line: PlanLine, view: Pick<TableView, 'timeZone' | 'language' | 'orders'>): PlanRow {
  const { timeZone, language } = view;
  const order = view.orders.get(line.facts.order);
  return {
    ...localTime(line.at, timeZone),
    state: line.state,
    channel: line.channel,
    stage: line.stage,
    clock: line.facts.kind,
    order: line.facts.orderNumber,
    commonName: order?.commonName ?? '',
    customer: order?.customerName ?? '',
    endsOn: lastDay(line.facts.endsAt),
    to: line.notices.map((notice) => notice.addressKey),
    template: line.template,
    textLocale: line.textLocale,
    pulledForward: line.pulledForward,
    reason: line.reason.code,
    why: reasonWords(line.reason, language, timeZone),
    until: line.until === null ? null : new Date(line.until).toISOString(),
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
