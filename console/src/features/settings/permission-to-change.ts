import type { SettingsPart } from '../../../../contract/settings.ts';

/** What is deleted for good is the administrator's to decide. */
export function permissionToChange(part: SettingsPart): string {
  return part === 'retention' ? 'settings:retain' : 'settings:change';
}
