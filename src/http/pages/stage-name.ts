import type { StaffLanguage } from '../staff-language.ts';

/** `60 días antes`, `7 días después`: a stage by its place before or after the end. */
export function stageName({ say }: StaffLanguage, daysBefore: number): string {
  return daysBefore < 0
    ? say('stage.after', { days: -daysBefore })
    : say('stage.before', { days: daysBefore });
}
