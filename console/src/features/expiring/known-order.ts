import type { InfiniteData } from '@tanstack/react-query';
import type { ExpiringPage } from '../../../../contract/expiring.ts';
import type { OrderRow } from '../../../../contract/orders.ts';
import { queryClient } from '../../api/query-client.ts';
import { dayOf, daysBetween } from '../../shell/time-text.ts';

/** What a list that is already here says of an order. */
export interface KnownOrder {
  readonly number: string;
  readonly commonName: string | null;
  readonly customer: string;
  readonly end: { readonly on: string; readonly daysLeft: number; readonly shareLeft: number } | null;
}

/** So that a quick view opens with what the person has just been looking at; undefined where no list has it. */
export function knownOrder(id: string, timeZone: string): KnownOrder | undefined {
  return fromExpiring(id) ?? fromOrders(id, timeZone);
}

function rowsOf<T>(path: string): T[] {
  return queryClient
    .getQueriesData<InfiniteData<{ rows: T[] }>>({ queryKey: ['list', path] })
    .flatMap(([, seen]) => seen?.pages.flatMap(({ rows }) => rows) ?? []);
}

function fromExpiring(id: string): KnownOrder | undefined {
  const row = rowsOf<ExpiringPage['rows'][number]>('/expiring').find(({ order }) => order === id);
  if (!row) return undefined;
  const { number, commonName, customer, endsOn, daysLeft, shareLeft } = row;
  return { number, commonName, customer: customer.name, end: { on: endsOn, daysLeft, shareLeft } };
}

function fromOrders(id: string, timeZone: string): KnownOrder | undefined {
  const row = rowsOf<OrderRow>('/orders').find((one) => one.id === id);
  if (!row) return undefined;
  const { number, commonName, customer, coversFrom, coversUntil } = row;
  return { number, commonName, customer: customer.name, end: endOf(coversFrom, coversUntil, timeZone) };
}

function endOf(from: string | null, until: string | null, timeZone: string): KnownOrder['end'] {
  if (until === null) return null;
  const daysLeft = daysBetween(dayOf(new Date(), timeZone), until);
  const whole = from === null ? 365 : Math.max(1, daysBetween(from, until));
  return { on: until, daysLeft, shareLeft: daysLeft / whole };
}
