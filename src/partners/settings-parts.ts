import type { SettingsPart } from '../../contract/settings.ts';
import type { PartnerSettings } from './partner-settings.ts';

const fieldsByPart = {
  sending: [
    'quietHours',
    'workingDays',
    'holidays',
    'minDaysBetweenNotices',
    'dailyCap',
    'pullForwardDays',
    'repeatUncertain',
    'unusualVolume',
  ],
  promises: ['carryOver'],
  languages: ['defaultLocale', 'defaultTimeZone'],
  retention: ['retention'],
  approval: ['dayApproval'],
} as const satisfies Record<SettingsPart, readonly (keyof PartnerSettings)[]>;

export type SettingsFields = Readonly<Record<string, unknown>>;

/** What one part of the settings holds, as people see and edit it. */
export function settingsPartOf(settings: PartnerSettings, part: SettingsPart): SettingsFields {
  if (part === 'retention') return settings.retention;
  return Object.fromEntries(fieldsByPart[part].map((field) => [field, settings[field]]));
}

/** The settings with another content of one part. Not checked: `parsePartnerSettings` does. */
export function withSettingsPart(
  settings: PartnerSettings,
  part: SettingsPart,
  value: SettingsFields,
): object {
  return part === 'retention' ? { ...settings, retention: value } : { ...settings, ...value };
}

/** Whether a part bears on what is planned, so that everything waiting has to be looked at again. */
export function bearsOnPlanning(part: SettingsPart): boolean {
  return part !== 'retention' && part !== 'approval';
}
