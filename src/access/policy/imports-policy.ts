import { everyone, managers, type Policy } from './role-sets.ts';

export const importsPolicy = {
  'imports:read': everyone,
  'imports:apply': managers,
  'imports:undo': managers,
} as const satisfies Policy;
