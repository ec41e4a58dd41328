import { desk, everyone, type Policy } from './role-sets.ts';

export const ordersPolicy = {
  'orders:read': everyone,
  'orders:change': desk,
} as const satisfies Policy;
