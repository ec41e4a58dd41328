import type { Access } from '../access/access.ts';
import { addPerson } from '../access/add-person.ts';
import type { Role } from '../access/caller.ts';
import { listPeople } from '../access/list-people.ts';
import type { PartnerId } from '../kernel/ids.ts';

export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly seesPrices: boolean;
}

/** The same for all of them, and known to everybody: it opens invented orders on this machine only. */
export const demoPassword = 'vigente-demo-2026';

const team: readonly (Omit<DemoPerson, 'email'> & { readonly at: string })[] = [
  { at: 'administracion', name: 'Irene Goikoetxea', role: 'administrator', seesPrices: true },
  { at: 'marta', name: 'Marta Ruiz', role: 'renewals-manager', seesPrices: true },
  { at: 'luis', name: 'Luis Vega', role: 'sales', seesPrices: true },
  { at: 'ana', name: 'Ana Pardo', role: 'support', seesPrices: false },
  { at: 'consulta', name: 'Teo Lagos', role: 'viewer', seesPrices: false },
];

/** One person for each role at the demo's partner; those who are there already stay. */
export async function demoPeople(access: Access, partner: PartnerId, slug: string): Promise<DemoPerson[]> {
  const { members } = await listPeople(access, partner);
  const known = new Set(members.map((member) => member.email));
  const domain = `${slug === 'demo' ? 'farocertificados' : `${slug}.farocertificados`}.example`;
  const people = team.map(({ at, ...person }) => ({ ...person, email: `${at}@${domain}` }));
  for (const person of people) {
    if (known.has(person.email)) continue;
    const rights = { customers: null, language: null, password: demoPassword };
    await addPerson(access, partner, { ...person, ...rights }, { person: null, via: 'command' });
  }
  return people;
}
