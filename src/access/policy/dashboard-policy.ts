import { everyone, type Policy } from './role-sets.ts';

export const dashboardPolicy = {
  'dashboard:read': everyone,
} as const satisfies Policy;
