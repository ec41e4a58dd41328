import type { AddressFacts } from '../cadence/address-facts.ts';
import type { Cadence } from '../cadence/cadence.ts';
import { stageOfNumber } from '../cadence/calendar-for.ts';
import { chooseRecipients } from '../cadence/choose-recipients.ts';
import type { ClockFacts } from '../cadence/clock-facts.ts';
import { instructionReason } from '../cadence/heed-instructions.ts';
import type { Reason } from '../cadence/reason.ts';
import { stageWindows } from '../cadence/stage-windows.ts';
import { stopReason } from '../cadence/stop-reason.ts';
import type { DeliveryRow } from './claim-store.ts';

/** Why a delivery must not go after all: a code of the closed list and what its words need. */
export type DropReason = Pick<Reason, 'code' | 'params'>;

/** What is known at the moment of sending. */
export interface SecondLook {
  readonly cadence: Cadence;
  readonly purpose: 'safety' | 'reminder' | 'offer';
  /** Undefined: the order was taken out of the inventory. */
  readonly clock: ClockFacts | undefined;
  /** Whose mailbox it goes to. */
  readonly addressKey: string;
  /** What is known of it and of everybody else who may hear about the clock. */
  readonly addresses: ReadonlyMap<string, AddressFacts>;
  readonly now: number;
  /** A person asked for this message, to this address, now. */
  readonly byHand?: boolean;
}

/**
 * Looks at a planned delivery again before it is sent: what was true when it was planned may not be any more. Null
 * means that it still stands. A stage that was pulled forward is not open yet and stands all the same.
 */
export function dropReason(delivery: DeliveryRow, look: SecondLook): DropReason | null {
  const { clock, cadence, purpose, now } = look;
  const address = look.addresses.get(look.addressKey);
  if (!clock) return { code: 'withdrawn', params: {} };
  if (clock.anchor !== delivery.anchor) return { code: 'new-cycle', params: { anchor: clock.anchor } };
  if (address?.bouncing) return { code: 'bouncing', params: {} };
  if (address?.objectedTo.includes(purpose)) return { code: 'unsubscribed', params: { purpose } };
  if (!look.byHand && !isTheOneToTell(delivery, clock, look)) return { code: 'contact-changed', params: {} };
  const stopped = stopReason(clock, cadence.silentWhenCoverageEndsWithinDays);
  if (stopped) return { code: stopped.code, params: stopped.params };
  return look.byHand ? null : stageReason(delivery, clock, cadence, now);
}

/** The order may have another contact by now, or this one has said that it is not theirs. */
function isTheOneToTell(delivery: DeliveryRow, clock: ClockFacts, look: SecondLook): boolean {
  const { cadence, addressKey, addresses } = look;
  const stage = stageOfNumber(clock, delivery.stage, cadence);
  // Taken out of the calendar meanwhile: nobody can be asked whom it would choose.
  if (!stage) return clock.recipients.some((one) => one.addressKey === addressKey && one.writable);
  const choice = chooseRecipients(clock.recipients, stage, addresses);
  return (
    choice.kind === 'found' && [choice.first, ...choice.others].some((one) => one.addressKey === addressKey)
  );
}

const perhapsSomebodyElse: ReadonlySet<string> = new Set(['contact-changed', 'bouncing', 'unsubscribed']);

/** Whether somebody else may be there to be told, or only later: then the planner has to look at the clock again. */
export function wantsAnotherLook(code: string): boolean {
  return perhapsSomebodyElse.has(code) || code === 'on-hold';
}

function stageReason(
  delivery: DeliveryRow,
  clock: ClockFacts,
  cadence: Cadence,
  now: number,
): DropReason | null {
  const window = stageWindows(clock.kind, clock, cadence).find(
    ({ stage }) => stage.daysBefore === delivery.stage,
  );
  // The calendar of notices or the lifetime changed in between; what was decided under the old one still helps.
  if (!window) return null;
  if (now >= window.closes) return { code: 'window-closed', params: {} };
  const word = instructionReason(clock, window, 'email', now);
  if (word !== null) return { code: word.code, params: word.params };
  if (clock.renewed.kind === 'perhaps' && !window.stage.lastSafety) {
    return { code: 'perhaps-renewed', params: { evidence: clock.renewed.evidence } };
  }
  return null;
}
