import { mayDo } from '../access/authorise.ts';
import type { Colleague } from '../access/colleague.ts';
import { accountsOf } from '../access/owner-accounts.ts';
import type { RowId } from '../kernel/ids.ts';
import { type InboxKind, inboxKinds, wholePartnerKinds } from './inbox-kind.ts';

/** For whom things can wait, and which. */
export interface Addressee {
  readonly person: string;
  /** The owners' names that are theirs. */
  readonly owners: readonly string[];
  /** Null: all. */
  readonly customers: readonly RowId[] | null;
  readonly kinds: readonly InboxKind[];
}

/** Every colleague with the owners' names that are theirs and what their role lets them see. */
export function addressees(colleagues: readonly Colleague[], owners: readonly string[]): Addressee[] {
  const owned = owners.map((owner) => ({ owner, people: accountsOf(owner, colleagues) }));
  return colleagues.map((colleague) => ({
    person: colleague.person,
    owners: owned.filter(({ people }) => people.includes(colleague.person)).map(({ owner }) => owner),
    customers: colleague.customers,
    kinds: kindsOf(colleague),
  }));
}

/** What can wait for somebody with these rights. */
export function kindsOf({ role, customers }: Pick<Colleague, 'role' | 'customers'>): InboxKind[] {
  return (Object.keys(inboxKinds) as InboxKind[]).filter(
    (kind) => mayDo(role, inboxKinds[kind]) && (customers === null || !wholePartnerKinds.includes(kind)),
  );
}
