import { administrators, managers, type Policy } from './role-sets.ts';

export const settingsPolicy = {
  'settings:read': managers,
  /** Calendars of notices, sending rules, promises, languages, approval of the day, brand. */
  'settings:change': managers,
  /** What connects this installation to the world and what is deleted for good are the administrator's. */
  'settings:connect': administrators,
  'settings:retain': administrators,
} as const satisfies Policy;
