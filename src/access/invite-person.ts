import { Fault } from '../kernel/fault.ts';
import type { PartnerId, RowId } from '../kernel/ids.ts';
import type { Language } from '../kernel/locale.ts';
import type { Access } from './access.ts';
import { type Actor, audit } from './audit.ts';
import { checkedEmail, checkedName, checkRights } from './check-rights.ts';
import { closeInvitation, insertInvitation, openInvitation, renewInvitation } from './invitation-store.ts';
import { newInvitationToken, tokenHash } from './invitation-token.ts';
import { type InvitationFacts, invitationLetter } from './letters.ts';
import { joinedPartners } from './membership-store.ts';
import { namesOf, personByEmail } from './person-store.ts';
import type { Rights } from './rights.ts';

export const invitationDays = 7;

/** For whom an invitation is made, and by whom. */
export interface Inviting {
  readonly partner: PartnerId;
  readonly partnerName: string;
  readonly by: Actor;
}

export interface Invitee extends Rights {
  readonly email: string;
  readonly name: string;
  readonly language: Language;
}

export interface InvitationMade {
  readonly id: RowId;
  /** Whether a mail is on its way; without one, hand over the link yourself. */
  readonly mailed: boolean;
  readonly link: string;
}

/** Throws `conflict` for somebody who belongs to the partner or is invited already. */
export async function invitePerson(
  access: Access,
  inviting: Inviting,
  invitee: Invitee,
): Promise<InvitationMade> {
  const made = await makeInvitation(access, inviting, invitee);
  return { ...made, mailed: await mailInvitation(access, inviting, { ...invitee, ...made }) };
}

/** The same without a mail, for whoever hands over the link. */
export async function makeInvitation(
  access: Access,
  { partner, by }: Inviting,
  invitee: Invitee,
): Promise<Omit<InvitationMade, 'mailed'>> {
  const email = checkedEmail(invitee.email);
  const name = checkedName(invitee.name);
  checkRights(invitee);
  const known = await personByEmail(access.db.system, email);
  if (known && (await joinedPartners(access.db, known.id)).includes(partner)) {
    throw new Fault('conflict', 'this person belongs to the partner already', { code: 'person-belongs' });
  }
  const token = newInvitationToken(partner);
  const { role, seesPrices, customers, language } = invitee;
  const id = await access.db.forPartner(partner).transaction(async (tx) => {
    const row = await insertInvitation(tx, {
      ...{ email, name, role, seesPrices, customers, language },
      tokenHash: tokenHash(token),
      // The command line has no account that could have invited.
      invitedBy: by.via === 'command' ? null : by.person,
      at: access.now().toString(),
      expiresAt: expiry(access),
    });
    if (row === undefined) {
      throw new Fault('conflict', 'this person is invited already', {
        code: 'person-invited',
        hint: 'send the invitation again',
      });
    }
    await audit(tx, {
      ...by,
      action: 'people:invite',
      subject: { kind: 'invitation', id: row, label: name },
      after: { email, role, seesPrices, customers },
    });
    return row;
  });
  return { id, link: linkTo(access, token) };
}

/** A new link, good for as long as a first one; the old one stops working. */
export async function resendInvitation(
  access: Access,
  inviting: Inviting,
  id: RowId,
): Promise<InvitationMade> {
  const token = newInvitationToken(inviting.partner);
  const row = await access.db.forPartner(inviting.partner).transaction(async (tx) => {
    const invitation = await openInvitation(tx, id);
    if (!invitation) throw noInvitation();
    await renewInvitation(tx, id, tokenHash(token), expiry(access));
    await audit(tx, {
      ...inviting.by,
      action: 'people:invite-again',
      subject: { kind: 'invitation', id, label: invitation.name },
    });
    return invitation;
  });
  const link = linkTo(access, token);
  const invitee = { ...row, language: row.language as Language, link };
  return { id, link, mailed: await mailInvitation(access, inviting, invitee) };
}

export async function revokeInvitation(access: Access, { partner, by }: Inviting, id: RowId): Promise<void> {
  await access.db.forPartner(partner).transaction(async (tx) => {
    const invitation = await openInvitation(tx, id);
    if (!invitation) throw noInvitation();
    await closeInvitation(tx, id, { revokedAt: access.now().toString() });
    await audit(tx, {
      ...by,
      action: 'people:revoke-invitation',
      subject: { kind: 'invitation', id, label: invitation.name },
    });
  });
}

async function mailInvitation(
  access: Access,
  { partnerName, by }: Inviting,
  invitee: {
    readonly email: string;
    readonly name: string;
    readonly language: Language;
    readonly link: string;
  },
): Promise<boolean> {
  const invitedBy =
    by.person === null ? null : ((await namesOf(access.db, [by.person])).get(by.person) ?? null);
  const facts: InvitationFacts = {
    partner: partnerName,
    invitedBy,
    link: invitee.link,
    days: invitationDays,
  };
  return (await access.mail(invitationLetter(invitee, facts))) === 'submitted';
}

function linkTo({ publicUrl }: Access, token: string): string {
  // Behind `#` it reaches neither a server's log nor a Referer field.
  return `${publicUrl}/accept-invitation#token=${token}`;
}

function expiry({ now }: Access): string {
  return now()
    .add({ hours: 24 * invitationDays })
    .toString();
}

function noInvitation(): Fault {
  return new Fault('not-found', 'there is no such open invitation', { code: 'no-invitation' });
}
