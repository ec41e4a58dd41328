import type { DomainDetail, DomainName, DomainOrder, DomainRow } from '../../../contract/domains.ts';
import { authorityName } from '../../catalogue/authorities.ts';
import { displayHostName } from '../../inventory/display-host-name.ts';
import type { NameCoverage } from '../../inventory/domain-coverage.ts';
import type { Domain } from '../../inventory/load-domain.ts';
import type { DomainLine } from '../../inventory/load-domains.ts';

const shownCustomers = 3;
const shownNames = 300;
const shownOrders = 100;
const namesOfOrder = 20;

export function presentDomainLine(line: Omit<DomainLine, 'place'>, today: string): DomainRow {
  const { domain, names, orders, endsOn, gaps, firstGap, duplicates, customers, isCut } = line;
  return {
    ...{ domain, shown: displayHostName(domain), names, orders, endsOn, gaps, firstGap, duplicates, isCut },
    daysLeft:
      endsOn === null ? null : Temporal.PlainDate.from(today).until(endsOn, { largestUnit: 'days' }).days,
    customers: customers.slice(0, shownCustomers).map(({ id, name }) => ({ id, name })),
    moreCustomers: Math.max(0, customers.length - shownCustomers),
  };
}

export function presentDomain(domain: Domain, today: string): DomainDetail {
  const { orderRows, coverage, certificates } = domain;
  const customers = new Map(orderRows.map(({ customer, customerName }) => [customer, customerName]));
  const numbers = new Map(orderRows.map(({ id, number }) => [id, number]));
  const names = coverage.toSorted((a, b) => weight(b) - weight(a) || (a.name < b.name ? -1 : 1));
  const owned = Map.groupBy(certificates, ({ order }) => order);
  return {
    ...presentDomainLine({ ...domain, customers: [...customers].map(([id, name]) => ({ id, name })) }, today),
    today,
    nameRows: names.slice(0, shownNames).map((name) => presentName(name, numbers)),
    moreNames: Math.max(0, names.length - shownNames),
    orderRows: orderRows.slice(0, shownOrders).map(
      (row): DomainOrder => ({
        ...{ id: row.id, number: row.number, product: row.product, status: row.status, renewed: row.renewed },
        authorityName: authorityName(row.authority),
        customer: { id: row.customer, name: row.customerName },
        coversFrom: row.from,
        coversUntil: row.until,
        names: row.names.slice(0, namesOfOrder).map(displayHostName),
        moreNames: Math.max(0, row.names.length - namesOfOrder),
        certificates: (owned.get(row.id) ?? [])
          .slice(0, 5)
          .map(({ order: _, ...certificate }) => certificate),
      }),
    ),
    moreOrders: Math.max(0, orderRows.length - shownOrders),
  };
}

/** What asks for something to be done stands first. */
function weight({ state, isDuplicate }: NameCoverage): number {
  return (
    (state === 'gap' ? 4 : 0) +
    (state === 'later' ? 3 : 0) +
    (isDuplicate ? 2 : 0) -
    (state === 'past' ? 1 : 0)
  );
}

function presentName(
  { name, state, endsOn, isDuplicate, by }: NameCoverage,
  numbers: ReadonlyMap<string, string>,
): DomainName {
  const orders = by.map(({ order, how }) => ({ id: order, number: numbers.get(order) ?? '', how }));
  return { name: displayHostName(name), state, endsOn, isDuplicate, by: orders.slice(0, 20) };
}
