import type { CustomerRow, CustomerView } from '../../../contract/customers.ts';
import type { Caller } from '../../access/caller.ts';
import { type CustomerLine, editableCustomerFields } from '../../inventory/customer-list.ts';
import { contactsOfCustomer, moneyOfCustomer } from '../../inventory/load-customers.ts';
import { loadOrderLines } from '../../inventory/load-orders.ts';
import { notesOf } from '../../inventory/notes.ts';
import { loadMessages } from '../../notices/load-messages.ts';
import type { PartnerTransaction } from '../../storage/database.ts';
import { presentContact } from './contact-presenter.ts';
import { etagOf } from './etag.ts';
import { presentMessage } from './message-presenter.ts';
import { presentNote } from './note-presenter.ts';
import { presentOrderLine } from './order-presenter.ts';
import { presentMoney } from './present-money.ts';

export function presentCustomerLine(customer: CustomerLine): CustomerRow {
  const { id, name, account, kind, owner, country, noticesOn, orders, ending, nextEnd, reachable } = customer;
  return { id, name, account, kind, owner, country, noticesOn, orders, ending, nextEnd, reachable };
}

/** Everything about one customer, gathered in one transaction. */
export async function customerView(
  tx: PartnerTransaction,
  customer: CustomerLine,
  options: { readonly caller: Caller; readonly seesPrices: boolean; readonly today: string },
): Promise<CustomerView> {
  const { caller, seesPrices, today } = options;
  const { id } = customer;
  const filter = { visible: caller.customers, customer: id };
  const sort = { by: 'ordered', descending: true } as const;
  const orders = await loadOrderLines(tx, { filter, sort, limit: 50, after: undefined });
  const messages = await loadMessages(tx, { filter, limit: 20, after: undefined });
  const contacts = await contactsOfCustomer(tx, id);
  const notes = await notesOf(tx, { kind: 'customer', id });
  const money = seesPrices ? await moneyOfCustomer(tx, id, today) : [];
  return {
    ...presentCustomerLine(customer),
    division: customer.division,
    locale: customer.locale,
    timeZone: customer.timeZone,
    createdAt: customer.createdAt.toString(),
    mainContact: customer.mainContact,
    technicalContact: customer.technicalContact,
    contacts: contacts.map(presentContact),
    latestOrders: orders.map((order) => presentOrderLine(order, seesPrices)),
    messages: messages.map(presentMessage),
    notes: notes.map((note) => presentNote(note, caller)),
    money: money.map(({ currency, inForce, renewed, promised, silent, lost }) => ({
      currency,
      inForce: presentMoney(inForce, true)!,
      renewed: presentMoney(renewed, true)!,
      promised: presentMoney(promised, true)!,
      silent: presentMoney(silent, true)!,
      lost: presentMoney(lost, true)!,
    })),
    etag: etagOf({ ...editableCustomerFields(customer) }),
  };
}
