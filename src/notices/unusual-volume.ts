import type { PartnerSettings } from '../partners/partner-settings.ts';

/** A run with more notices than this waits for a person; `usual` is what a day usually has. */
export function mostUnasked({ unusualVolume }: PartnerSettings, usual: number): number {
  return Math.max(unusualVolume.atLeast, unusualVolume.times * usual);
}
