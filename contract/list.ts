import { z } from 'zod';

/** A row's number within its partner; opaque to everyone outside. */
export const rowId = z.string().regex(/^\d{1,18}$/, 'a row id: digits only');
/** An instant in UTC, `2026-11-23T09:00:00Z`. */
export const instant = z.string().meta({ format: 'date-time' });
/** A calendar day, `2026-11-23`. */
export const isoDay = z.iso.date();
/** An amount in the currency's minor unit. */
export const money = z.object({ minor: z.string(), currency: z.string() }).meta({ id: 'Money' });
export type MoneyShown = z.infer<typeof money>;

/** What every list takes: how many rows, and the place where the page before ended. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(600).optional().meta({ description: '`next` of the page before' }),
};

/** Query strings know only words. */
export const yesNo = z.enum(['true', 'false']).transform((word) => word === 'true');

/** One page: its rows, and where the next one begins; null at the end. */
export function listOf<T extends z.ZodType>(row: T) {
  return z.object({ rows: z.array(row), next: z.string().nullable() });
}

/** A list as code handles it. */
export interface Page<T> {
  readonly rows: T[];
  readonly next: string | null;
}

/** What a change that can be taken back answers with. */
/** How a change is taken back. */
export const undoOffer = {
  /** For POST /api/undo/{token}; null where nothing changed. */
  undo: z.string().nullable(),
  /** Until when the token is good. */
  undoUntil: instant.nullable(),
};
export const undoable = z.object({ changed: z.number().int(), ...undoOffer });
export type Undoable = z.infer<typeof undoable>;
