/** Where the present comes from. Everything that needs the time is handed one; nothing else reads a wall clock. */
export type Now = () => Temporal.Instant;

export const wallNow: Now = () => Temporal.Now.instant();

/** A present that stands still, for `--as-of` and for tests. */
export function fixedNow(at: Temporal.Instant): Now {
  return () => at;
}
