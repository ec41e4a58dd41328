import { z } from 'zod';
import { renewedKind } from './expiring.ts';
import { isoDay, listOf, pageQuery, rowId } from './list.ts';
import { orderStatuses } from './orders.ts';

export const domainViews = ['all', 'ending', 'gaps', 'duplicates'] as const;
export type DomainView = (typeof domainViews)[number];

export const domainFilter = z.object({
  show: z.enum(domainViews).default('all').meta({
    description: 'all and duplicates stand by name, ending and gaps by their day',
  }),
  /** How far ahead an end counts. */
  days: z.coerce.number().int().min(1).max(730).default(90),
  customer: rowId.optional(),
  /** Begins with this: a domain, or a host name under it. */
  text: z.string().trim().min(1).max(253).optional(),
});
export type DomainFilter = z.infer<typeof domainFilter>;

export const domainsQuery = domainFilter.extend(pageQuery);

const customer = z.object({ id: rowId, name: z.string() });

export const domainRow = z
  .object({
    /** As it is kept, in A-labels; its id. */
    domain: z.string(),
    /** As people read it. */
    shown: z.string(),
    names: z.number().int(),
    /** Orders in force. */
    orders: z.number().int(),
    /** The first end of an order in force. */
    endsOn: isoDay.nullable(),
    daysLeft: z.number().int().nullable(),
    /** Names whose coverage ends within the days asked for, or ended up to 30 days ago, with nothing after. */
    gaps: z.number().int(),
    firstGap: isoDay.nullable(),
    /** Names that several orders speak for, of which none follows another. */
    duplicates: z.number().int(),
    customers: z.array(customer),
    moreCustomers: z.number().int(),
    /** The domain has so many names that only those of the newest orders were looked at. */
    isCut: z.boolean(),
  })
  .meta({ id: 'DomainRow' });
export type DomainRow = z.infer<typeof domainRow>;
/** A page may hold fewer rows than asked for, even none, and still have a next one: matches may be rare. */
export const domainsPage = listOf(domainRow);

export const domainName = z
  .object({
    name: z.string(),
    state: z.enum(['covered', 'gap', 'later', 'past']),
    /** The last day without a break, or the last day at all. */
    endsOn: isoDay.nullable(),
    isDuplicate: z.boolean(),
    /** The orders that speak for it now or later, else those that did last. */
    by: z.array(z.object({ id: rowId, number: z.string(), how: z.enum(['exact', 'wildcard']) })),
  })
  .meta({ id: 'DomainName' });
export type DomainName = z.infer<typeof domainName>;

export const domainOrder = z
  .object({
    id: rowId,
    number: z.string(),
    authorityName: z.string(),
    product: z.string().nullable(),
    status: z.enum(orderStatuses),
    renewed: renewedKind,
    customer,
    coversFrom: isoDay.nullable(),
    coversUntil: isoDay.nullable(),
    /** Names of it under this domain. */
    names: z.array(z.string()),
    moreNames: z.number().int(),
    certificates: z.array(
      z.object({
        serial: z.string().nullable(),
        validFrom: isoDay.nullable(),
        validUntil: isoDay.nullable(),
      }),
    ),
  })
  .meta({ id: 'DomainOrder' });
export type DomainOrder = z.infer<typeof domainOrder>;

export const domainView = domainRow
  .extend({
    today: isoDay,
    /** Gaps first, then duplicates, then by name; at most 300, as `moreNames` says. */
    nameRows: z.array(domainName),
    moreNames: z.number().int(),
    /** The latest end first; at most 100. */
    orderRows: z.array(domainOrder),
    moreOrders: z.number().int(),
  })
  .meta({ id: 'Domain' });
export type DomainDetail = z.infer<typeof domainView>;
