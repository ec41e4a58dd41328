import type { Context } from 'hono';
import type { PlanFilter as Asked } from '../../../contract/plan.ts';
import type { PlanFilter } from '../../notices/load-plan.ts';
import type { ApiEnv } from './api-context.ts';
import type { CallerScope } from './caller-scope.ts';

const planLength = 120;

/** The filter as asked, within what the caller may see; days that were not asked for are the whole plan's. */
export function planFilterOf(
  c: Context<ApiEnv>,
  { customer, from, until, ...rest }: Asked,
  { today }: CallerScope,
): PlanFilter {
  const first = from ?? today;
  const last = Temporal.PlainDate.from(first).add({ days: planLength }).toString();
  return { ...rest, from: first, until: until ?? last, customers: customersSeen(c, customer) };
}

/** The customers that are asked about and may be seen; null: everybody. */
export function customersSeen(c: Context<ApiEnv>, asked: string | undefined): readonly string[] | null {
  const visible = c.var.caller.customers;
  if (asked === undefined) return visible;
  return visible === null || visible.includes(asked) ? [asked] : [];
}

/** The first instant of a calendar day where the partner is; epoch milliseconds. */
export function dayBegins(day: string, timeZone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds;
}
