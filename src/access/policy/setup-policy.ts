import { managers, type Policy } from './role-sets.ts';

export const setupPolicy = {
  /** See how far setting up has come, and say of a step that it is right or has to wait. */
  'setup:use': managers,
} as const satisfies Policy;
