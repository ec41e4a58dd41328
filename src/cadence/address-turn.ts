import type { AddressFacts } from './address-facts.ts';
import type { Candidate } from './candidate.ts';
import type { RecipientFacts } from './clock-facts.ts';
import { type ContactCalendar, contactCalendar, type Place } from './contact-calendar.ts';
import type { ContactRules } from './contact-rules.ts';
import type { Reason } from './reason.ts';
import { dayMs } from './stage-windows.ts';

export interface Hold {
  readonly until: number;
  readonly reason: Reason;
}

/** One mailbox during one run: when it may be written to, counting what this run sends it. */
export class AddressTurn {
  private readonly rules: ContactRules;
  private readonly calendar: ContactCalendar;
  private readonly now: number;
  private readonly noticeInstants: number[];
  private lastNoticeAt: number | null;

  constructor(facts: AddressFacts | undefined, rules: ContactRules, now: number) {
    this.rules = rules;
    this.calendar = contactCalendar(rules);
    this.now = now;
    this.noticeInstants = [...(facts?.noticesToday ?? [])];
    this.lastNoticeAt = facts?.lastNoticeAt ?? null;
  }

  /** What keeps a touch back at this address, or null. Only mail arrives by itself; other channels are never held. */
  holdFor(candidate: Candidate): Hold | null {
    if (candidate.channel !== 'email') return null;
    const place = this.placeOf(candidate.first);
    const { stage, closes } = candidate.window;
    const gap = this.gapHold(candidate, place);
    if (gap !== null) return gap;
    if (candidate.window.broughtBy?.anyHour) return null;
    if (stage.urgent) return this.capHold(place, closes) ?? this.hoursHold(place, closes);
    // An early word that would come at a bad hour or not at all does not come: the next stage speaks in its place.
    const hold = this.capHold(place, Infinity) ?? this.hoursHold(place, Infinity);
    return hold === null ? null : { ...hold, until: Math.min(hold.until, closes) };
  }

  /** When word may be passed on to this address without being late: now, if no better instant is left. */
  passOnAt(recipient: RecipientFacts, late: number): number {
    const place = this.placeOf(recipient);
    return (this.capHold(place, late) ?? this.hoursHold(place, late))?.until ?? this.now;
  }

  countNotice(at: number): void {
    this.lastNoticeAt = Math.max(at, this.lastNoticeAt ?? at);
    this.noticeInstants.push(at);
  }

  private placeOf(recipient: RecipientFacts): Place {
    return { timeZone: this.calendar.zone(recipient.timeZone), country: recipient.country };
  }

  /** The distance between notices is kept even past the window: the next, more urgent stage speaks then. */
  private gapHold({ window }: Candidate, place: Place): Hold | null {
    const { lastNoticeAt, rules } = this;
    if (window.stage.urgent || lastNoticeAt === null) return null;
    const from = lastNoticeAt + rules.minDaysBetweenNotices * dayMs;
    if (this.now >= from) return null;
    const permitted = this.calendar.nextPermitted(place, from);
    const until = permitted < window.closes ? permitted : Math.min(from, window.closes);
    return { until, reason: { code: 'gap', params: { lastNoticeAt, days: rules.minDaysBetweenNotices } } };
  }

  private capHold(place: Place, late: number): Hold | null {
    const day = this.calendar.dayOf(place.timeZone, this.now);
    const today = this.noticeInstants.filter((at) => at >= day.opens && at < day.closes).length;
    if (today < this.rules.dailyCap) return null;
    const until = this.calendar.nextPermitted(place, day.closes);
    return until < late
      ? { until, reason: { code: 'daily-cap', params: { cap: this.rules.dailyCap } } }
      : null;
  }

  /** The next working hour; if that is too late, any daytime hour; if that is too late as well, now. */
  private hoursHold(place: Place, late: number): Hold | null {
    const reason = this.calendar.refusal(place, this.now);
    if (reason === null) return null;
    const permitted = this.calendar.nextPermitted(place, this.now);
    if (permitted < late) return { until: permitted, reason };
    const daytime = this.calendar.nextDaytime(place.timeZone, this.now);
    return daytime > this.now && daytime < late ? { until: daytime, reason } : null;
  }
}
