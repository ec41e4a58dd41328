import { desk, everyone, managers, type Policy } from './role-sets.ts';

export const messagesPolicy = {
  'messages:read': everyone,
  /** Send what is due for an order now. */
  'messages:send': desk,
  /** Say one again, try it again, note that somebody has taken care of it. */
  'messages:resend': desk,
  /** Let an unusually large run go. */
  'messages:release': managers,
} as const satisfies Policy;
