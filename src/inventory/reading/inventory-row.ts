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
 * may be erased. A column that is there but empty on this line is `null`. Every row has every key, so that a million
 * of them are built quickly: ask for `undefined`, not for the key.
 * Days are ISO calendar days (`2027-01-08`), the last day shown. No text but `notes` holds a line break, none a
 * control character.
 */
export interface InventoryRow {
  readonly orderNumber: string;
  readonly authority?: string | null | undefined;
  readonly status?: OrderStatus | null | undefined;
  readonly productCode?: string | null | undefined;
  readonly productName?: string | null | undefined;
  readonly commonName?: string | null | undefined;
  /** Common name first, then the others in the file's order, each once. */
  readonly names: readonly string[];
  /** False when the file has no column for the names: then `names` is the common name alone, not the whole list. */
  readonly namesAreComplete: boolean;
  readonly validFrom?: string | null | undefined;
  readonly validUntil?: string | null | undefined;
  /** First day of coverage. */
  readonly orderFrom?: string | null | undefined;
  /** Last day of coverage. */
  readonly orderUntil?: string | null | undefined;
  readonly orderedAt?: string | null | undefined;
  readonly term?: Term | null | undefined;
  readonly customerName?: string | null | undefined;
  readonly accountNumber?: string | null | undefined;
  readonly division?: string | null | undefined;
  /** The company the certificate is for, when the customer is an agency. Never written to. */
  readonly holder?: string | null | undefined;
  readonly contactName?: string | null | undefined;
  /** As it is written to: domain in lower case and as A-label, local part as in the file. No spaces, no line breaks. */
  readonly contactEmail?: string | null | undefined;
  /** The same address for comparison: wholly in lower case. */
  readonly contactEmailKey?: string | null | undefined;
  readonly contactPhone?: string | null | undefined;
  /** BCP 47. */
  readonly contactLocale?: string | null | undefined;
  /** IANA. */
  readonly contactTimeZone?: string | null | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | null | undefined;
  readonly isRenewed?: boolean | null | undefined;
  /** Number of the order that this one follows. */
  readonly renewalOf?: string | null | undefined;
  /** Number of the order that follows this one. */
  readonly renewedBy?: string | null | undefined;
  readonly noticesOn?: boolean | null | undefined;
  readonly autoRenew?: boolean | null | undefined;
  readonly price?: Money | null | undefined;
  readonly serverCount?: number | null | undefined;
  /** Hexadecimal, lower case, no separators. */
  readonly serial?: string | null | undefined;
  /** SHA-1 or SHA-256, hexadecimal, lower case, no separators. */
  readonly fingerprint?: string | null | undefined;
  /** Plain text with line breaks as `\n`; a formula stays text and is made harmless where it is written out. */
  readonly notes?: string | null | undefined;
  /** Who looks after the customer at the partner. */
  readonly owner?: string | null | undefined;
}
