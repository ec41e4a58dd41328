/** A product as its authority's resellers have it in their lists. */
export interface DemoProduct {
  /** As the authority column writes it. */
  readonly authority: string;
  /** As `validity/limits.ts` knows it. */
  readonly limitsOf: 'digicert' | 'sectigo' | 'globalsign';
  readonly name: string;
  /** A year's price in euros. */
  readonly price: number;
  readonly covers: 'one' | 'several' | 'wildcard';
}

const digicert = { authority: 'DigiCert', limitsOf: 'digicert' } as const;
const sectigo = { authority: 'Sectigo', limitsOf: 'sectigo' } as const;
const globalsign = { authority: 'GlobalSign', limitsOf: 'globalsign' } as const;

export const demoProducts: readonly DemoProduct[] = [
  { ...digicert, name: 'Secure Site OV', price: 399, covers: 'one' },
  { ...digicert, name: 'Secure Site Pro EV', price: 995, covers: 'several' },
  { ...digicert, name: 'Secure Site Wildcard', price: 1799, covers: 'wildcard' },
  { ...digicert, name: 'GeoTrust DV SSL', price: 119, covers: 'one' },
  { ...digicert, name: 'GeoTrust TrueBusiness ID', price: 219, covers: 'several' },
  { ...digicert, name: 'RapidSSL Standard DV', price: 19, covers: 'one' },
  { ...digicert, name: 'Thawte SSL Webserver OV', price: 199, covers: 'one' },
  { ...sectigo, name: 'PositiveSSL', price: 15, covers: 'one' },
  { ...sectigo, name: 'PositiveSSL Multi-Domain', price: 49, covers: 'several' },
  { ...sectigo, name: 'InstantSSL Premium', price: 129, covers: 'several' },
  { ...sectigo, name: 'EssentialSSL Wildcard', price: 139, covers: 'wildcard' },
  { ...sectigo, name: 'Sectigo EV Multi-Domain', price: 349, covers: 'several' },
  { ...globalsign, name: 'AlphaSSL', price: 45, covers: 'one' },
  { ...globalsign, name: 'DomainSSL', price: 189, covers: 'one' },
  { ...globalsign, name: 'OrganizationSSL', price: 289, covers: 'several' },
  { ...globalsign, name: 'OrganizationSSL Wildcard', price: 799, covers: 'wildcard' },
];

export function productCovering(covers: DemoProduct['covers'], authority?: string): DemoProduct[] {
  return demoProducts.filter(
    (product) => product.covers === covers && (authority === undefined || product.limitsOf === authority),
  );
}
