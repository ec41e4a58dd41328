import { type RawBuilder, sql } from 'kysely';
import type { OrderOutcome } from './order-list.ts';

/**
 * What became of the coverage of an issued order `o`: renewed, promised (a renewal is requested), silent while it runs,
 * lost once its last day is over. Each order has exactly one of the four.
 */
export function outcomeIs(outcome: OrderOutcome, today: string): RawBuilder<boolean> {
  switch (outcome) {
    case 'renewed':
      return sql`(o.renewed = 'renewed')`;
    case 'promised':
      return sql`(o.renewed <> 'renewed' and o.renewal_requested_at is not null)`;
    case 'silent':
      return sql`(o.renewed <> 'renewed' and o.renewal_requested_at is null and o.covers_until >= ${today}::date)`;
    case 'lost':
      return sql`(o.renewed <> 'renewed' and o.renewal_requested_at is null and o.covers_until < ${today}::date)`;
  }
}
