import type { Instruction } from '../cadence/instruction.ts';
import type { ChannelName } from '../cadence/stage.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { type InstructionRow, selectInstructions } from './instruction-store.ts';

/** The same clocks with what colleagues have said of them or of their customers. */
export async function withInstructions<T extends { readonly clock: RowId; readonly customer: RowId }>(
  tx: PartnerTransaction,
  clocks: readonly T[],
): Promise<readonly (T & { readonly instructions?: readonly Instruction[] })[]> {
  const customers = [...new Set(clocks.map((clock) => clock.customer))];
  const rows = customers.length > 0 ? await selectInstructions(tx, customers) : [];
  if (rows.length === 0) return clocks;
  const byCustomer = Map.groupBy(rows, (row) => row.customer);
  return clocks.map((clock) => {
    const said = byCustomer
      .get(clock.customer)
      ?.filter((row) => row.clock === null || row.clock === clock.clock);
    return said === undefined || said.length === 0
      ? clock
      : { ...clock, instructions: said.map(instructionOf) };
  });
}

export function instructionOf(row: InstructionRow): Instruction {
  const { kind, until, reach, anyHour, by, note, clock, anchor, stage, channel } = row;
  const touch = clock === null ? null : { anchor: anchor!, stage: stage!, channel: channel as ChannelName };
  return { kind, touch, until, reach, anyHour, by, note };
}
