import type { TxtRecord } from './txt-record.ts';

export type RecordCode =
  | 'dns-silent'
  | 'no-server'
  | 'spf-good'
  | 'spf-missing'
  | 'spf-twice'
  | 'spf-without-server'
  | 'spf-too-many'
  | 'spf-open'
  | 'dkim-good'
  | 'dkim-no-key'
  | 'dkim-missing'
  | 'dkim-other-key'
  | 'dkim-revoked'
  | 'dmarc-good'
  | 'dmarc-watching'
  | 'dmarc-missing'
  | 'dmarc-twice'
  | 'dmarc-wrong'
  | 'mx-good'
  | 'mx-missing';

/** What is thought of a record, before it is said in somebody's language. */
export interface RecordJudgement {
  readonly code: RecordCode;
  readonly state: 'good' | 'warning' | 'missing' | 'wrong' | 'unknown';
  /** What stands in the DNS now. */
  readonly found: readonly string[];
  /** What to set. */
  readonly record: TxtRecord | null;
}
