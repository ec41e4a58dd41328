import type { SettingsPart } from '../../contract/settings.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { parsePartnerSettings } from './partner-settings.ts';
import { bearsOnPlanning, type SettingsFields, settingsPartOf, withSettingsPart } from './settings-parts.ts';
import {
  addSettingsVersion,
  lockRules,
  putSettings,
  settingsVersionRows,
  type VersionMaker,
} from './version-store.ts';

export type { VersionMaker } from './version-store.ts';

export interface PartChange {
  readonly part: SettingsPart;
  readonly value: SettingsFields;
  /** Shown what holds now, under the lock; throws where the edit was made over something else. */
  readonly check?: (held: SettingsFields) => void;
}

/**
 * Gives one part of the settings another content, as a version of its own. Undefined where it holds it already.
 * Throws `invalid` for what cannot be, and whatever `check` throws.
 */
export async function changeSettings(
  tx: PartnerTransaction,
  { part, value, check }: PartChange,
  by: VersionMaker,
): Promise<{ readonly before: SettingsFields; readonly after: SettingsFields } | undefined> {
  const held = parsePartnerSettings((await lockRules(tx)).settings);
  const before = settingsPartOf(held, part);
  check?.(before);
  const next = parsePartnerSettings(withSettingsPart(held, part, value));
  const after = settingsPartOf(next, part);
  if (isSame(before, after)) return undefined;
  await putSettings(tx, { settings: next, planningSince: bearsOnPlanning(part) ? by.at : null });
  await addSettingsVersion(tx, part, { before, after }, by);
  return { before, after };
}

/** Whether two contents are the same, whatever the order in which their fields were written. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]),
  );
}

const mostShown = 100;

/** The versions of a part, newest first. */
export function settingsVersions(tx: PartnerTransaction, part: SettingsPart) {
  return settingsVersionRows(tx, part, mostShown);
}
