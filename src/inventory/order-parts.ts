import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { ContactLine } from './contact-list.ts';
import { selectContactLines } from './contact-list-store.ts';
import {
  type CertificateRow,
  selectCertificates,
  selectClocksOfOrder,
  selectClocksOfOrders,
  selectOrderPeople,
} from './order-parts-store.ts';

export interface OrderPerson extends ContactLine {
  readonly parts: readonly string[];
  /** Has said that the order is not theirs. */
  readonly disowned: boolean;
}

export interface OrderParts {
  readonly certificates: readonly CertificateRow[];
  readonly clocks: readonly RowId[];
  readonly people: readonly OrderPerson[];
}

/** What hangs on one order: its certificates, its clocks, its people. */
export async function orderParts(tx: PartnerTransaction, order: RowId): Promise<OrderParts> {
  const certificates = await selectCertificates(tx, order);
  const clocks = await selectClocksOfOrder(tx, order);
  const rows = await selectOrderPeople(tx, order);
  const roles = new Map(rows.map((row) => [row.contact, row]));
  const contacts = rows.length === 0 ? [] : await selectContactLines(tx, [...roles.keys()]);
  const people = contacts.map((contact) => {
    const { parts, disowned } = roles.get(contact.id)!;
    return { ...contact, parts, disowned };
  });
  return { certificates, clocks, people };
}

/** The running clocks of these orders. */
export async function clocksOfOrders(tx: PartnerTransaction, orders: readonly RowId[]): Promise<RowId[]> {
  return selectClocksOfOrders(tx, orders);
}
