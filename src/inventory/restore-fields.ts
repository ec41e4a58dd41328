import { parseAddress } from '../kernel/mail-address.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { editableContactFields } from './contact-list.ts';
import { selectContactLines, updateContact } from './contact-list-store.ts';
import { editableCustomerFields } from './customer-list.ts';
import { selectCustomer, updateCustomerFields, wakeClocksOfCustomer } from './customer-list-store.ts';
import { wakeClocksOfOrders } from './customer-word-store.ts';
import { editableOrderFields } from './order-list.ts';
import { selectOrderLinesById, updateOrderFields } from './order-list-store.ts';
import { takeBackSuccessionWord } from './say-renewed.ts';
import type { UndoStep } from './undo-step.ts';

type FieldStep = Extract<UndoStep, { kind: 'order' | 'customer' | 'contact' | 'succession-word' }>;

/** Puts fields back as they were; false where somebody has changed them again since, or the thing is gone. */
export async function restoreFields(
  tx: PartnerTransaction,
  step: FieldStep,
  now: Temporal.Instant,
): Promise<boolean> {
  const at = now.toString();
  switch (step.kind) {
    case 'order': {
      const order = (await selectOrderLinesById(tx, [step.id], { lock: true }))[0];
      if (!order || !holds({ ...editableOrderFields({ ...order, price: null }) }, step.after)) return false;
      await updateOrderFields(tx, step.id, step.before, at);
      await wakeClocksOfOrders(tx, [step.id], at);
      return true;
    }
    case 'customer': {
      const customer = await selectCustomer(tx, step.id, at.slice(0, 10), { lock: true });
      if (!customer || !holds({ ...editableCustomerFields(customer) }, step.after)) return false;
      await updateCustomerFields(tx, step.id, step.before, at);
      await wakeClocksOfCustomer(tx, step.id, at);
      return true;
    }
    case 'contact': {
      const contact = (await selectContactLines(tx, [step.id]))[0];
      const address = parseAddress(step.before.address);
      if (!contact || !address || !holds({ ...editableContactFields(contact) }, step.after)) return false;
      await updateContact(tx, step.id, { ...step.before, addressKey: address.key }, at);
      await wakeClocksOfCustomer(tx, contact.customer, at);
      return true;
    }
    case 'succession-word':
      return takeBackSuccessionWord(tx, step.id, now);
  }
}

function holds(now: Readonly<Record<string, unknown>>, after: object): boolean {
  return Object.entries(after).every(([name, value]) => now[name] === value);
}
