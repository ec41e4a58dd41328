/** What is known of a clock when a new word about its end arrives. ISO calendar days; ends are last days shown. */
export interface AnchorQuestion {
  /** The end when the running cycle began; undefined for a clock seen for the first time. */
  readonly anchor: string | undefined;
  /** The day on which the running cycle began, when known. */
  readonly began: string | undefined;
  readonly newEnd: string;
  /** False when the end belongs to another certificate than before. Coverage has no other: always true. */
  readonly sameCertificate: boolean;
}

export interface Anchor {
  readonly anchor: string;
  /** True when another cycle begins: what the ledger holds under the old anchor no longer speaks of it. */
  readonly newCycle: boolean;
}

/** For a cycle whose begin is unknown: the shortest maximum to come (Baseline Requirements 6.3.2, from 2029-03-15). */
const shortestLifetimeDays = 47;

/**
 * The anchor of a clock whose end is now `newEnd`.
 *
 * A correction keeps the cycle and its anchor, so nothing is said twice; a new certificate, or an end that lies more
 * than half the lifetime from the anchor in either direction, begins another. The distance is taken from the anchor
 * and not from the last end, so many small corrections cannot creep past the half.
 */
export function nextAnchor({ anchor, began, newEnd, sameCertificate }: AnchorQuestion): Anchor {
  if (anchor === undefined || !sameCertificate) return { anchor: newEnd, newCycle: true };
  const moved = Math.abs(daysFrom(anchor, newEnd));
  const known = began === undefined ? 0 : daysFrom(began, anchor);
  const lifetime = known > 0 ? known : shortestLifetimeDays;
  return moved > lifetime / 2 ? { anchor: newEnd, newCycle: true } : { anchor, newCycle: false };
}

function daysFrom(a: string, b: string): number {
  return Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b), { largestUnit: 'days' }).days;
}
