import { administrators, managers, type Policy } from './role-sets.ts';

export const settingsPolicy = {
  'settings:read': managers,
  'settings:change': administrators,
} as const satisfies Policy;
