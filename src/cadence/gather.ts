import { AddressTurn } from './address-turn.ts';
import type { Candidate, Offering, OpenCandidate } from './candidate.ts';
import { record } from './clock-turn.ts';
import { type NoticeGroup, NoticeGroups } from './notice-group.ts';
import type { NoticePlan } from './notice-plan.ts';
import type { PlanInput } from './plan-input.ts';
import type { Reason } from './reason.ts';
import { dayMs, type StageWindow } from './stage-windows.ts';
import { byUrgency, compareText } from './urgency.ts';
import { writeNotice } from './write-notice.ts';

type Outside = Pick<PlanInput, 'addresses' | 'rules' | 'now'>;

/**
 * Brings what the clocks offer to their addresses: records each offered touch as due or held, and returns the notices.
 * An address that is written to anyway takes along what was held and what is about to open.
 */
export function gather(offering: Offering, outside: Outside): NoticePlan[] {
  const run = new GatheringRun(outside);
  for (const candidate of offering.open) run.groups.for(candidate, candidate.first).open.push(candidate);
  for (const candidate of offering.pullable) {
    run.groups.for(candidate, candidate.first).pullable.push(candidate);
  }
  for (const group of run.groupsByUrgency()) run.decide(group);
  run.passOn();
  run.settleTimes();
  run.holdTheRest();
  return run.notices();
}

class GatheringRun {
  readonly groups: NoticeGroups;
  private readonly outside: Outside;
  private readonly addressTurns = new Map<string, AddressTurn>();
  private readonly held = new Set<OpenCandidate>();
  /** Groups that go, whose further recipients have not heard yet. */
  private readonly toPassOn: NoticeGroup[] = [];

  constructor(outside: Outside) {
    this.outside = outside;
    this.groups = new NoticeGroups(outside.rules);
  }

  /** Urgent groups come first, so that a second notice to the same address in this run is the one that waits. */
  groupsByUrgency(): NoticeGroup[] {
    const groups = this.groups.all().filter((group) => group.open.length > 0);
    for (const group of groups) group.open.sort(byUrgency);
    return groups.sort((a, b) => byUrgency(a.open[0]!, b.open[0]!) || compareText(a.key, b.key));
  }

  decide(group: NoticeGroup): void {
    const address = this.addressTurn(group.addressKey);
    let goes = false;
    for (const candidate of group.open) {
      if (address.holdFor(candidate) === null) goes = true;
      else this.held.add(candidate);
    }
    if (!goes) return;
    group.leavesAt = this.outside.now;
    if (group.channel === 'email') address.countNotice(group.leavesAt);
    this.takeOpen(group);
    for (const candidate of group.pullable) this.takePulled(group, candidate);
    this.toPassOn.push(group);
  }

  /** Further recipients of what goes; a group that goes for them only takes along what was held for its address. */
  passOn(): void {
    for (let group = this.toPassOn.pop(); group !== undefined; group = this.toPassOn.pop()) {
      for (const { candidate, passedOn, pulledForward } of [...group.lines]) {
        if (!passedOn) this.tellOthers(candidate, pulledForward);
      }
    }
  }

  private tellOthers(candidate: Candidate, pulledForward: boolean): void {
    for (const recipient of candidate.others) {
      const group = this.groups.for(candidate, recipient);
      const isNew = group.lines.length === 0;
      group.lines.push({ candidate, recipient, pulledForward, passedOn: true });
      if (!isNew) continue;
      this.takeOpen(group);
      this.toPassOn.push(group);
    }
  }

  /** Where a message leaves only to pass word on, its own address's hours count, as far as no line becomes late. */
  settleTimes(): void {
    for (const group of this.going()) {
      if (group.leavesAt >= 0) continue;
      group.leavesAt = this.outside.now;
      if (group.channel !== 'email') continue;
      const late = Math.min(...group.lines.map((line) => line.candidate.window.closes));
      const address = this.addressTurn(group.addressKey);
      group.leavesAt = address.passOnAt(group.lines[0]!.recipient, late);
      address.countNotice(group.leavesAt);
    }
  }

  /** Asked again: what this run sends to an address, in whatever name or language, counts for what it holds there. */
  holdTheRest(): void {
    for (const candidate of this.held) {
      const { turn, window, channel, first } = candidate;
      const { until, reason } = this.addressTurn(first.addressKey).holdFor(candidate)!;
      record(turn, window.stage.daysBefore, channel, { state: 'held', reason, until, final: false });
    }
  }

  notices(): NoticePlan[] {
    return this.going().map((group) => writeNotice(group, this.outside));
  }

  private going(): NoticeGroup[] {
    return this.groups
      .all()
      .filter((group) => group.lines.length > 0)
      .sort((a, b) => compareText(a.key, b.key));
  }

  private takeOpen(group: NoticeGroup): void {
    for (const candidate of group.open) {
      if (candidate.successor === null) this.takeAsItIs(group, candidate);
      else this.takeSuccessor(group, candidate, candidate.successor);
      this.held.delete(candidate);
    }
  }

  private takeAsItIs(group: NoticeGroup, candidate: OpenCandidate): void {
    const { turn, window, channel, first: recipient } = candidate;
    // As calendars count: on the last day none are left, on the day after it ended a day ago.
    const daysLeft = Math.floor((turn.facts.endsAt - this.outside.now) / dayMs) + 0; // no −0
    record(turn, window.stage.daysBefore, channel, {
      state: 'due',
      reason: this.held.has(candidate) ? { code: 'rides-along', params: {} } : openReason(window, daysLeft),
      final: true,
    });
    group.lines.push({ candidate, recipient, pulledForward: false, passedOn: false });
  }

  private takeSuccessor(group: NoticeGroup, open: OpenCandidate, successor: Candidate): void {
    const by = successor.window.stage.daysBefore;
    record(open.turn, open.window.stage.daysBefore, open.channel, {
      state: 'suppressed',
      reason: { code: 'superseded', params: { by } },
      final: true,
    });
    this.takePulled(group, successor);
  }

  private takePulled(group: NoticeGroup, candidate: Candidate): void {
    const { turn, window, channel, first: recipient } = candidate;
    record(turn, window.stage.daysBefore, channel, {
      state: 'due',
      reason: { code: 'pulled-forward', params: { opensAt: window.opens } },
      final: true,
      pulledForward: true,
    });
    group.lines.push({ candidate, recipient, pulledForward: true, passedOn: false });
  }

  private addressTurn(addressKey: string): AddressTurn {
    let turn = this.addressTurns.get(addressKey);
    if (turn === undefined) {
      turn = new AddressTurn(this.outside.addresses.get(addressKey), this.outside.rules, this.outside.now);
      this.addressTurns.set(addressKey, turn);
    }
    return turn;
  }
}

function openReason({ broughtBy }: StageWindow, daysLeft: number): Reason {
  if (broughtBy === undefined) return { code: 'stage-open', params: { daysLeft } };
  const { by, note, opensAt } = broughtBy;
  return { code: 'brought-forward', params: { by, note, opensAt } };
}
