import { textLocaleFor } from '../kernel/locale.ts';
import type { PartnerFace } from '../renewals/customer-facts.ts';
import { type Brand, inLocale } from '../templates/brand.ts';

/** A brand as the customer's pages show it, to readers of this locale. */
export function partnerFace(brand: Brand, locale: string): PartnerFace {
  const reads = textLocaleFor(locale);
  const hours = inLocale(brand.support?.hours, reads);
  const legal = inLocale(brand.legal, reads);
  const { email, phone } = brand.support ?? {};
  return {
    name: brand.name,
    ...(brand.logo ? { logo: brand.logo } : {}),
    support: { ...(email ? { email } : {}), ...(phone ? { phone } : {}), ...(hours ? { hours } : {}) },
    ...(legal ? { legal } : {}),
  };
}
