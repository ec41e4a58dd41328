import type { Colleague } from './colleague.ts';

type Named = Pick<Colleague, 'person' | 'name' | 'email'>;

/**
 * Whose account an owner's name is: the colleague with that name or address, whatever its case, accents and spaces;
 * `Prieto, Luis` is Luis Prieto. Several of one name are all meant; nobody is, where no account has it.
 */
export function accountsOf(owner: string, colleagues: readonly Named[]): string[] {
  const wanted = folded(owner);
  const turned = folded(owner.split(',').reverse().join(' '));
  return colleagues
    .filter(({ name, email }) =>
      [folded(name), folded(email)].some((one) => one === wanted || one === turned),
    )
    .map(({ person }) => person);
}

/** How a colleague stands as an owner: by name, and by address where two have the same name. */
export function ownerNameOf(colleague: Named, colleagues: readonly Named[]): string {
  const same = colleagues.filter(({ name }) => folded(name) === folded(colleague.name));
  return same.length > 1 ? colleague.email : colleague.name;
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/\s+/g, ' ');
}
