import { everyone, type Policy } from './role-sets.ts';

export const searchPolicy = {
  'search:use': everyone,
} as const satisfies Policy;
