import { everyone, type Policy } from './role-sets.ts';

export const expiringPolicy = {
  'expiring:read': everyone,
} as const satisfies Policy;
