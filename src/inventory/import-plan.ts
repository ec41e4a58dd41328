import type { ReadingCode } from './clock-reading.ts';
import type { InventoryReading } from './reading/read-inventory.ts';
import type { RefusalReason } from './reading/row-refusal.ts';

export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  /** Orders about which the file says nothing new. */
  readonly unchanged: number;
  readonly refused: number;
  /** Lines that give an earlier line once more. */
  readonly repeated: number;
  readonly customersAdded: number;
  readonly customersChanged: number;
  readonly contactsAdded: number;
  readonly contactsChanged: number;
}

/** One order that would be new. Days are ISO, the last day shown. */
export interface AddedOrder {
  readonly number: string;
  readonly authority: string;
  readonly commonName: string | null;
  readonly customer: string;
  readonly clocks: readonly { readonly kind: 'coverage' | 'certificate'; readonly ends: string }[];
  readonly reading: ReadingCode;
}

export interface ChangedField {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** One order, customer or contact in which a newer word sets something. */
export interface ChangedEntity {
  readonly entity: 'order' | 'customer' | 'contact';
  /** The order's number, the customer's name, the contact's address. */
  readonly name: string;
  readonly authority?: string;
  readonly fields: readonly ChangedField[];
}

export interface RefusedLineReport {
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: RefusalReason;
  /** The whole line as the file has it, where that is known. */
  readonly cells?: readonly string[] | null;
}

/** What an import would do. The lists may be long: they are read from the database while they are walked through. */
export interface ImportPlan {
  readonly reading: Omit<InventoryReading, 'batches' | 'close' | 'bytesDone'>;
  readonly counts: ImportCounts;
  /** How often each reading of the dates was used. */
  readonly readings: Readonly<Partial<Record<ReadingCode, number>>>;
  /** When the file's word was spoken: a newer word is not changed by it. */
  readonly saidAt: Temporal.Instant;
  /** The same bytes have been imported before and still stand. */
  readonly knownBefore: boolean;
  added(): AsyncIterable<AddedOrder>;
  changed(): AsyncIterable<ChangedEntity>;
  refused(): AsyncIterable<RefusedLineReport>;
}
