import { z } from 'zod';
import { instant, rowId, undoOffer } from './list.ts';

export const purposes = ['safety', 'reminder', 'offer'] as const;
export const purpose = z.enum(purposes);
export type Purpose = (typeof purposes)[number];

/** What an address has said about one purpose. Without a word it may be written to. */
export const consent = z
  .object({ purpose, objected: z.boolean(), at: instant.nullable(), source: z.string().nullable() })
  .meta({ id: 'Consent' });
export type Consent = z.infer<typeof consent>;

export const contact = z
  .object({
    id: rowId,
    name: z.string().nullable(),
    address: z.string(),
    phone: z.string().nullable(),
    locale: z.string().nullable(),
    timeZone: z.string().nullable(),
    country: z.string().nullable(),
    /** False: known, never written to. */
    writable: z.boolean(),
    bouncingSince: instant.nullable(),
    /** One for each purpose. */
    consents: z.array(consent),
    /** Parts at the customer: main, technical. */
    isMain: z.boolean(),
    isTechnical: z.boolean(),
    etag: z.string(),
  })
  .meta({ id: 'Contact' });
export type Contact = z.infer<typeof contact>;
/** The answer to a change: the contact as it is now. */
export const changedContact = contact.extend(undoOffer).meta({ id: 'ChangedContact' });
export type ChangedContact = z.infer<typeof changedContact>;

const fields = {
  name: z.string().trim().min(1).max(200).nullable(),
  address: z.string().trim().min(3).max(320),
  phone: z.string().trim().max(60).nullable(),
  locale: z.string().trim().max(35).nullable(),
  timeZone: z.string().trim().max(60).nullable(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'an ISO 3166-1 country code such as ES')
    .nullable(),
};
export const newContact = z.object({
  ...fields,
  name: fields.name.default(null),
  phone: fields.phone.default(null),
  locale: fields.locale.default(null),
  timeZone: fields.timeZone.default(null),
  country: fields.country.default(null),
});
export type NewContact = z.infer<typeof newContact>;
export const contactChange = z.object(fields).partial();
export type ContactChange = z.infer<typeof contactChange>;

export const consentChange = z.object({ purpose, objected: z.boolean() });
export type ConsentChange = z.infer<typeof consentChange>;
