import { z } from 'zod';
import { contact } from './contacts.ts';
import { instant, isoDay, listOf, money, pageQuery, rowId } from './list.ts';
import { messageRow } from './messages.ts';
import { note } from './notes.ts';
import { orderRow } from './orders.ts';

export const customersQuery = z.object({
  text: z.string().trim().min(1).max(200).optional(),
  owner: z.string().max(200).optional().meta({ description: 'an owner, or `none`' }),
  contact: z.enum(['none']).optional().meta({ description: 'none: nobody there can be written to' }),
  sort: z.enum(['name', '-name']).default('name'),
  ...pageQuery,
});
export type CustomersQuery = z.infer<typeof customersQuery>;

export const customerRow = z
  .object({
    id: rowId,
    name: z.string(),
    account: z.string().nullable(),
    kind: z.enum(['customer', 'agency']),
    owner: z.string().nullable(),
    country: z.string().nullable(),
    noticesOn: z.boolean(),
    /** Orders in force, and those of them that end within 90 days without a renewal. */
    orders: z.number().int(),
    ending: z.number().int(),
    nextEnd: isoDay.nullable(),
    /** Contacts that can be written to: with an address that does not bounce. */
    reachable: z.number().int(),
  })
  .meta({ id: 'CustomerRow' });
export type CustomerRow = z.infer<typeof customerRow>;
export const customersPage = listOf(customerRow);

export const customerMoney = z
  .object({
    currency: z.string(),
    /** Of the orders in force. */
    inForce: money,
    /** Of those that end within 90 days: renewed, wished, silent. */
    renewed: money,
    promised: money,
    silent: money,
    /** Of the coverages that ended in the last 365 days without a renewal. */
    lost: money,
  })
  .meta({ id: 'CustomerMoney' });

/** Everything about one customer. */
export const customerView = z
  .object({
    ...customerRow.shape,
    division: z.string().nullable(),
    locale: z.string().nullable(),
    timeZone: z.string().nullable(),
    createdAt: instant,
    mainContact: rowId.nullable(),
    technicalContact: rowId.nullable(),
    contacts: z.array(contact),
    /** Newest first, the first fifty; more through /api/orders?customer=. */
    latestOrders: z.array(orderRow),
    /** Newest first, the first twenty; more through /api/messages?customer=. */
    messages: z.array(messageRow),
    notes: z.array(note),
    /** By currency; empty for whoever may not see prices. */
    money: z.array(customerMoney),
    etag: z.string(),
  })
  .meta({ id: 'Customer' });
export type CustomerView = z.infer<typeof customerView>;

export const customerChange = z
  .object({
    owner: z.string().trim().min(1).max(200).nullable(),
    noticesOn: z.boolean(),
    locale: z.string().trim().max(35).nullable(),
    timeZone: z.string().trim().max(60).nullable(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'an ISO 3166-1 country code such as ES')
      .nullable(),
    mainContact: rowId.nullable(),
    technicalContact: rowId.nullable(),
  })
  .partial();
export type CustomerChange = z.infer<typeof customerChange>;
