import { plainWords } from './plain-words.ts';

/** A certificate authority as inventories write it. The key is part of an order's identity and never changes. */
export interface Authority {
  readonly key: string;
  /** As people write it. */
  readonly name: string;
  /** Matched against `plainWords`: company names, former names, and the console its exports come from. */
  readonly known: RegExp;
}

/**
 * Who is whom. Former names follow the owner: Symantec's certificate business went to DigiCert in 2017 and QuoVadis in
 * 2019; Comodo CA has been called Sectigo since 2018. The public list to compare a doubtful line with is the CCADB's
 * (ccadb.org, "All Certificate Information", column "CA Owner").
 */
export const authorities: readonly Authority[] = [
  {
    key: 'digicert',
    name: 'DigiCert',
    known: / (digi ?cert|cert ?central|symantec|verisign|quovadis|geotrust|thawte|rapidssl)/,
  },
  { key: 'sectigo', name: 'Sectigo', known: / (sectigo|comodo|usertrust|the usertrust|addtrust)/ },
  { key: 'globalsign', name: 'GlobalSign', known: / (global ?sign|gmo global|alphassl|alpha ssl)/ },
  {
    key: 'letsencrypt',
    name: "Let's Encrypt",
    known: / (let ?s ?encrypt|isrg|internet security research group) /,
  },
  { key: 'google', name: 'Google Trust Services', known: / (google trust|google public ca|gts) / },
  { key: 'zerossl', name: 'ZeroSSL', known: / zero ?ssl / },
  { key: 'ssl-com', name: 'SSL.com', known: / ssl ?com( |$)|^ (ssl corp|ssl corporation) / },
  { key: 'entrust', name: 'Entrust', known: / (entrust|affirmtrust) / },
  { key: 'godaddy', name: 'GoDaddy', known: / (go ?daddy|starfield) / },
  { key: 'certum', name: 'Certum', known: / (certum|asseco|unizeto) / },
  { key: 'actalis', name: 'Actalis', known: / actalis / },
  { key: 'harica', name: 'HARICA', known: / (harica|hellenic academic) / },
  { key: 'identrust', name: 'IdenTrust', known: / identrust / },
  { key: 'swisssign', name: 'SwissSign', known: / swiss ?sign / },
  { key: 'buypass', name: 'Buypass', known: / buypass / },
  { key: 'telesec', name: 'Telekom Security', known: / (telesec|t systems|telekom security) / },
  { key: 'd-trust', name: 'D-Trust', known: / d ?trust / },
  { key: 'trustasia', name: 'TrustAsia', known: / trust ?asia / },
  { key: 'amazon', name: 'Amazon Trust Services', known: / (amazon|aws) / },
  { key: 'microsoft', name: 'Microsoft', known: / microsoft / },
  { key: 'fnmt', name: 'FNMT-RCM', known: / (fnmt|fabrica nacional de moneda)/ },
  { key: 'camerfirma', name: 'Camerfirma', known: / camerfirma / },
  { key: 'firmaprofesional', name: 'Firmaprofesional', known: / firma ?profesional / },
  { key: 'anf', name: 'ANF AC', known: / anf (ac|autoridad) / },
  { key: 'accv', name: 'ACCV', known: / accv / },
  { key: 'izenpe', name: 'Izenpe', known: / izenpe / },
  { key: 'certsign', name: 'certSIGN', known: / certsign / },
];

/**
 * The key under which an authority is kept, from whatever a column says of it: "DigiCert Inc", "CertCentral",
 * "COMODO CA Limited". An authority nobody knows gets a key made of its own words, the same for every spelling of
 * case, accents and punctuation. Undefined when there are no words at all.
 */
export function authorityKey(text: string): string | undefined {
  const words = plainWords(text);
  const known = authorities.find((authority) => authority.known.test(words));
  const own = words.trim().replaceAll(' ', '-').slice(0, 60);
  return known?.key ?? (own === '' ? undefined : own);
}

/** The name to show for a key; an unknown key is shown as it is. */
export function authorityName(key: string): string {
  return authorities.find((authority) => authority.key === key)?.name ?? key;
}
