import type { RawRecord, Separator } from './record-splitter.ts';
import type { TextEncoding } from './text-encoding.ts';

/** A file as records of text cells, whatever it is made of. Every call reads from the beginning. */
export interface RecordSource {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: TextEncoding | undefined;
  readonly separator: Separator | undefined;
  /** The sheet of a workbook. */
  readonly sheet: string | undefined;
  /** The visible sheets of a workbook; empty for a text file. */
  readonly sheets: readonly string[];
  /** The records without blank ones, some hundreds at a time; ending the iteration early ends the reading. */
  records(): AsyncGenerator<RawRecord[], void, undefined>;
}
