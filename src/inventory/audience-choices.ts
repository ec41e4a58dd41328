import { recognizeProduct } from '../catalogue/recognize-product.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import {
  selectAuthorities,
  selectCustomerNames,
  selectCustomerTraits,
  selectProducts,
  selectSpokenLocales,
} from './audience-store.ts';

/** What clocks of this inventory can be told apart by (`ClockAudience`), in the order of the words. */
export interface AudienceChoices {
  readonly authorities: string[];
  readonly families: string[];
  readonly products: string[];
  readonly divisions: string[];
  readonly countries: string[];
  readonly owners: string[];
}

export async function audienceChoices(tx: PartnerTransaction): Promise<AudienceChoices> {
  const products = await selectProducts(tx);
  const families = products.flatMap((product) => recognizeProduct(product).brand ?? []);
  return {
    authorities: await selectAuthorities(tx),
    families: [...new Set(families)].sort(),
    products: products.map(({ name, code }) => name ?? code!),
    ...(await selectCustomerTraits(tx)),
  };
}

/** Who is written to in which locale. */
export function spokenLocales(tx: PartnerTransaction) {
  return selectSpokenLocales(tx);
}

/** What these customers are called. */
export function namesOfCustomers(
  tx: PartnerTransaction,
  customers: readonly RowId[],
): Promise<ReadonlyMap<RowId, string>> {
  return selectCustomerNames(tx, customers);
}
