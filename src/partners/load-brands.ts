import type { RowId } from '../kernel/ids.ts';
import type { PartnerScope } from '../storage/database.ts';
import { type Brand, brandSchema } from '../templates/brand.ts';
import type { Partner } from './partner.ts';
import { brandsOf } from './store.ts';

export interface Brands {
  readonly brands: ReadonlyMap<RowId, Brand>;
  /** The partner's own; without one, its name in our colours. */
  readonly defaultBrand: Brand;
}

/** How this partner's customers see it. A stored brand that can no longer be read gives way to the default. */
export async function loadBrands(scope: PartnerScope, partner: Partner): Promise<Brands> {
  const rows = await scope.transaction(brandsOf);
  const plain = brandSchema.parse({ name: partner.name });
  const read = rows.map((row) => ({ ...row, brand: brandSchema.safeParse(row.look).data ?? plain }));
  return {
    brands: new Map(read.map((row) => [row.id, row.brand])),
    defaultBrand: read.find((row) => row.isDefault)?.brand ?? plain,
  };
}
