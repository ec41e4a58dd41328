import type { InventoryRow } from './reading/inventory-row.ts';
import type { ReadLine } from './reading/read-inventory.ts';
import { presentColumns, type StagedColumn, type StagedRow, stageRefusal, stageRow } from './staged-row.ts';

/** What was seen on the way; complete when the batches have ended. */
export interface StagingTally {
  /** Columns that the file has. */
  readonly present: Set<StagedColumn>;
  rows: number;
  repeated: number;
  withoutAuthority: number;
  /** Rows with and without an authority in one file: two may turn out to be one order. */
  mayRepeat: boolean;
}

interface StagingOptions {
  readonly authorityOf: (row: InventoryRow) => string | undefined;
  readonly onRows: (rows: number) => void;
}

/** Turns the lines of a file into rows to be copied, batch by batch. */
export function stageBatches(
  lines: AsyncIterable<readonly ReadLine[]>,
  options: StagingOptions,
): { batches: AsyncIterable<StagedRow[]>; tally: StagingTally } {
  const tally: StagingTally = {
    present: new Set(),
    rows: 0,
    repeated: 0,
    withoutAuthority: 0,
    mayRepeat: false,
  };
  return { batches: staged(lines, options, tally), tally };
}

async function* staged(
  batches: AsyncIterable<readonly ReadLine[]>,
  { authorityOf, onRows }: StagingOptions,
  tally: StagingTally,
): AsyncGenerator<StagedRow[]> {
  let lines = 0;
  let named = 0;
  for await (const batch of batches) {
    const rows: StagedRow[] = [];
    for (const line of batch) {
      if (line.kind === 'refused') rows.push(stageRefusal(line));
      else if (line.kind === 'repeated') tally.repeated += 1;
      else {
        if (tally.rows++ === 0) for (const column of presentColumns(line.row)) tally.present.add(column);
        if (line.row.authority) named += 1;
        const row = stageRow(line.line, line.row, { authorityOf });
        if (row.authority === null) tally.withoutAuthority += 1;
        rows.push(row);
      }
    }
    lines += batch.length;
    yield rows;
    onRows(lines);
  }
  tally.mayRepeat = named > 0 && named < tally.rows;
}
