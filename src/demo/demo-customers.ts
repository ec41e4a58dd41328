import { type DemoRegion, demoRegions } from './demo-regions.ts';
import type { SeededRandom } from './seeded-random.ts';

/** A customer of the demo's partner, with the one person its orders are written to. */
export interface DemoCustomer {
  readonly account: string;
  readonly name: string;
  readonly region: DemoRegion;
  /** Registrable name, IDN as people write it. */
  readonly domain: string;
  readonly contact: DemoContact;
  /** Companies whose certificates an agency looks after; empty for everyone else. */
  readonly holders: readonly DemoHolder[];
  readonly owner: string;
}

export interface DemoContact {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly country: string;
}

export interface DemoHolder {
  readonly name: string;
  readonly domain: string;
}

const owners = ['Marta Ruiz', 'Luis Vega', 'Camila Ocampo', 'Harriet Lockyer'];
/** Every nineteenth or so looks after other companies' certificates. */
const agencyEvery = 19;

/** Who looks after the machines of several customers: one mailbox under several accounts. */
const sharedMailboxes = [
  { country: 'ES', customers: 4, name: 'Guillem Roca', address: 'certificados@nubellana-sistemas.example' },
  { country: 'MX', customers: 3, name: 'Regina Saldívar', address: 'soporte@redaltiplano.example' },
  { country: 'GB', customers: 2, name: 'Owen Bramley', address: 'hostmaster@harbourside-it.example' },
] as const;

export function demoCustomers(random: SeededRandom): DemoCustomer[] {
  const taken = new Set<string>();
  const customers = demoRegions.flatMap((region) =>
    Array.from({ length: region.customers }, () => ({ region, ...company(region, random, taken) })),
  );
  const described = customers.map(({ region, name, domain }, index) =>
    describe({ region, name, domain, index, random, taken }),
  );
  return shareMailboxes(described);
}

interface Sketch {
  readonly region: DemoRegion;
  readonly name: string;
  readonly domain: string;
  readonly index: number;
  readonly random: SeededRandom;
  readonly taken: Set<string>;
}

function describe({ region, name, domain, index, random, taken }: Sketch): DemoCustomer {
  const isAgency = index % agencyEvery === 11;
  return {
    account: `C${30_000 + index * 7}`,
    name: isAgency ? `${agencyName(region)} ${name.split(' ').slice(1).join(' ')}` : name,
    region,
    domain,
    contact: contactAt(region, domain, random),
    holders: isAgency ? Array.from({ length: 3 }, () => company(region, random, taken)) : [],
    owner: owners[region.country === 'ES' ? index % 2 : /GB|US|IE/.test(region.country) ? 3 : 2]!,
  };
}

function agencyName(region: DemoRegion): string {
  return /GB|US|IE/.test(region.country) ? 'Digital Studio' : 'Agencia Digital';
}

/** A company that nobody else is, under a name below `.example` (RFC 2606 section 2) that nobody can own. */
function company(region: DemoRegion, random: SeededRandom, taken: Set<string>): DemoHolder {
  for (;;) {
    const trade = random.pick(region.trades);
    const family = random.pick(region.lastNames);
    const isEnglish = /GB|US|IE/.test(region.country);
    const core = isEnglish ? `${family} ${trade}` : `${trade} ${family}`;
    if (taken.has(core)) continue;
    taken.add(core);
    const keepsAccents = random.chance(0.12);
    return {
      name: `${core} ${random.pick(region.forms)}`,
      domain: `${slug(isEnglish ? core : core.replace('Clínica Dental', 'Dental'), keepsAccents)}.example`,
    };
  }
}

function slug(words: string, keepsAccents: boolean): string {
  const lower = words.toLowerCase().replace(/[^\p{L}]+/gu, '-');
  return keepsAccents ? lower : plain(lower);
}

export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '');
}

function contactAt(region: DemoRegion, domain: string, random: SeededRandom): DemoContact {
  const first = random.pick(region.firstNames);
  const last = random.pick(region.lastNames);
  const digits = (count: number): string =>
    Array.from({ length: count }, () => random.between(0, 9)).join('');
  const local = random.chance(0.2)
    ? random.pick(
        /GB|US|IE/.test(region.country) ? ['it', 'webmaster', 'ops'] : ['sistemas', 'informatica', 'soporte'],
      )
    : plain(`${first}.${last}`).toLowerCase();
  return {
    name: `${first} ${last}`,
    address: `${local}@${plain(domain)}`,
    phone: random.chance(0.15) ? '' : region.phone(digits),
    locale: random.chance(0.08) ? '' : random.pick(region.locales),
    timeZone: random.chance(0.1) ? '' : random.pick(region.timeZones),
    country: random.pick(region.countryWritten),
  };
}

function shareMailboxes(customers: readonly DemoCustomer[]): DemoCustomer[] {
  const left = sharedMailboxes.map((mailbox) => ({ ...mailbox, left: mailbox.customers as number }));
  return customers.map((customer) => {
    const mailbox = left.find(({ country, left }) => country === customer.region.country && left > 0);
    if (!mailbox || customer.holders.length > 0) return customer;
    mailbox.left -= 1;
    const { name, address } = mailbox;
    const locale = customer.region.locales[0]!;
    const timeZone = customer.region.timeZones[0]!;
    return { ...customer, contact: { ...customer.contact, name, address, locale, timeZone } };
  });
}
