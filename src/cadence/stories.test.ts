import { describe, expect, it } from 'vitest';
import stories from '../../test/vectors/cadence-stories.json' with { type: 'json' };
import type { ClockFacts } from './clock-facts.ts';
import { clockEnding, Desk, instant, recipient } from './facts-builder.ts';
import type { NoticePlan } from './notice-plan.ts';
import type { PlanResult } from './plan-input.ts';

interface ClockWords {
  readonly clock: string;
  readonly ends?: string;
  readonly [fact: string]: unknown;
}

interface Step {
  readonly at: string;
  /** Facts that change just before this look. */
  readonly change?: ClockWords;
  /** What the ledger takes up: `clock stage state reason`. */
  readonly new: readonly string[];
  /** `address channel stage: clock/stage…`; `+` brought forward, `(…)` what was seen, `-offers` without them. */
  readonly notices: readonly string[];
  /** What is only told. */
  readonly told?: readonly string[];
  readonly nextAt?: Readonly<Record<string, string | null>>;
  /** `clock stage` → the reason kept from before. */
  readonly last?: Readonly<Record<string, string>>;
  readonly templates?: readonly string[];
}

interface Story {
  readonly name: string;
  readonly clocks: readonly ClockWords[];
  readonly addresses?: readonly { readonly addressKey: string; readonly lastNoticeAt?: string }[];
  readonly steps: readonly Step[];
}

const instants = ['inviteFrom', 'renewalRequestedAt', 'replacedAt', 'coverageEndsAt', 'beganAt'];

function factsOf({ ends, ...rest }: ClockWords): Partial<ClockFacts> {
  const facts = Object.entries(rest).map(([name, value]) => [
    name,
    instants.includes(name) && typeof value === 'string' ? instant(value) : value,
  ]);
  const endsAt = ends === undefined ? {} : { endsAt: instant(ends) };
  return { ...Object.fromEntries(facts), ...endsAt };
}

function clockOf(words: ClockWords): ClockFacts {
  const facts = clockEnding(words.ends!, factsOf(words));
  return words.recipients === undefined
    ? facts
    : { ...facts, recipients: facts.recipients.map((one) => recipient(one)) };
}

function deskOf(story: Story): Desk {
  const desk = new Desk(story.clocks.map(clockOf));
  for (const { addressKey, lastNoticeAt, ...rest } of story.addresses ?? []) {
    desk.knows(addressKey, {
      ...rest,
      lastNoticeAt: lastNoticeAt === undefined ? null : instant(lastNoticeAt),
    });
  }
  return desk;
}

function noticeLine(notice: NoticePlan): string {
  const deliveries = notice.deliveries.map(
    ({ clock, stage, pulledForward, renewed }) =>
      `${clock}/${stage}${pulledForward ? '+' : ''}${renewed === undefined ? '' : `(${renewed.kind})`}`,
  );
  const offers = notice.withoutOffers ? ' -offers' : '';
  return `${notice.addressKey} ${notice.channel} ${notice.stage}: ${deliveries.join(' ')}${offers}`;
}

function decisionLines(result: PlanResult, isNews: boolean): string[] {
  return result.decisions
    .filter((one) => one.forLedger === isNews)
    .map((one) => `${one.clock} ${one.stage} ${one.state} ${one.reason.code}`);
}

function check(step: Step, result: PlanResult): void {
  expect(decisionLines(result, true), step.at).toEqual(step.new);
  expect(result.notices.map(noticeLine), step.at).toEqual(step.notices);
  if (step.told !== undefined) expect(decisionLines(result, false)).toEqual(step.told);
  for (const [clock, at] of Object.entries(step.nextAt ?? {})) {
    expect(result.nextAt.get(clock), `next moment of ${clock}`).toBe(at === null ? null : instant(at));
  }
  for (const [key, last] of Object.entries(step.last ?? {})) {
    const decision = result.decisions.find((one) => `${one.clock} ${one.stage}` === key);
    expect(decision?.reason.params).toMatchObject({ last });
  }
  const templates = result.notices.map((one) => `${one.template} ${one.tone} ${one.purpose}`);
  if (step.templates !== undefined) expect(templates).toEqual(step.templates);
}

describe('the cadence', () => {
  it.each(stories as unknown as Story[])('$name', (story) => {
    const desk = deskOf(story);
    for (const step of story.steps) {
      if (step.change !== undefined) desk.change(step.change.clock, factsOf(step.change));
      check(step, desk.run(step.at));
      const again = desk.run(step.at);
      expect(decisionLines(again, true), `again at ${step.at}`).toEqual([]);
      expect(again.notices, `again at ${step.at}`).toEqual([]);
    }
  });
});
