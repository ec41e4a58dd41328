import type { Policy } from './role-sets.ts';

export const exportsPolicy = {
  /** Take lists with personal data out of Vigente. Each time is written to the audit log. */
  'exports:make': ['administrator', 'renewals-manager', 'sales'],
} as const satisfies Policy;
