/** How much the authority checks before it issues: the domain, the organisation, the organisation in depth. */
export type ValidationLevel = 'DV' | 'OV' | 'EV';

/** Products that share a brand and, where nothing else is said, a level of validation. */
export interface ProductFamily {
  readonly authority: string;
  /** As people write it; `DigiCert` for its products without a brand of their own. */
  readonly brand: string;
  /** Matched against `plainWords` of code and name together. */
  readonly known: RegExp;
  /** The level when neither code nor name says one. */
  readonly usually?: ValidationLevel;
}

/**
 * Families by name, the narrower before the wider.
 *
 * DigiCert's codes: dev.digicert.com, Services API, "Order DV SSL" and its siblings (`ssl_dv_geotrust`,
 * `wildcard_dv_rapidssl`, `cloud_dv_geotrust`, …). Sectigo's: docs.sectigo.com, "AutoApplyOrder", "SSL certificates"
 * (PositiveSSL, InstantSSL, SectigoSSL, EnterpriseSSL; COMODO SSL as DV, PremiumSSL as OV in "AutoApplySSL").
 * The other authorities' lines follow their brand names and were not
 * checked against a document, nor were the usual levels beyond these. Names such as "Standard SSL", "Premium SSL" or "EV SSL"
 * belong to nobody alone and name no family.
 */
export const productFamilies: readonly ProductFamily[] = [
  { authority: 'digicert', brand: 'Secure Site', known: / secure ?site/, usually: 'OV' },
  { authority: 'digicert', brand: 'RapidSSL', known: / rapid ?ssl/, usually: 'DV' },
  { authority: 'digicert', brand: 'GeoTrust', known: / quick ?ssl/, usually: 'DV' },
  { authority: 'digicert', brand: 'GeoTrust', known: / true ?business ?id/, usually: 'OV' },
  { authority: 'digicert', brand: 'GeoTrust', known: / cloud dv geotrust /, usually: 'DV' },
  { authority: 'digicert', brand: 'GeoTrust', known: / geotrust/ },
  { authority: 'digicert', brand: 'Thawte', known: / ssl ?123/, usually: 'DV' },
  {
    authority: 'digicert',
    brand: 'Thawte',
    known: / thawte (ssl )?web ?server| ssl (ev )?thawte web ?server/,
    usually: 'OV',
  },
  { authority: 'digicert', brand: 'Thawte', known: / thawte/ },
  {
    authority: 'digicert',
    brand: 'Encryption Everywhere',
    known: / encryption everywhere | ssl dv ee /,
    usually: 'DV',
  },
  {
    authority: 'digicert',
    brand: 'DigiCert',
    known: / basic (ov|ev|tls|ssl) | ssl (ev )?basic /,
    usually: 'OV',
  },
  {
    authority: 'digicert',
    brand: 'DigiCert',
    known: / (private )?ssl (ev )?plus | ssl cloud wildcard /,
    usually: 'OV',
  },
  { authority: 'digicert', brand: 'DigiCert', known: / digicert/ },
  { authority: 'sectigo', brand: 'PositiveSSL', known: / positive ?ssl/, usually: 'DV' },
  { authority: 'sectigo', brand: 'EssentialSSL', known: / essential ?ssl/, usually: 'DV' },
  { authority: 'sectigo', brand: 'InstantSSL', known: / instant ?ssl/, usually: 'OV' },
  { authority: 'sectigo', brand: 'PremiumSSL', known: / premiumssl/, usually: 'OV' },
  { authority: 'sectigo', brand: 'EliteSSL', known: / elitessl/, usually: 'OV' },
  { authority: 'sectigo', brand: 'EnterpriseSSL', known: / enterprisessl/, usually: 'OV' },
  { authority: 'sectigo', brand: 'PlatinumSSL', known: / platinumssl/, usually: 'OV' },
  { authority: 'sectigo', brand: 'Comodo', known: / comodo ssl /, usually: 'DV' },
  { authority: 'sectigo', brand: 'Comodo', known: / comodo/ },
  { authority: 'sectigo', brand: 'Sectigo', known: / sectigo/ },
  { authority: 'globalsign', brand: 'AlphaSSL', known: / alpha ?ssl| dv low /, usually: 'DV' },
  { authority: 'globalsign', brand: 'DomainSSL', known: / domainssl/, usually: 'DV' },
  { authority: 'globalsign', brand: 'OrganizationSSL', known: / organi[sz]ationssl/, usually: 'OV' },
  { authority: 'globalsign', brand: 'ExtendedSSL', known: / extendedssl/, usually: 'EV' },
  { authority: 'globalsign', brand: 'CloudSSL', known: / cloudssl/, usually: 'OV' },
  { authority: 'globalsign', brand: 'GlobalSign', known: / global ?sign/ },
  { authority: 'letsencrypt', brand: "Let's Encrypt", known: / let ?s ?encrypt/, usually: 'DV' },
  { authority: 'google', brand: 'Google Trust Services', known: / google trust/, usually: 'DV' },
  { authority: 'zerossl', brand: 'ZeroSSL', known: / zero ?ssl/, usually: 'DV' },
  { authority: 'entrust', brand: 'Entrust', known: / entrust/, usually: 'OV' },
  { authority: 'certum', brand: 'Certum', known: / certum/ },
  { authority: 'actalis', brand: 'Actalis', known: / actalis/ },
  { authority: 'godaddy', brand: 'GoDaddy', known: / (go ?daddy|starfield)/ },
  { authority: 'harica', brand: 'HARICA', known: / harica/ },
];
