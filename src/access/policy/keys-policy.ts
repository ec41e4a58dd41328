import { administrators, type Policy } from './role-sets.ts';

export const keysPolicy = {
  'keys:read': administrators,
  'keys:manage': administrators,
} as const satisfies Policy;
