import { desk, type Policy } from './role-sets.ts';

export const noticesPolicy = {
  /** Renewal notices of an order or a customer: on and off. */
  'notices:switch': desk,
} as const satisfies Policy;
