import type { RowId } from '../kernel/ids.ts';
import type { Role } from './caller.ts';

/** What a person may do at a partner. */
export interface Rights {
  readonly role: Role;
  readonly seesPrices: boolean;
  /** Null: all. */
  readonly customers: readonly RowId[] | null;
}

export interface MembershipRow extends Rights {
  readonly person: string;
  readonly disabledAt: Temporal.Instant | null;
}

/** A colleague as the list of people shows them. */
export interface MemberRow extends Rights {
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly twoFactor: boolean;
  readonly joinedAt: Temporal.Instant;
  readonly disabledAt: Temporal.Instant | null;
  readonly lastUsedAt: Temporal.Instant | null;
}
