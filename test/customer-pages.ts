import type { CustomerFacts, CustomerOrder } from '../src/renewals/customer-facts.ts';
import type { CustomerPagesPort } from '../src/renewals/customer-pages-port.ts';
import { makeLinks, readLink } from '../src/renewals/renewal-link.ts';

const secrets = ['a secret of thirty-two characters!'] as const;
export const customerLinks = makeLinks('https://avisos.faro.example', secrets);

/** The path that a browser asks for behind a link. */
export const pathOf = (url: string): string => new URL(url).pathname;

export function customerOrder(change: Partial<CustomerOrder> = {}): CustomerOrder {
  return {
    order: '11',
    asks: 'renewal',
    number: '1480313964',
    product: 'Secure Site Pro EV',
    authority: 'DigiCert',
    commonName: 'tienda.panaderia-galindo.example',
    names: ['tienda.panaderia-galindo.example', 'www.panaderia-galindo.example', 'panaderia-galindo.example'],
    issuedOn: '2025-12-24',
    endsOn: '2026-12-24',
    daysLeft: 31,
    shareLeft: 0.085,
    validity: { years: 1 },
    price: { minor: 99_500n, currency: 'EUR' },
    standing: { kind: 'open' },
    noticesOn: true,
    ...change,
  };
}

export function customerFacts(change: Partial<CustomerFacts> = {}): CustomerFacts {
  return {
    locale: 'es-ES',
    timeZone: 'Europe/Madrid',
    partner: {
      name: 'Faro Certificados',
      support: {
        email: 'ayuda@farocertificados.example',
        phone: '+34 940 000 000',
        hours: 'de lunes a viernes, de 9:00 a 18:00',
      },
      legal: 'Faro Certificados, S.L. · Calle del Puerto, 12 · 48001 Bilbao · NIF B00000000',
    },
    person: 'Lucía Galindo',
    company: 'Panadería Galindo S.L.',
    accountNumber: 'C30014',
    orders: [customerOrder()],
    disowned: false,
    objections: [],
    ...change,
  };
}

/** A customer's world in memory: the pages change it as the ledger would. */
export class CustomerWorld implements CustomerPagesPort {
  facts: CustomerFacts;
  gone = false;
  /** Every verb that changed something, with what it was told. */
  readonly done: unknown[][] = [];
  readonly readLink = (token: string) => readLink(token, secrets);

  constructor(facts: CustomerFacts = customerFacts()) {
    this.facts = facts;
  }

  readonly lookUp: CustomerPagesPort['lookUp'] = async () =>
    this.gone
      ? { kind: 'gone', partner: this.facts.partner, locale: this.facts.locale }
      : { kind: 'known', facts: this.facts };

  readonly requestRenewal: CustomerPagesPort['requestRenewal'] = async (link, { orders, how }) => {
    this.#note('requestRenewal', link.notice, orders, how);
    this.#change(orders, { standing: { kind: 'requested', at: '2026-11-23T09:12:00Z' } });
  };

  readonly withdrawRenewal: CustomerPagesPort['withdrawRenewal'] = async (link, orders) => {
    this.#note('withdrawRenewal', link.notice, orders);
    this.#change(orders, { standing: { kind: 'open' } });
  };

  readonly switchNoticesOff: CustomerPagesPort['switchNoticesOff'] = async (link, reason) => {
    this.#note('switchNoticesOff', link.order, reason);
    this.#change([link.order], { noticesOn: false });
  };

  readonly switchNoticesOn: CustomerPagesPort['switchNoticesOn'] = async (link) => {
    this.#note('switchNoticesOn', link.order);
    this.#change([link.order], { noticesOn: true });
  };

  readonly disown: CustomerPagesPort['disown'] = async (link, reason) => {
    this.#note('disown', link.order, reason);
    this.facts = { ...this.facts, disowned: true };
  };

  readonly takeBackDisowning: CustomerPagesPort['takeBackDisowning'] = async (link) => {
    this.#note('takeBackDisowning', link.order);
    this.facts = { ...this.facts, disowned: false };
  };

  readonly unsubscribe: CustomerPagesPort['unsubscribe'] = async (link, purposes) => {
    this.#note('unsubscribe', link.notice, purposes);
    this.facts = { ...this.facts, objections: [...new Set([...this.facts.objections, ...purposes])] };
  };

  readonly resubscribe: CustomerPagesPort['resubscribe'] = async (link, purposes) => {
    this.#note('resubscribe', link.notice, purposes);
    const objections = this.facts.objections.filter((purpose) => !purposes.includes(purpose));
    this.facts = { ...this.facts, objections };
  };

  #note(...words: unknown[]): void {
    this.done.push(words);
  }

  #change(orders: readonly string[], change: Partial<CustomerOrder>): void {
    const changed = this.facts.orders.map((order) =>
      orders.includes(order.order) ? { ...order, ...change } : order,
    );
    this.facts = { ...this.facts, orders: changed };
  }
}

/** Eight orders of one notice, as a busy account has them. */
export function manyOrders(count: number): CustomerOrder[] {
  return Array.from({ length: count }, (_, index) =>
    customerOrder({
      order: String(20 + index),
      number: String(1_480_400_000 + index * 811),
      commonName: `sede-${index + 1}.panaderia-galindo.example`,
      names: [`sede-${index + 1}.panaderia-galindo.example`],
      endsOn: Temporal.PlainDate.from('2026-11-25')
        .add({ days: index * 8 })
        .toString(),
      daysLeft: 2 + index * 8,
      shareLeft: (2 + index * 8) / 365,
    }),
  );
}
