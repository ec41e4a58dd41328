import type { InstructionView, PlanChange, PlanRow, PlanStanding } from '../../../contract/plan.ts';
import type { Reason } from '../../cadence/reason.ts';
import { reasonWords } from '../../cadence/reason-words.ts';
import { displayHostName } from '../../inventory/display-host-name.ts';
import type { Language } from '../../kernel/locale.ts';
import { changeCauseName } from '../../notices/change-cause.ts';
import type {
  PlanChangeShown,
  PlanLineShown,
  PlanStandingNow,
  StandingInstruction,
} from '../../notices/load-plan.ts';
import type { Partner } from '../../partners/partner.ts';

export interface PlanView {
  readonly language: Language;
  readonly timeZone: string;
}

export function presentPlanRow(line: PlanLineShown, view: PlanView): PlanRow {
  const { day, at, clock, kind, order, number, stage, channel, state, reason, until, template, others } =
    line;
  return {
    ...{ id: `${clock}.${stage}.${channel}.${day}`, day, at, clock, kind, order, number },
    commonName: shownName(line.commonName),
    endsOn: line.endsAt === null ? null : new Date(line.endsAt - 1).toISOString().slice(0, 10),
    customer: { id: line.customer, name: line.customerName },
    owner: line.owner === '' ? null : line.owner,
    ...{ stage, channel, state, reason, why: whyOf(line, view), until, template, others },
    language: line.textLocale,
    to:
      line.contact === null || line.address === null
        ? null
        : { contact: line.contact, name: line.contactName, address: line.address },
  };
}

export function whyOf({ reason, params }: PlanLineShown, { language, timeZone }: PlanView): string {
  return reasonWords({ code: reason, params: params ?? {} } as Reason, language, timeZone);
}

export function presentInstruction(said: StandingInstruction, timeZone: string): InstructionView {
  const { id, kind, clock, stage, channel, note, by, at, until } = said;
  return {
    ...{ id, kind, note, by, at: new Date(at).toISOString() },
    touch: clock === null ? null : { clock, stage: stage!, channel: channel! },
    until: until === null ? null : dayOf(until, timeZone),
  };
}

export function presentPlanChange(change: PlanChangeShown, language: Language): PlanChange {
  const { id, at, clock, order, number, stage, channel, cause, ref } = change;
  const was =
    change.wasDay === null
      ? null
      : { day: change.wasDay, state: change.wasState ?? 'due', reason: change.wasReason ?? '' };
  const is =
    change.isDay === null
      ? null
      : { day: change.isDay, state: change.isState ?? 'due', reason: change.isReason ?? '' };
  return {
    ...{ id, at, clock, order, number, stage, channel, was, is, ref },
    commonName: shownName(change.commonName),
    customer: { id: change.customer, name: change.customerName },
    kind:
      was === null ? 'added' : is === null ? 'gone' : was.state === is.state ? sameState(was, is) : is.state,
    cause: changeCauseName(cause, language),
    causeCode: cause,
  };
}

function sameState(
  was: { readonly day: string; readonly state: 'due' | 'held' | 'suppressed' },
  is: { readonly day: string },
): 'moved' | 'due' | 'held' | 'suppressed' {
  return was.day === is.day ? was.state : 'moved';
}

export function presentStanding(
  { head, stale }: PlanStandingNow,
  { partner, today }: { readonly partner: Partner; readonly today: string },
): PlanStanding {
  const last = head?.until ? Temporal.PlainDate.from(head.until).subtract({ days: 1 }).toString() : null;
  const making = head?.making ?? null;
  return {
    ...{ day: head?.day ?? null, until: last, stale: stale || head?.day !== today, today },
    madeAt: head?.madeAt?.toString() ?? null,
    refreshedAt: head?.refreshedAt?.toString() ?? null,
    making: making === null ? null : { done: making.done, total: making.total },
    sendingOn: partner.sendingOn,
  };
}

function shownName(name: string | null): string | null {
  return name === null ? null : displayHostName(name);
}

function dayOf(at: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(at))
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}
