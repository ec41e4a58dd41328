import type { PartnerId, RowId } from '../kernel/ids.ts';

export const roles = ['administrator', 'renewals-manager', 'sales', 'support', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** Who asks, as sign-in or API key has proved it. */
export interface Caller {
  readonly partner: PartnerId;
  /** Id of the person, or of the API key's owner. */
  readonly person: string;
  readonly name: string;
  readonly role: Role;
  readonly seesPrices: boolean;
  /** The customers that this person is limited to; null: all. */
  readonly customers: readonly RowId[] | null;
  readonly via: 'session' | 'api-key';
  /** Permissions that an API key is limited to; a session has none and is bound by its role only. */
  readonly scopes: readonly string[];
}
