import { everyone, type Policy } from './role-sets.ts';

export const pricesPolicy = {
  /** Any role may hold it, but only a person to whom it was given does. */
  'prices:see': everyone,
} as const satisfies Policy;
