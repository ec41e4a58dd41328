import { z } from 'zod';
import { isoDay, listOf, pageQuery, rowId, undoable } from './list.ts';
import { orderRow } from './orders.ts';

export const perhapsRenewedQuery = z.object({
  customer: rowId.optional(),
  text: z.string().trim().min(1).max(200).optional(),
  kind: z.enum(['perhaps', 'partly']).optional(),
  ...pageQuery,
});
export type PerhapsRenewedQuery = z.infer<typeof perhapsRenewedQuery>;

const sideNames = { names: z.array(z.string()), serverCount: z.number().int().nullable() };

/** An order and what may have taken its place, side by side. */
export const perhapsRenewedRow = z
  .object({
    old: orderRow.extend(sideNames),
    candidates: z.array(orderRow.extend(sideNames)),
    kind: z.enum(['perhaps', 'partly']),
    /** What was seen, as a sentence in the caller's language, and its code. */
    evidence: z.string(),
    code: z.string(),
    /** Names of the old order that no candidate covers; empty where only servers are left. */
    uncovered: z.array(z.string()),
    /** How many of the old order's servers no candidate reaches. */
    serversLeft: z.number().int(),
    endsOn: isoDay.nullable(),
    daysLeft: z.number().int().nullable(),
  })
  .meta({ id: 'PerhapsRenewed' });
export type PerhapsRenewedRow = z.infer<typeof perhapsRenewedRow>;
export const perhapsRenewedPage = listOf(perhapsRenewedRow);

/** confirm: it has been renewed, its touches stop. deny: it has not, and what held them back is lifted. */
export const perhapsRenewedAnswer = z.object({
  answer: z.enum(['confirm', 'deny']),
  orders: z.array(rowId).min(1).max(1000),
  /** Confirm also orders of which names or servers stay uncovered: their touches stop, too. Without it they are left. */
  partly: z.boolean().default(false),
});
export type PerhapsRenewedAnswer = z.infer<typeof perhapsRenewedAnswer>;

export const perhapsRenewedAnswered = undoable.extend({
  /** Orders that were not confirmed because they are renewed in part only. */
  leftOut: z.number().int(),
});
export type PerhapsRenewedAnswered = z.infer<typeof perhapsRenewedAnswered>;
