import type { Caller } from '../../../access/caller.ts';
import type { VersionMaker } from '../../../partners/change-settings.ts';

/** The caller as the maker of a version. */
export function makerOf(
  caller: Pick<Caller, 'person' | 'name'>,
  now: Temporal.Instant,
  note?: string | undefined,
): VersionMaker {
  return { at: now.toString(), person: caller.person, personName: caller.name, note: note || null };
}
