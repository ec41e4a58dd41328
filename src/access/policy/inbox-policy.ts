import { everyone, type Policy } from './role-sets.ts';

export const inboxPolicy = {
  /** What waits for oneself, and who one's colleagues are. */
  'inbox:read': everyone,
  /** Done, later, read; whether it comes by mail. One's own only. */
  'inbox:change': everyone,
} as const satisfies Policy;
