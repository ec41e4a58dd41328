import { desk, everyone, managers, type Policy } from './role-sets.ts';

export const planPolicy = {
  'plan:read': everyone,
  /** Hold, skip and bring forward what is to come. */
  'plan:instruct': desk,
  /** Say that a day's messages may leave. */
  'plan:approve': managers,
} as const satisfies Policy;
