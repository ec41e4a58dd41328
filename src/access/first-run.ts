import { hashPassword } from 'better-auth/crypto';
import { Fault } from '../kernel/fault.ts';
import type { PartnerId } from '../kernel/ids.ts';
import type { Language } from '../kernel/locale.ts';
import { signToken, verifyToken } from '../kernel/signed-token.ts';
import type { Access } from './access.ts';
import { joinPartner } from './add-person.ts';
import { checkPassword } from './check-password.ts';
import { checkedEmail, checkedName } from './check-rights.ts';
import { countGuess } from './count-guess.ts';
import { anyPerson, insertPerson, lockFirstRun, peopleTransaction } from './person-store.ts';

/** Nobody has an account yet. */
export async function isFirstRun(access: Access): Promise<boolean> {
  return !(await anyPerson(access.db.system));
}

const form = { kind: 'first run', alphabet: 'url' } as const;

/**
 * Where the first administrator begins. The token proves that whoever opens it has seen this installation's terminal;
 * every process makes the same one, and it is worth nothing once somebody has an account.
 */
export function firstRunLink({ publicUrl, secrets }: Access): string {
  return `${publicUrl}/first-run#token=${signToken(form, ['begin'], secrets)}`;
}

export interface FirstRun {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly language: Language | null;
  readonly token: string | undefined;
  /** The request comes from the machine itself. */
  readonly isLocal: boolean;
  readonly address: string;
}

/**
 * Makes the first administrator of the partner that `partnerOf` gives, once all else is well. Throws `forbidden` for a stranger: not
 * on this machine and without the token; `conflict` when somebody was first.
 */
export async function beginFirstRun(
  access: Access,
  first: FirstRun,
  partnerOf: () => Promise<PartnerId>,
): Promise<string> {
  await countGuess(access, [{ kind: 'address', of: first.address }]);
  if (!first.isLocal && !isToken(access, first.token)) {
    throw new Fault(
      'forbidden',
      'the first account is made on the machine itself or with the link it shows',
      { code: 'first-run-elsewhere', hint: 'open the link that `vigente serve` has written to its terminal' },
    );
  }
  const email = checkedEmail(first.email);
  const name = checkedName(first.name);
  checkPassword(first.password, { email, name });
  const passwordHash = await hashPassword(first.password);
  if (!(await isFirstRun(access))) throw begunAlready();
  return peopleTransaction(access.db, await partnerOf(), async (tx) => {
    await lockFirstRun(tx.people);
    if (await anyPerson(tx.people)) throw begunAlready();
    const at = access.now().toString();
    const person = await insertPerson(tx.people, { email, name, language: first.language, passwordHash, at });
    await joinPartner(
      tx,
      { person, name, email, role: 'administrator', seesPrices: true, customers: null },
      { access, by: { person, via: 'session' }, invitedAt: null },
    );
    return person;
  });
}

function isToken({ secrets }: Access, token: string | undefined): boolean {
  return token !== undefined && verifyToken(form, token, secrets)?.[0] === 'begin';
}

function begunAlready(): Fault {
  return new Fault('conflict', 'this installation has its first account already', {
    code: 'first-run-done',
    hint: 'sign in',
  });
}
