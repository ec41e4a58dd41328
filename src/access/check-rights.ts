import { Fault } from '../kernel/fault.ts';
import { parseAddress } from '../kernel/mail-address.ts';
import type { Rights } from './rights.ts';

/** Throws `invalid` for rights that contradict themselves. */
export function checkRights({ role, customers }: Rights): void {
  if (role === 'administrator' && customers !== null) {
    throw new Fault('invalid', 'an administrator cannot be limited to some customers', {
      code: 'administrator-limited',
    });
  }
  if (customers !== null && customers.length > 1000) {
    throw new Fault('invalid', 'a person can be limited to 1000 customers at most', {
      code: 'too-many-customers',
    });
  }
}

/** The address in the one form in which it signs in. Throws `invalid` for what is none. */
export function checkedEmail(text: string): string {
  const key = parseAddress(text)?.key;
  if (!key) throw new Fault('invalid', 'email must be one mail address', { code: 'not-an-email' });
  return key;
}

/** A name in one line. Throws `invalid` when nothing is left of it. */
export function checkedName(text: string): string {
  const name = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, 200);
  if (name === '') throw new Fault('invalid', 'name must not be empty', { code: 'empty-name' });
  return name;
}
