import type { PartnerId } from '../kernel/ids.ts';
import type { Access } from './access.ts';
import type { InvitationRow } from './invitation.ts';
import { openInvitations } from './invitation-store.ts';
import { membersOf } from './membership-store.ts';
import type { MemberRow } from './rights.ts';

export interface PeopleOf {
  readonly members: MemberRow[];
  readonly invitations: InvitationRow[];
}

export async function listPeople(access: Access, partner: PartnerId): Promise<PeopleOf> {
  const invitations = await access.db.forPartner(partner).transaction(openInvitations);
  return { members: await membersOf(access.db, partner), invitations };
}
