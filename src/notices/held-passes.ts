import type { PartnerScope } from '../storage/database.ts';
import { type HeldPass, heldPasses } from './pass-store.ts';

/** Runs that wait for a person because they are far larger than usual. */
export async function heldPassesOf(scope: PartnerScope): Promise<HeldPass[]> {
  return scope.transaction(heldPasses);
}
