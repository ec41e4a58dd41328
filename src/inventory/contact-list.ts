import type { RowId } from '../kernel/ids.ts';

export const consentPurposes = ['safety', 'reminder', 'offer'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

export interface ConsentShown {
  readonly purpose: ConsentPurpose;
  readonly objected: boolean;
  readonly at: string;
  readonly source: string;
}

/** A contact with what its address has said and whether it bounces. */
export interface ContactLine {
  readonly id: RowId;
  readonly customer: RowId;
  readonly name: string | null;
  readonly address: string;
  readonly addressKey: string;
  readonly phone: string | null;
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly country: string | null;
  readonly writable: boolean;
  readonly bouncingSince: Temporal.Instant | null;
  readonly consents: readonly ConsentShown[];
  readonly isMain: boolean;
  readonly isTechnical: boolean;
}

/** What a person may set of a contact. */
export interface ContactFields {
  readonly name: string | null;
  readonly address: string;
  readonly phone: string | null;
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly country: string | null;
}

export function editableContactFields(contact: ContactLine): ContactFields {
  const { name, address, phone, locale, timeZone, country } = contact;
  return { name, address, phone, locale, timeZone, country };
}
