import type { Access } from '../../../access/access.ts';
import { type CustomerName, customerNames } from '../../../inventory/customer-names.ts';
import { Fault } from '../../../kernel/fault.ts';
import type { PartnerId, RowId } from '../../../kernel/ids.ts';

/** Throws `invalid` when a person would be limited to a customer that the partner does not have. */
export async function refuseUnknownCustomers(
  access: Access,
  partner: PartnerId,
  wanted: readonly RowId[] | null | undefined,
): Promise<void> {
  if (!wanted || wanted.length === 0) return;
  const known = new Set((await namesIn(access, partner, wanted)).map(({ id }) => id));
  const unknown = wanted.find((id) => !known.has(id));
  if (unknown !== undefined)
    throw new Fault('invalid', `customers: there is no customer ${unknown}`, {
      code: 'no-customer',
      params: { id: unknown },
    });
}

export type NamedLimits = (limits: readonly RowId[] | null) => CustomerName[] | null;

/** Puts names to the customers that people are limited to; those that are gone since have none and stay out. */
export async function namedLimits(
  access: Access,
  partner: PartnerId,
  limited: readonly { readonly customers: readonly RowId[] | null }[],
): Promise<NamedLimits> {
  const ids = [...new Set(limited.flatMap(({ customers }) => customers ?? []))];
  const named = await namesIn(access, partner, ids);
  return (limits) => limits && named.filter(({ id }) => limits.includes(id));
}

function namesIn(
  access: Access,
  partner: PartnerId,
  ids: readonly RowId[],
): Promise<readonly CustomerName[]> {
  return access.db.forPartner(partner).transaction((tx) => customerNames(tx, ids));
}
