import type { RowId } from '../kernel/ids.ts';

/** An import as it is remembered, applied or taken back. */
export interface KeptImport {
  readonly id: RowId;
  readonly fileName: string;
  readonly digest: string;
  readonly saidAt: Temporal.Instant;
  readonly state: 'applied' | 'undone';
  readonly report: unknown;
  readonly appliedAt: Temporal.Instant;
  readonly undoneAt: Temporal.Instant | null;
  /** Who applied it; null for the command line. */
  readonly personName: string | null;
  /** When what it changed was removed: since then it cannot be undone. */
  readonly changesRemovedAt: Temporal.Instant | null;
}
