import { administrators, type Policy } from './role-sets.ts';

export const peoplePolicy = {
  'people:read': administrators,
  'people:manage': administrators,
} as const satisfies Policy;
