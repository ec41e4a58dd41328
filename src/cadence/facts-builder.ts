import type { AddressFacts } from './address-facts.ts';
import type { ClockFacts, RecipientFacts } from './clock-facts.ts';
import { type ContactRules, defaultContactRules } from './contact-rules.ts';
import { decideAndGather } from './decide-and-gather.ts';
import { withDecisions } from './decided-ledger.ts';
import { defaultCadence } from './default-cadence.ts';
import type { PlanResult } from './plan-input.ts';
import { dayMs } from './stage-windows.ts';

/** For tests: an instant from "2026-11-23" (midnight UTC) or a full ISO instant. */
export function instant(text: string): number {
  return Temporal.Instant.from(text.includes('T') ? text : `${text}T00:00:00Z`).epochMilliseconds;
}

/** For tests: rules that never hold anything back because of the hour, the day or the number of notices. */
export const alwaysOpen: ContactRules = {
  ...defaultContactRules,
  quietHours: { from: '00:00', until: '00:00' },
  workingDays: [],
  dailyCap: 1000,
};

export function recipient(changes: Partial<RecipientFacts> = {}): RecipientFacts {
  return {
    contact: 'c1',
    part: 'decides',
    addressKey: 'ana@example.com',
    locale: 'es-ES',
    timeZone: 'Europe/Madrid',
    country: 'ES',
    writable: true,
    ...changes,
  };
}

/** For tests: a coverage clock of 365 days that ends on `ends` (midnight UTC) and was never written to. */
export function clockEnding(ends: string | number, changes: Partial<ClockFacts> = {}): ClockFacts {
  const endsAt = typeof ends === 'number' ? ends : instant(ends);
  return {
    clock: '1',
    kind: 'coverage',
    order: changes.clock ?? '1',
    orderNumber: '1001',
    certificate: null,
    customer: 'k1',
    brand: 'b1',
    endsAt,
    anchor: new Date(endsAt).toISOString().slice(0, 10),
    beganAt: endsAt - 365 * dayMs,
    coverageEndsAt: endsAt,
    orderStatus: 'issued',
    noticesOn: true,
    renewed: { kind: 'no' },
    replacedAt: null,
    renewalRequestedAt: null,
    automationOn: false,
    revokedUnplanned: false,
    inviteFrom: null,
    recipients: [recipient()],
    ledger: [],
    ...changes,
  };
}

/** For tests: a partner whose ledger and mailboxes remember what each run decided. */
export class Desk {
  clocks: ClockFacts[];
  addresses = new Map<string, AddressFacts>();
  rules: ContactRules;
  cadence = defaultCadence;

  constructor(clocks: ClockFacts[], rules: ContactRules = alwaysOpen) {
    this.clocks = clocks;
    this.rules = rules;
  }

  look(at: string | number): PlanResult {
    const now = typeof at === 'number' ? at : instant(at);
    const { clocks, addresses, cadence, rules } = this;
    return decideAndGather({ clocks, addresses, cadence, rules, now });
  }

  run(at: string | number): PlanResult {
    const now = typeof at === 'number' ? at : instant(at);
    const result = this.look(now);
    this.clocks = this.clocks.map((facts) => withDecisions(facts, result.decisions, now));
    for (const notice of result.notices) {
      if (notice.channel !== 'email') continue;
      const before = this.address(notice.addressKey);
      const noticesToday = [...before.noticesToday, notice.at];
      this.addresses.set(notice.addressKey, { ...before, lastNoticeAt: notice.at, noticesToday });
    }
    return result;
  }

  address(addressKey: string): AddressFacts {
    const blank = { addressKey, lastNoticeAt: null, noticesToday: [], objectedTo: [], bouncing: false };
    return this.addresses.get(addressKey) ?? blank;
  }

  change(clock: string, changes: Partial<ClockFacts>): void {
    this.clocks = this.clocks.map((facts) => (facts.clock === clock ? { ...facts, ...changes } : facts));
  }

  knows(addressKey: string, changes: Partial<AddressFacts>): void {
    this.addresses.set(addressKey, { ...this.address(addressKey), ...changes });
  }
}

/** For tests: decisions as short lines, `clock stage state reason`. */
export function lines(result: PlanResult): string[] {
  return result.decisions.map((one) => `${one.clock} ${one.stage} ${one.state} ${one.reason.code}`);
}
