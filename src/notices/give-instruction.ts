import type { ClockFacts } from '../cadence/clock-facts.ts';
import type { Instruction } from '../cadence/instruction.ts';
import { silencedSafety } from '../cadence/silenced-safety.ts';
import { stageWords } from '../cadence/stage-words.ts';
import type { ClockOfInventory } from '../inventory/clock-facts.ts';
import { loadClocks, loadClocksOfCustomers } from '../inventory/load-clock-facts.ts';
import { wakeCustomer } from '../inventory/wake-customer.ts';
import { Fault } from '../kernel/fault.ts';
import type { RowId } from '../kernel/ids.ts';
import type { Language } from '../kernel/locale.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import {
  type InstructionRow,
  insertInstructions,
  type NewInstruction,
  setTakenBack,
} from './instruction-store.ts';
import { inviteFrom } from './invite-from.ts';
import type { PlanningRules } from './plan-touches.ts';
import { instructionOf } from './with-instructions.ts';

/** What a colleague wants done with touches to come. Instants are epoch milliseconds. */
export interface InstructionAsked {
  readonly kind: Instruction['kind'];
  readonly customer: RowId;
  /** null: everything of the customer. */
  readonly touches:
    | readonly { readonly clock: RowId; readonly stage: number; readonly channel: string }[]
    | null;
  readonly until: number | null;
  readonly reach: number | null;
  readonly anyHour: boolean;
  readonly note: string;
  readonly by: { readonly person: string | null; readonly name: string };
  /** Said on purpose also where it silences the last words before an end. */
  readonly evenSafety: boolean;
}

interface Outside {
  readonly planning: PlanningRules;
  readonly now: Temporal.Instant;
  readonly language: Language;
}

/**
 * Writes down what a colleague wants, and brings the customer's clocks up so that it is heeded with the next pass.
 * Throws `not-found` for a touch of somebody else, `invalid` for a day that is over, and `conflict`, naming them, where
 * safety notices would not go in time and that was not said to be meant.
 */
export async function giveInstruction(
  tx: PartnerTransaction,
  asked: InstructionAsked,
  outside: Outside,
): Promise<RowId[]> {
  refuseBadDay(asked, outside.now.epochMilliseconds);
  const clocks = await clocksOf(tx, asked, outside);
  const rows = rowsOf(asked, clocks);
  if (!asked.evenSafety) refuseSilence(rows, clocks, outside);
  const ids = await insertInstructions(tx, rows, outside.now.toString());
  await wakeCustomer(tx, asked.customer, outside.now);
  return ids;
}

/** Takes one back, or lets it stand again; undefined when that is so already. Brings the customer's clocks up. */
export async function takeBackInstruction(
  tx: PartnerTransaction,
  id: RowId,
  now: Temporal.Instant,
  word: 'take-back' | 'stand' = 'take-back',
): Promise<InstructionRow | undefined> {
  const row = await setTakenBack(tx, id, word === 'take-back' ? now.toString() : null);
  if (row) await wakeCustomer(tx, row.customer, now);
  return row;
}

function refuseBadDay({ kind, touches, until }: InstructionAsked, now: number): void {
  const needsDay = kind !== 'skip' || touches === null;
  if (!needsDay && until === null) return;
  if (until === null)
    throw new Fault('invalid', 'a day is missing: until when, or to which day', { code: 'day-missing' });
  if (kind !== 'forward' && until <= now) {
    throw new Fault('invalid', 'this day is over; a day to come was expected', { code: 'day-over' });
  }
}

async function clocksOf(
  tx: PartnerTransaction,
  { customer, touches }: InstructionAsked,
  { planning, now }: Outside,
): Promise<ClockFacts[]> {
  const { defaults, policies } = planning;
  const wanted = touches === null ? null : [...new Set(touches.map(({ clock }) => clock))];
  const clocks =
    wanted === null
      ? await loadClocksOfCustomers(tx, {
          customers: [customer],
          until: now.epochMilliseconds + 400 * dayMs,
          defaults,
        })
      : await loadClocks(tx, { clocks: wanted, defaults });
  const own = clocks.filter((clock) => clock.customer === customer);
  if (wanted !== null && own.length < wanted.length) {
    throw new Fault('not-found', 'this is not there any more, or not of this customer', {
      code: 'touch-gone',
    });
  }
  return own.map((clock) => factsOf(clock, policies));
}

const dayMs = 86_400_000;

function factsOf(clock: ClockOfInventory, policies: PlanningRules['policies']): ClockFacts {
  return { ...clock, brand: clock.brand ?? '', inviteFrom: inviteFrom(policies, clock), ledger: [] };
}

function rowsOf(asked: InstructionAsked, clocks: readonly ClockFacts[]): NewInstruction[] {
  const { kind, customer, until, reach, anyHour, note, by, touches } = asked;
  const said = { kind, customer, until, reach, anyHour, note, person: by.person, personName: by.name };
  if (touches === null) return [{ ...said, clock: null, anchor: null, stage: null, channel: null }];
  return touches.map(({ clock, stage, channel }) => {
    const { anchor } = clocks.find((one) => one.clock === clock)!;
    return { ...said, clock, anchor, stage, channel };
  });
}

function refuseSilence(
  rows: readonly NewInstruction[],
  clocks: readonly ClockFacts[],
  { planning, now, language }: Outside,
): void {
  const at = { cadence: planning.cadence, now: now.epochMilliseconds };
  const silenced = rows.flatMap((row) => {
    const instruction = instructionOf({ ...row, id: '0', by: row.personName, at: at.now });
    return clocks
      .filter((facts) => row.clock === null || row.clock === facts.clock)
      .flatMap((facts) =>
        silencedSafety(facts, instruction, at).map(({ stage }) => ({
          order: facts.order,
          number: facts.orderNumber,
          stage,
          words: stageWords(stage, language),
        })),
      );
  });
  if (silenced.length === 0) return;
  throw new Fault('conflict', 'the last notices before an end would not go in time', {
    code: 'silences-safety',
    hint: 'say it again with evenSafety if that is meant',
    details: { silenced: silenced.slice(0, 20), count: silenced.length },
  });
}
