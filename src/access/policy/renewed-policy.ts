import { desk, everyone, type Policy } from './role-sets.ts';

export const renewedPolicy = {
  'renewed:read': everyone,
  /** Confirm or deny that an order was perhaps renewed. */
  'renewed:answer': desk,
} as const satisfies Policy;
