import type { ClockFacts } from './clock-facts.ts';
import type { Instruction } from './instruction.ts';
import type { Reason } from './reason.ts';
import type { ChannelName, Stage } from './stage.ts';
import type { StageWindow } from './stage-windows.ts';

/** What a colleague has said against this stage now, the newest word first to count; null: nothing. */
export function instructionReason(
  facts: Pick<ClockFacts, 'anchor' | 'instructions'>,
  window: StageWindow,
  channel: ChannelName,
  now: number,
): Reason | null {
  const said = facts.instructions?.findLast(
    (one) => isAbout(one, facts.anchor, window.stage, channel) && keepsBack(one, window, now),
  );
  if (said === undefined) return null;
  const { kind, by, note, until } = said;
  if (kind === 'skip') return { code: 'skipped', params: { by, note, until } };
  return { code: 'on-hold', params: { by, note, until: until!, late: until! >= window.closes } };
}

/** Whether nothing of this clock may be pulled forward, because a colleague wants silence now. */
export function isKeptSilent(facts: Pick<ClockFacts, 'instructions'>, now: number): boolean {
  return (
    facts.instructions?.some(
      ({ kind, touch, until }) => kind !== 'forward' && touch === null && now < (until ?? now),
    ) === true
  );
}

function keepsBack({ kind, until, touch }: Instruction, window: StageWindow, now: number): boolean {
  if (kind === 'hold') return now < until!;
  if (kind === 'skip') return touch !== null || (window.broughtBy?.opensAt ?? window.opens) < until!;
  return false;
}

function isAbout({ touch }: Instruction, anchor: string, stage: Stage, channel: ChannelName): boolean {
  if (touch === null) return true;
  return touch.anchor === anchor && touch.stage === stage.daysBefore && touch.channel === channel;
}

type Life = Pick<ClockFacts, 'anchor' | 'instructions' | 'inviteFrom' | 'endsAt'>;

/**
 * The windows as colleagues have brought them forward: the stage opens earlier, and those before it give way. Never
 * before renewing loses nothing, and a word after the end never before the end.
 */
export function broughtForward(windows: readonly StageWindow[], facts: Life): readonly StageWindow[] {
  let shown = windows;
  for (const said of facts.instructions ?? []) {
    if (said.kind !== 'forward' || said.until === null) continue;
    const target = shown.find((window) => isTarget(said, window, facts.anchor));
    if (target !== undefined) shown = opened(shown, target, said, facts);
  }
  return shown;
}

function isTarget({ touch, until, reach }: Instruction, window: StageWindow, anchor: string): boolean {
  if (touch !== null) return touch.anchor === anchor && touch.stage === window.stage.daysBefore;
  return window.opens > until! && window.opens < (reach ?? Infinity);
}

function opened(
  windows: readonly StageWindow[],
  target: StageWindow,
  { until, by, note, anyHour }: Instruction,
  facts: Life,
): readonly StageWindow[] {
  const bound = target.stage.daysBefore > 0 ? (facts.inviteFrom ?? -Infinity) : facts.endsAt;
  const opens = Math.max(until!, bound);
  if (opens > target.opens || (opens === target.opens && !anyHour)) return windows;
  const at = windows.indexOf(target);
  const broughtBy = { by, note, anyHour, opensAt: target.broughtBy?.opensAt ?? target.opens };
  return windows.flatMap((window, i) => {
    if (i > at) return [window];
    if (i === at) return [{ ...window, opens, broughtBy }];
    const closes = Math.min(window.closes, opens);
    return window.opens < closes ? [{ ...window, closes }] : [];
  });
}
