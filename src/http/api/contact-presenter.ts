import { type Contact, purposes } from '../../../contract/contacts.ts';
import { type ContactLine, editableContactFields } from '../../inventory/contact-list.ts';
import { etagOf } from './etag.ts';

export function presentContact(contact: ContactLine): Contact {
  const said = new Map(contact.consents.map((consent) => [consent.purpose, consent]));
  return {
    id: contact.id,
    name: contact.name,
    address: contact.address,
    phone: contact.phone,
    locale: contact.locale,
    timeZone: contact.timeZone,
    country: contact.country,
    writable: contact.writable,
    bouncingSince: contact.bouncingSince?.toString() ?? null,
    consents: purposes.map((purpose) => {
      const word = said.get(purpose);
      return {
        purpose,
        objected: word?.objected ?? false,
        at: word?.at ?? null,
        source: word?.source ?? null,
      };
    }),
    isMain: contact.isMain,
    isTechnical: contact.isTechnical,
    etag: etagOf({ ...editableContactFields(contact) }),
  };
}
