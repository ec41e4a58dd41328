import { everyone, managers, type Policy } from './role-sets.ts';

export const viewsPolicy = {
  'views:read': everyone,
  /** Views of one's own. */
  'views:write': everyone,
  /** Views that everybody at the partner has. */
  'views:share': managers,
} as const satisfies Policy;
