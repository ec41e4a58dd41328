import type { Retention } from '../../contract/settings.ts';

/** Before which instant each kind of thing is to go; undefined: it stays for ever. */
export interface RetentionCutoffs {
  readonly messages: Temporal.Instant | undefined;
  readonly imports: Temporal.Instant | undefined;
  readonly notes: Temporal.Instant | undefined;
  readonly audit: Temporal.Instant | undefined;
}

export function retentionCutoffs(retention: Retention, now: Temporal.Instant): RetentionCutoffs {
  const before = (days: number | null) => (days === null ? undefined : now.subtract({ hours: days * 24 }));
  return {
    messages: before(retention.messageContentDays),
    imports: before(retention.importChangesDays),
    notes: before(retention.notesRemovedDays),
    audit: before(retention.auditDays),
  };
}
