import type { Money } from '../../kernel/money.ts';

/** What the file says of an order's state. `issued` may have ended long ago: authorities never say `expired` of it. */
export const orderStatuses = [
  'issued',
  'pending',
  'revoked',
  'canceled',
  'expired',
  'rejected',
  'reissue-pending',
  'renewed',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** A term as it was sold. Which calendar days it means is not decided here. */
export type Term = { readonly years: number } | { readonly months: number } | { readonly days: number };

/**
 * One order as one line of an inventory file gives it, checked and normalised.
 *
 * A field that the file has no column for is absent (`undefined`): the file does not speak about it and nothing
 * may be erased. A column that is there but empty on this line is `null`. All rows of one file have the same keys.
 * Days are ISO calendar days (`2027-01-08`), the last day shown. No text but `notes` holds a line break, none a
 * control character.
 */
export interface InventoryRow {
  readonly orderNumber: string;
  readonly authority?: string | null;
  readonly status?: OrderStatus | null;
  readonly productCode?: string | null;
  readonly productName?: string | null;
  readonly commonName?: string | null;
  /** Common name first, then the others in the file's order, each once. */
  readonly names: readonly string[];
  /** False when the file has no column for the names: then `names` is the common name alone, not the whole list. */
  readonly namesAreComplete: boolean;
  readonly validFrom?: string | null;
  readonly validUntil?: string | null;
  /** First day of coverage. */
  readonly orderFrom?: string | null;
  /** Last day of coverage. */
  readonly orderUntil?: string | null;
  readonly orderedAt?: string | null;
  readonly term?: Term | null;
  readonly customerName?: string | null;
  readonly accountNumber?: string | null;
  readonly division?: string | null;
  /** The company the certificate is for, when the customer is an agency. Never written to. */
  readonly holder?: string | null;
  readonly contactName?: string | null;
  /** As it is written to: domain in lower case and as A-label, local part as in the file. No spaces, no line breaks. */
  readonly contactEmail?: string | null;
  /** The same address for comparison: wholly in lower case. */
  readonly contactEmailKey?: string | null;
  readonly contactPhone?: string | null;
  /** BCP 47. */
  readonly contactLocale?: string | null;
  /** IANA. */
  readonly contactTimeZone?: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | null;
  readonly isRenewed?: boolean | null;
  /** Number of the order that this one follows. */
  readonly renewalOf?: string | null;
  /** Number of the order that follows this one. */
  readonly renewedBy?: string | null;
  readonly noticesOn?: boolean | null;
  readonly autoRenew?: boolean | null;
  readonly price?: Money | null;
  readonly serverCount?: number | null;
  /** Hexadecimal, lower case, no separators. */
  readonly serial?: string | null;
  /** SHA-1 or SHA-256, hexadecimal, lower case, no separators. */
  readonly fingerprint?: string | null;
  /** Plain text with line breaks as `\n`; a formula stays text and is made harmless where it is written out. */
  readonly notes?: string | null;
  /** Who looks after the customer at the partner. */
  readonly owner?: string | null;
}
