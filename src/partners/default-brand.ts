import type { PartnerTransaction } from '../storage/database.ts';
import { type Brand, type BrandInput, brandSchema } from '../templates/brand.ts';
import type { Partner } from './partner.ts';
import { checkedBrand } from './set-up-partner.ts';
import { brandsOf, removeDefaultBrand, storeDefaultBrand } from './store.ts';

export interface DefaultBrand {
  /** As it was set, what was left out left out; null: nobody has set it. */
  readonly look: BrandInput | null;
  /** What customers see. */
  readonly brand: Brand;
}

/** How the partner's customers see it where no other brand is theirs. */
export async function loadDefaultBrand(
  tx: PartnerTransaction,
  partner: Pick<Partner, 'name'>,
): Promise<DefaultBrand> {
  const look = (await brandsOf(tx)).find(({ isDefault }) => isDefault)?.look as BrandInput | undefined;
  const brand = look === undefined ? undefined : brandSchema.safeParse(look).data;
  return brand && look ? { look, brand } : { look: null, brand: brandSchema.parse({ name: partner.name }) };
}

/** Gives the partner another look; throws `invalid` with the place of what cannot be. Undefined where it has it. */
export async function changeDefaultBrand(
  tx: PartnerTransaction,
  look: BrandInput,
): Promise<{ readonly before: BrandInput | null; readonly after: BrandInput } | undefined> {
  const after = checkedBrand(look);
  const held = (await brandsOf(tx)).find(({ isDefault }) => isDefault)?.look as BrandInput | undefined;
  if (held && JSON.stringify(brandSchema.safeParse(held).data) === JSON.stringify(brandSchema.parse(after))) {
    return undefined;
  }
  await storeDefaultBrand(tx, look);
  return { before: held ?? null, after: look };
}

/** Puts a look back; false where somebody has given it another since. */
export async function restoreDefaultBrand(
  tx: PartnerTransaction,
  step: { readonly before: { readonly look: unknown }; readonly after: { readonly look: unknown } },
): Promise<boolean> {
  const held = (await brandsOf(tx)).find(({ isDefault }) => isDefault)?.look;
  if (
    JSON.stringify(brandSchema.safeParse(held).data) !==
    JSON.stringify(brandSchema.safeParse(step.after.look).data)
  ) {
    return false;
  }
  if (step.before.look === null) await removeDefaultBrand(tx);
  else await storeDefaultBrand(tx, step.before.look);
  return true;
}
