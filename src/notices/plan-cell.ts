import type { PlanLine } from '../cadence/plan-line.ts';

/** What many lines of the plan have in common; by it they are counted and filtered. */
export interface PlanCell {
  readonly channel: string;
  readonly kind: string;
  readonly stage: number;
  readonly state: PlanLine['state'];
  readonly reason: string;
  readonly template: string;
  readonly textLocale: string;
  /** Empty: nobody looks after it. */
  readonly owner: string;
}

export function cellOf(line: PlanLine, owner: string | null): PlanCell {
  const { channel, facts, stage, state, reason, template, textLocale } = line;
  return {
    ...{ channel, kind: facts.kind, stage, state, reason: reason.code, template, textLocale },
    owner: owner ?? '',
  };
}

/** The same for equal cells, whatever the order of their fields. */
export function cellKey(cell: PlanCell): string {
  const { channel, kind, stage, state, reason, template, textLocale, owner } = cell;
  return [channel, kind, stage, state, reason, template, textLocale, owner].join('\n');
}
