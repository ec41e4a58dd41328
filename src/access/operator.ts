import type { Actor } from './audit.ts';

/** No id of a person begins so. */
const prefix = 'os:';

/** Whoever works on the command line, by the name of their account on the machine. */
export function operatorActor(account: string): Actor {
  return { person: `${prefix}${account.slice(0, 60)}`, via: 'command' };
}

/** The name of the machine's account that an entry of the log names; null for a person's entry. */
export function operatorOf(person: string | null): string | null {
  return person?.startsWith(prefix) ? person.slice(prefix.length) : null;
}
