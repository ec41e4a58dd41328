import { Fault } from '../kernel/fault.ts';
import type { RowId } from '../kernel/ids.ts';
import { parseAddress } from '../kernel/mail-address.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { type ContactFields, type ContactLine, editableContactFields } from './contact-list.ts';
import {
  becomeFirstContact,
  deleteUnusedContact,
  insertContact,
  isAddressTaken,
  leaveAsMainContact,
  selectContactLines,
  selectContactOwners,
  updateContact,
} from './contact-list-store.ts';
import { type CustomerFields, type CustomerLine, editableCustomerFields } from './customer-list.ts';
import { updateCustomerFields, wakeClocksOfCustomer } from './customer-list-store.ts';

export interface Difference<T> {
  readonly before: Partial<T>;
  readonly after: Partial<T>;
}

/** Sets fields of a customer by a person's word; undefined where it holds them already. */
export async function changeCustomer(
  tx: PartnerTransaction,
  customer: CustomerLine,
  change: Partial<CustomerFields>,
  now: Temporal.Instant,
): Promise<Difference<CustomerFields> | undefined> {
  const people = [change.mainContact, change.technicalContact].filter(
    (id) => id !== undefined && id !== null,
  );
  const owners = await selectContactOwners(tx, people);
  if (people.some((id) => owners.get(id) !== customer.id)) {
    throw new Fault('invalid', 'this contact belongs to another customer', { code: 'contact-elsewhere' });
  }
  refuseUnknownPlace(change);
  const held = editableCustomerFields(customer);
  const names = (Object.keys(change) as (keyof CustomerFields)[]).filter(
    (name) => change[name] !== undefined && change[name] !== held[name],
  );
  if (names.length === 0) return undefined;
  const pick = (from: Partial<CustomerFields>) =>
    Object.fromEntries(names.map((name) => [name, from[name]])) as Partial<CustomerFields>;
  await updateCustomerFields(tx, customer.id, pick(change), now.toString());
  await wakeClocksOfCustomer(tx, customer.id, now.toString());
  return { before: pick(held), after: pick(change) };
}

/** Adds a contact; a customer's first is its main one and hears the notices. Throws `invalid` for what is no address, `conflict` where the customer has it already. */
export async function addContact(
  tx: PartnerTransaction,
  customer: RowId,
  fields: ContactFields,
  now: Temporal.Instant,
): Promise<ContactLine> {
  const checked = checkedContact(fields);
  const id = await insertContact(tx, customer, checked, now.toString());
  if (id === undefined)
    throw new Fault('conflict', 'this customer already has a contact with this address', {
      code: 'address-taken',
    });
  await becomeFirstContact(tx, customer, id);
  await wakeClocksOfCustomer(tx, customer, now.toString());
  return (await selectContactLines(tx, [id]))[0]!;
}

/** The undo of `addContact`; false where something speaks of the contact by now. */
export async function removeAddedContact(
  tx: PartnerTransaction,
  { id, customer }: { readonly id: RowId; readonly customer: RowId },
  now: Temporal.Instant,
): Promise<boolean> {
  const wasMain = await leaveAsMainContact(tx, customer, id);
  if (!(await deleteUnusedContact(tx, id))) {
    if (wasMain) await becomeFirstContact(tx, customer, id);
    return false;
  }
  await wakeClocksOfCustomer(tx, customer, now.toString());
  return true;
}

/** Changes a contact. What the old address has said stays with the old address. */
export async function changeContact(
  tx: PartnerTransaction,
  contact: ContactLine,
  change: Partial<ContactFields>,
  now: Temporal.Instant,
): Promise<{
  readonly before: ContactFields;
  readonly after: ContactFields;
  readonly contact: ContactLine;
}> {
  const before = editableContactFields(contact);
  const checked = checkedContact({ ...before, ...change });
  const taken = { customer: contact.customer, addressKey: checked.addressKey, but: contact.id };
  if (await isAddressTaken(tx, taken)) {
    throw new Fault('conflict', 'this customer already has a contact with this address', {
      code: 'address-taken',
    });
  }
  await updateContact(tx, contact.id, checked, now.toString());
  await wakeClocksOfCustomer(tx, contact.customer, now.toString());
  const { addressKey: _, ...after } = checked;
  return { before, after, contact: (await selectContactLines(tx, [contact.id]))[0]! };
}

function checkedContact(fields: ContactFields): ContactFields & { readonly addressKey: string } {
  refuseUnknownPlace(fields);
  const parsed = parseAddress(fields.address);
  if (!parsed) {
    throw new Fault(
      'invalid',
      'this is no address that mail can be sent to: name@company.example was expected',
      { code: 'not-an-address' },
    );
  }
  return { ...fields, address: parsed.address, addressKey: parsed.key };
}

/** Locales and zones that nothing can be written in would fail only when a message is made. */
function refuseUnknownPlace({
  locale,
  timeZone,
}: {
  readonly locale?: string | null;
  readonly timeZone?: string | null;
}): void {
  if (locale && !isMade(() => new Intl.Locale(locale))) {
    throw new Fault('invalid', `locale "${locale}": a locale such as es-MX was expected`, {
      ...{ code: 'unknown-locale', params: { locale: locale.slice(0, 60) } },
    });
  }
  if (timeZone && !isMade(() => new Intl.DateTimeFormat('en', { timeZone }))) {
    throw new Fault(
      'invalid',
      `time zone "${timeZone}": an IANA time zone such as America/Bogota was expected`,
      { code: 'unknown-time-zone', params: { zone: timeZone.slice(0, 60) } },
    );
  }
}

function isMade(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}
