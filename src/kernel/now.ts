/** Where the present comes from. Everything that needs the time is handed one; nothing else reads a wall clock. */
export type Now = () => Temporal.Instant;

export const wallNow: Now = () => Temporal.Now.instant();

/** A present that begins at `at` and goes on from there, for a demo that lives on another day. */
export function movingNow(at: Temporal.Instant): Now {
  const began = Temporal.Now.instant();
  return () => at.add(Temporal.Now.instant().since(began));
}

/** A present that stands still, for `--as-of` and for tests. */
export function fixedNow(at: Temporal.Instant): Now {
  return () => at;
}
