import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { Fault } from '../kernel/fault.ts';
import type { PartnerId } from '../kernel/ids.ts';
import type { Access } from './access.ts';
import { joinPartner } from './add-person.ts';
import type { Role } from './caller.ts';
import { checkPassword } from './check-password.ts';
import { checkedName } from './check-rights.ts';
import { countGuess, type Guessed, guessedRight } from './count-guess.ts';
import type { InvitationRow } from './invitation.ts';
import { closeInvitation, invitationByToken } from './invitation-store.ts';
import { partnerOfToken, tokenHash } from './invitation-token.ts';
import {
  insertPerson,
  type PeopleTransaction,
  passwordHashOf,
  peopleTransaction,
  personByEmail,
} from './person-store.ts';

export interface InvitationShown {
  readonly partner: PartnerId;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** The address has an account, from another partner: its password is asked for instead of a new one. */
  readonly hasAccount: boolean;
}

/** What the holder of a link is invited to. Throws `not-found` for one that is used, taken back or over. */
export async function showInvitation(
  access: Access,
  token: string,
  address: string,
): Promise<InvitationShown> {
  const guessed: Guessed[] = [{ kind: 'address', of: address }];
  await countGuess(access, guessed);
  const shown = await withInvitation(access, token, async (tx, { email, name, role }) => ({
    ...{ partner: tx.partner, email, name, role },
    hasAccount: (await personByEmail(tx.people, email)) !== undefined,
  }));
  await guessedRight(access, guessed);
  return shown;
}

export interface Acceptance {
  readonly token: string;
  readonly name: string | undefined;
  readonly password: string;
  readonly address: string;
}

/**
 * Joins, once. A new person gets an account with this password; one who has an account proves it with its password.
 * Returns the address to sign in with.
 */
export async function acceptInvitation(access: Access, given: Acceptance): Promise<string> {
  const guessed: Guessed[] = [{ kind: 'address', of: given.address }];
  await countGuess(access, guessed);
  const email = await withInvitation(access, given.token, async (tx, invitation) => {
    const account = await accountOf(access, tx, invitation, given);
    await joinPartner(
      tx,
      { ...invitation, ...account },
      { access, by: { person: account.person, via: 'link' }, invitedAt: invitation.createdAt },
    );
    await closeInvitation(tx, invitation.id, { joinedAt: access.now().toString() });
    return invitation.email;
  });
  await guessedRight(access, guessed);
  return email;
}

async function accountOf(
  access: Access,
  tx: PeopleTransaction,
  { email, name, language }: InvitationRow,
  given: Acceptance,
) {
  const known = await personByEmail(tx.people, email);
  if (!known) {
    const chosen = checkedName(given.name ?? name);
    checkPassword(given.password, { email, name: chosen });
    const passwordHash = await hashPassword(given.password);
    const at = access.now().toString();
    const person = await insertPerson(tx.people, { email, name: chosen, language, passwordHash, at });
    return { person, name: chosen };
  }
  const guessed: Guessed[] = [{ kind: 'account', of: email }];
  await countGuess(access, guessed);
  const hash = await passwordHashOf(tx.people, known.id);
  if (hash === null || !(await verifyPassword({ hash, password: given.password }))) {
    throw new Fault('unauthenticated', 'this is not the password of the account that this address has', {
      code: 'wrong-account-password',
    });
  }
  await guessedRight(access, guessed);
  return { person: known.id, name: known.name };
}

async function withInvitation<T>(
  access: Access,
  token: string,
  work: (tx: PeopleTransaction, invitation: InvitationRow) => Promise<T>,
): Promise<T> {
  const partner = partnerOfToken(token);
  if (partner === undefined) throw deadInvitation();
  return peopleTransaction(access.db, partner, async (tx) => {
    const invitation = await invitationByToken(tx, tokenHash(token));
    if (!invitation || Temporal.Instant.compare(invitation.expiresAt, access.now()) <= 0)
      throw deadInvitation();
    return work(tx, invitation);
  });
}

function deadInvitation(): Fault {
  return new Fault('not-found', 'this invitation has been used, taken back, or is over', {
    code: 'invitation-over',
    hint: 'ask whoever invited you to send it again',
  });
}
