import type { AddressFacts } from './address-facts.ts';
import type { ClockFacts } from './clock-facts.ts';
import { decideAndGather } from './decide-and-gather.ts';
import { withDecisions } from './decided-ledger.ts';
import { MomentQueue } from './moment-queue.ts';
import type { NoticePlan } from './notice-plan.ts';
import type { PlanInput, PlanResult } from './plan-input.ts';
import { dayMs } from './stage-windows.ts';
import type { TouchDecision } from './touch-decision.ts';

export interface PlanAheadInput extends PlanInput {
  /** What is told begins here; what happens between `now` and then is lived through all the same. */
  readonly from: number;
  /** Not included. */
  readonly until: number;
}

export interface PlannedMoment {
  readonly at: number;
  /** What the ledger would take up at this instant; at the first, also what it would only be told. */
  readonly decisions: TouchDecision[];
  readonly notices: NoticePlan[];
}

/**
 * Lives the time ahead instant by instant with a ledger of its own, nothing sent: `decideAndGather` at each moment at
 * which something can change, on the clocks whose moment it is and those near it at the same addresses. If no facts
 * change, each day is what the tick will do on that day. Instants with nothing to tell are left out. Pass all clocks.
 */
export function* planAhead(input: PlanAheadInput): Generator<PlannedMoment> {
  const life = new VirtualLife(input);
  for (let moment = life.next(); moment !== undefined; moment = life.next()) {
    if (moment.at >= input.until) return;
    const result = life.live(moment.at, moment.keys);
    const isFirst = moment.at === input.now;
    const decisions = result.decisions.filter((one) => one.forLedger || isFirst);
    if (moment.at < input.from || decisions.length + result.notices.length === 0) continue;
    yield { at: moment.at, decisions, notices: result.notices };
  }
}

class VirtualLife {
  private readonly input: PlanInput;
  private readonly clocks: Map<string, ClockFacts>;
  private readonly addresses: Map<string, AddressFacts>;
  private readonly addressesByClock = new Map<string, readonly string[]>();
  private readonly clocksByAddress = new Map<string, string[]>();
  private readonly queue = new MomentQueue();

  constructor(input: PlanInput) {
    this.input = input;
    this.clocks = new Map(input.clocks.map((facts) => [facts.clock, facts]));
    this.addresses = new Map(input.addresses);
    for (const facts of input.clocks) {
      this.queue.set(facts.clock, input.now);
      const addresses = addressesOf(facts);
      this.addressesByClock.set(facts.clock, addresses);
      for (const addressKey of addresses) this.indexAddress(addressKey, facts.clock);
    }
  }

  next(): { at: number; keys: string[] } | undefined {
    return this.queue.take();
  }

  live(now: number, due: readonly string[]): PlanResult {
    const clocks = [...this.withCompanions(due, now)].map((clock) => this.clocks.get(clock)!);
    const result = decideAndGather({ ...this.input, clocks, addresses: this.addresses, now });
    this.keepDecisions(result.decisions, now);
    for (const notice of result.notices) if (notice.channel === 'email') this.keepNotice(notice);
    for (const [clock, at] of result.nextAt) this.queue.set(clock, at);
    return result;
  }

  /** The clocks whose moment it is, and those of the same addresses that could ride along or be pulled forward. */
  private withCompanions(due: readonly string[], now: number): Set<string> {
    const all = new Set(due);
    const near = now + this.input.rules.pullForwardDays * dayMs;
    const addresses = new Set(due.flatMap((clock) => this.addressesByClock.get(clock)!));
    for (const addressKey of addresses) {
      for (const clock of this.clocksByAddress.get(addressKey) ?? []) {
        if ((this.queue.momentFor(clock) ?? Infinity) <= near) all.add(clock);
      }
    }
    return all;
  }

  private keepDecisions(decisions: readonly TouchDecision[], now: number): void {
    for (const [clock, own] of Map.groupBy(decisions, (decision) => decision.clock)) {
      this.clocks.set(clock, withDecisions(this.clocks.get(clock)!, own, now));
    }
  }

  private keepNotice({ addressKey, at }: NoticePlan): void {
    const blank = { addressKey, lastNoticeAt: null, noticesToday: [], objectedTo: [], bouncing: false };
    const facts = this.addresses.get(addressKey) ?? blank;
    const recent = facts.noticesToday.filter((earlier) => earlier > at - 2 * dayMs);
    this.addresses.set(addressKey, { ...facts, lastNoticeAt: at, noticesToday: [...recent, at] });
  }

  private indexAddress(addressKey: string, clock: string): void {
    const clocks = this.clocksByAddress.get(addressKey);
    if (clocks === undefined) this.clocksByAddress.set(addressKey, [clock]);
    else clocks.push(clock);
  }
}

function addressesOf(facts: ClockFacts): string[] {
  return [...new Set(facts.recipients.filter((one) => one.writable).map((one) => one.addressKey))];
}
