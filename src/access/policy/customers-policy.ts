import { everyone, managers, type Policy } from './role-sets.ts';

export const customersPolicy = {
  'customers:read': everyone,
  'customers:change': managers,
  /** Who looks after a customer. */
  'customers:assign': managers,
} as const satisfies Policy;
