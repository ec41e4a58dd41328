import { everyone, managers, type Policy } from './role-sets.ts';

export const sendingPolicy = {
  /** Whether messages leave, and how far runs have come. */
  'sending:read': everyone,
  /** Whether anything leaves at all. */
  'sending:switch': managers,
} as const satisfies Policy;
