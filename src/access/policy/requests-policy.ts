import { desk, everyone, type Policy } from './role-sets.ts';

export const requestsPolicy = {
  'requests:read': everyone,
  /** Open or close a renewal request by hand: renew now, renewed elsewhere. */
  'requests:change': desk,
} as const satisfies Policy;
