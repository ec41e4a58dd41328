import type { DemoCustomer, DemoHolder } from './demo-customers.ts';
import { certificateOn, type DemoDays, type DemoOrder } from './demo-order.ts';
import { type DemoProduct, demoProducts } from './demo-products.ts';
import type { SeededRandom } from './seeded-random.ts';

/** What a story wants of an order; everything else is drawn. */
export interface OrderWish {
  readonly customer: DemoCustomer;
  /** Days from the run day to the last day of the coverage; negative once it is over. */
  readonly daysLeft: number;
  readonly years?: number;
  readonly coverage?: DemoDays;
  readonly product?: DemoProduct;
  readonly names?: readonly string[];
  readonly more?: Partial<DemoOrder>;
}

/** Writes orders down one after the other, each under a number as its authority gives them. */
export class OrderBook {
  readonly orders: DemoOrder[] = [];
  readonly #today: Temporal.PlainDate;
  readonly #random: SeededRandom;
  readonly #usedHosts = new Set<string>();
  readonly #counts = { digicert: 1_480_311_207, sectigo: 2_206_114_093, globalsign: 0 };

  constructor(today: Temporal.PlainDate, random: SeededRandom) {
    this.#today = today;
    this.#random = random;
  }

  add(wish: OrderWish): DemoOrder {
    const { customer } = wish;
    const random = this.#random;
    const holder =
      customer.holders.length > 0 && random.chance(0.8) ? random.pick(customer.holders) : undefined;
    const product = wish.product ?? random.pick(demoProducts);
    const years = wish.years ?? 1;
    const coverage = wish.coverage ?? this.coverageEnding(wish.daysLeft, years);
    const lead = random.chance(0.06) ? ('never' as const) : random.between(3, 36);
    const order: DemoOrder = {
      number: this.#number(product, coverage.from),
      product,
      customer,
      holder,
      status: 'issued',
      names: wish.names ?? this.#names(product, holder ?? customer),
      years,
      coverage,
      certificate: certificateOn(coverage, product, this.#today, lead),
      renewalOf: undefined,
      renewedBy: undefined,
      flaggedRenewed: false,
      noticesOn: true,
      autoRenew: false,
      servers: random.chance(0.75) ? 1 : random.between(2, 6),
      notes: random.chance(0.08) ? random.pick(notes) : '',
      ...wish.more,
    };
    this.orders.push(order);
    return order;
  }

  /** Replaces an order by itself with something else about it. */
  amend(order: DemoOrder, change: Partial<DemoOrder>): DemoOrder {
    const amended = { ...order, ...change };
    this.orders[this.orders.indexOf(order)] = amended;
    return amended;
  }

  /** Days since the last day of an order's coverage; negative while it runs. */
  daysOver(order: DemoOrder): number {
    return order.coverage.until.until(this.#today, { largestUnit: 'days' }).days;
  }

  /** Some were renewed early the last time and run for longer than their term. */
  coverageEnding(daysLeft: number, years: number): DemoDays {
    const until = this.#today.add({ days: daysLeft });
    const carried = this.#random.chance(0.3) ? this.#random.between(3, 31) : 0;
    return { from: until.subtract({ years, days: carried }), until };
  }

  #number(product: DemoProduct, from: Temporal.PlainDate): string {
    const counts = this.#counts;
    counts[product.limitsOf] += this.#random.between(11, 4_200);
    if (product.limitsOf !== 'globalsign') return String(counts[product.limitsOf]);
    return `CE${from.toString().replaceAll('-', '')}${String(counts.globalsign).padStart(7, '0')}`;
  }

  #names(product: DemoProduct, owner: DemoHolder): string[] {
    const { domain } = owner;
    if (product.covers === 'wildcard') {
      return this.#isFree(`*.${domain}`) ? [`*.${domain}`, domain] : [`*.${this.#freeHost(owner)}`];
    }
    const first = this.#freeHost(owner);
    if (product.covers !== 'several') return first === `www.${domain}` ? [first, domain] : [first];
    const more = Array.from({ length: this.#random.between(1, 4) }, () => this.#freeHost(owner));
    return [first, ...more];
  }

  #freeHost({ domain }: DemoHolder): string {
    for (let tries = 0; ; tries++) {
      const host = this.#random.pick(hostWords);
      const name = tries < 6 ? `${host}.${domain}` : `${host}${this.#random.between(2, 99)}.${domain}`;
      if (this.#isFree(name)) return name;
    }
  }

  #isFree(name: string): boolean {
    if (this.#usedHosts.has(name)) return false;
    this.#usedHosts.add(name);
    return true;
  }
}

const hostWords = ['www', 'www', 'tienda', 'mail', 'citas', 'portal', 'clientes', 'intranet', 'api', 'pagos', 'vpn', 'shop', 'app', 'docs', 'webmail', 'sso']; // biome-ignore format: a list of words reads better as a paragraph
const notes = [
  'Llamar por la tarde',
  'Factura a mes vencido; pedir orden de compra antes',
  'El servidor lo lleva otra empresa: avisar con dos semanas',
  'Prefiere transferencia',
  'Ojo: cambian de proveedor de correo en primavera',
];
