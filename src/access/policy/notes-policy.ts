import { desk, everyone, type Policy } from './role-sets.ts';

export const notesPolicy = {
  'notes:read': everyone,
  'notes:write': desk,
} as const satisfies Policy;
