import { managers, type Policy } from './role-sets.ts';

export const auditPolicy = {
  'audit:read': managers,
} as const satisfies Policy;
