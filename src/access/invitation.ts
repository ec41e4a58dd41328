import type { RowId } from '../kernel/ids.ts';
import type { Rights } from './rights.ts';

export interface InvitationRow extends Rights {
  readonly id: RowId;
  readonly email: string;
  readonly name: string;
  readonly language: string;
  readonly invitedBy: string | null;
  readonly createdAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}
