import type { RowId } from '../kernel/ids.ts';

/** One clock that is about to end or has ended, with what a person wants to see of its order. Days are ISO. */
export interface ExpiringRow {
  readonly clock: RowId;
  readonly kind: string;
  readonly order: RowId;
  readonly number: string;
  readonly authority: string;
  readonly commonName: string | null;
  readonly productName: string | null;
  /** As sold, an ISO duration. */
  readonly term: string | null;
  readonly customer: RowId;
  readonly customerName: string;
  readonly accountNumber: string | null;
  readonly owner: string | null;
  /** The company the certificate is for, when the customer is an agency. */
  readonly holder: string | null;
  /** Names besides the common name. */
  readonly moreNames: number;
  readonly noticesOn: boolean;
  readonly renewed: 'no' | 'perhaps' | 'partly' | 'renewed';
  readonly beginsOn: string;
  /** The last day on which it is in force. */
  readonly endsOn: string;
  /** Days from the day asked about to the last day: 0 is today, negative has ended. */
  readonly daysLeft: number;
}

/** Which clocks are asked for. */
export interface ExpiringQuery {
  /** ISO day from which days left are counted. */
  readonly asOf: string;
  /** Days left, both included. */
  readonly from: number;
  readonly to: number;
  /** One kind of clock only. */
  readonly kind?: string | undefined;
  /** Renewed orders, too. */
  readonly renewed: boolean;
  /** Only orders whose notices are on, or off. */
  readonly noticesOn?: boolean | undefined;
  /** Part of an order's number, a name, a product or a customer's name. */
  readonly text?: string | undefined;
}

/** A group of the expiring report: clocks whose days left lie between the two, both included. */
export interface ExpiringGroup {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The report goes back so far: what ended longer ago is no longer news. */
export const lapsedDays = 90;

const edges = [7, 30, 60, 90];

/**
 * What ends within so many days, nearest first: up to 7, 30, 60 and 90 days, then whatever is left; the last group
 * ends where the question does.
 */
export function expiringGroups(withinDays: number): ExpiringGroup[] {
  const bounds = [...edges.filter((edge) => edge < withinDays), withinDays];
  return bounds.map((to, at) => ({
    name: `within-${to}`,
    from: at === 0 ? 0 : bounds[at - 1]! + 1,
    to,
  }));
}

/** What has ended, latest first by group: less than 7 days ago, 30, 90. */
export const lapsedGroups: readonly ExpiringGroup[] = [
  { name: 'lapsed-7', from: -7, to: -1 },
  { name: 'lapsed-30', from: -30, to: -8 },
  { name: `lapsed-${lapsedDays}`, from: -lapsedDays, to: -31 },
];

/** The share of its lifetime that a clock has left on the day asked about, 0 to 1. */
export function shareLeft({
  beginsOn,
  endsOn,
  daysLeft,
}: Pick<ExpiringRow, 'beginsOn' | 'endsOn' | 'daysLeft'>): number {
  const begins = Temporal.PlainDate.from(beginsOn);
  const lifetime = begins.until(Temporal.PlainDate.from(endsOn), { largestUnit: 'days' }).days + 1;
  return Math.min(1, Math.max(0, (daysLeft + 1) / Math.max(1, lifetime)));
}
