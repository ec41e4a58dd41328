import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { authorities, authorityKey, authorityName } from './authorities.ts';
import { productFamilies } from './product-families.ts';
import { authorityOfProduct, recognizeProduct } from './recognize-product.ts';

describe('code and name tell authority, brand, level and names', () => {
  const rows: [
    string | null,
    string | null,
    string | undefined,
    string | undefined,
    string | undefined,
    string,
  ][] = [
    // code, name, authority, brand, level, w = wildcard, m = several domains, f = any
    ['ssl_basic', 'Basic OV', 'digicert', 'DigiCert', 'OV', ''],
    ['ssl_ev_basic', 'Basic EV', 'digicert', 'DigiCert', 'EV', ''],
    ['ssl_securesite_flex', 'Secure Site OV', 'digicert', 'Secure Site', 'OV', 'f'],
    ['ssl_ev_securesite_flex', 'Secure Site EV', 'digicert', 'Secure Site', 'EV', 'f'],
    ['ssl_securesite_pro', 'Secure Site Pro', 'digicert', 'Secure Site', 'OV', 'f'],
    ['ssl_dv_geotrust_flex', 'GeoTrust DV', 'digicert', 'GeoTrust', 'DV', 'f'],
    ['wildcard_dv_geotrust', 'GeoTrust Wildcard DV', 'digicert', 'GeoTrust', 'DV', 'w'],
    ['ssl_dv_rapidssl', 'RapidSSL DV', 'digicert', 'RapidSSL', 'DV', ''],
    ['cloud_dv_geotrust', null, 'digicert', 'GeoTrust', 'DV', ''],
    ['ssl_plus', 'Standard SSL', 'digicert', 'DigiCert', 'OV', ''],
    [null, 'Basic OV', 'digicert', 'DigiCert', 'OV', ''],
    [null, 'Secure Site', 'digicert', 'Secure Site', 'OV', ''],
    [null, 'RapidSSL Wildcard', 'digicert', 'RapidSSL', 'DV', 'w'],
    [null, 'GeoTrust QuickSSL Premium', 'digicert', 'GeoTrust', 'DV', ''],
    [null, 'GeoTrust True BusinessID with EV', 'digicert', 'GeoTrust', 'EV', ''],
    [null, 'True BusinessID Wildcard', 'digicert', 'GeoTrust', 'OV', 'w'],
    [null, 'Thawte SSL123', 'digicert', 'Thawte', 'DV', ''],
    [null, 'Thawte SSL Web Server with EV', 'digicert', 'Thawte', 'EV', ''],
    [null, 'DigiCert Multi-Domain SSL', 'digicert', 'DigiCert', undefined, 'm'],
    ['287', 'PositiveSSL DV', 'sectigo', 'PositiveSSL', 'DV', ''],
    [null, 'Positive SSL Multidominio', 'sectigo', 'PositiveSSL', 'DV', 'm'],
    [null, 'Sectigo (ex Comodo) Essential SSL Wildcard', 'sectigo', 'EssentialSSL', 'DV', 'w'],
    [null, 'InstantSSL UCC OV', 'sectigo', 'InstantSSL', 'OV', 'm'],
    [null, 'InstantSSL DV', 'sectigo', 'InstantSSL', 'DV', ''],
    [null, 'Comodo SSL', 'sectigo', 'Comodo', 'DV', ''],
    [null, 'SectigoSSL EV Multi-Domain', 'sectigo', 'Sectigo', 'EV', 'm'],
    [null, 'AlphaSSL Wildcard', 'globalsign', 'AlphaSSL', 'DV', 'w'],
    ['DV_LOW', null, 'globalsign', 'AlphaSSL', 'DV', ''],
    [null, 'GlobalSign DomainSSL', 'globalsign', 'DomainSSL', 'DV', ''],
    [null, 'OrganizationSSL', 'globalsign', 'OrganizationSSL', 'OV', ''],
    [null, 'ExtendedSSL', 'globalsign', 'ExtendedSSL', 'EV', ''],
    [null, "Let's Encrypt", 'letsencrypt', "Let's Encrypt", 'DV', ''],
    [null, 'Multi-Domain SSL', undefined, undefined, undefined, 'm'],
    [null, 'Premium SSL', undefined, undefined, undefined, ''],
    [null, 'EV SSL', undefined, undefined, 'EV', ''],
    [null, 'Certificado comodín, validación de dominio', undefined, undefined, 'DV', 'w'],
    [null, 'Certificado de validación extendida', undefined, undefined, 'EV', ''],
    [null, 'Hosting Premium', undefined, undefined, undefined, ''],
    [null, null, undefined, undefined, undefined, ''],
  ];
  for (const [code, name, authority, brand, validation, marks] of rows) {
    test(`${code ?? '–'} ${name ?? '–'}`, () => {
      const product = recognizeProduct({ code, name });
      const { wildcard, multiDomain, flexible } = product;
      expect({
        ...product,
        marks: `${wildcard ? 'w' : ''}${multiDomain ? 'm' : ''}${flexible ? 'f' : ''}`,
      }).toMatchObject({
        authority,
        brand,
        validation,
        marks,
        purpose: 'tls',
        publiclyTrusted: true,
      });
    });
  }
});

test('what is not TLS has a purpose and no level', () => {
  const purposeOf = (code: string | null, name: string) => recognizeProduct({ code, name });
  expect(purposeOf('code_signing_ev', 'EV Code Signing')).toMatchObject({
    purpose: 'code-signing',
    validation: undefined,
  });
  expect(purposeOf('client_premium', 'Premium').purpose).toBe('email');
  expect(purposeOf(null, 'Firma de código').purpose).toBe('code-signing');
  expect(purposeOf(null, 'Verified Mark Certificate').purpose).toBe('verified-mark');
});

test('private products are not bound by the limits', () => {
  expect(recognizeProduct({ code: 'private_ssl_plus' })).toMatchObject({
    authority: 'digicert',
    publiclyTrusted: false,
  });
});

describe('an authority has one key whatever a column calls it', () => {
  const rows: [string, string | undefined][] = [
    ['DigiCert Inc', 'digicert'],
    ['DigiCert, Inc.', 'digicert'],
    ['CertCentral', 'digicert'],
    ['Digi Cert', 'digicert'],
    ['Symantec', 'digicert'],
    ['GeoTrust', 'digicert'],
    ['Comodo', 'sectigo'],
    ['COMODO CA Limited', 'sectigo'],
    ['Sectigo Limited', 'sectigo'],
    ['The USERTRUST Network', 'sectigo'],
    ['GlobalSign nv-sa', 'globalsign'],
    ['Let’s Encrypt', 'letsencrypt'],
    ['Lets Encrypt', 'letsencrypt'],
    ['ISRG', 'letsencrypt'],
    ['Google Trust Services LLC', 'google'],
    ['SSL.com', 'ssl-com'],
    ['SSL Corp', 'ssl-com'],
    ['Fábrica Nacional de Moneda y Timbre', 'fnmt'],
    ['Mi CA privada', 'mi-ca-privada'],
    ['MI  CA PRIVADA.', 'mi-ca-privada'],
    ['', undefined],
    [' – ', undefined],
  ];
  for (const [text, key] of rows) test(`${text} → ${key}`, () => expect(authorityKey(text)).toBe(key));

  test('a key is its own key', () => {
    for (const { key } of authorities) expect(authorityKey(key)).toBe(key);
  });

  test('an authority is shown by its name, an unknown one by its key', () => {
    expect(authorityName('letsencrypt')).toBe("Let's Encrypt");
    expect(authorityName('mi-ca-privada')).toBe('mi-ca-privada');
  });
});

test('every family belongs to a known authority', () => {
  const keys = new Set(authorities.map(({ key }) => key));
  for (const { authority } of productFamilies) expect(keys).toContain(authority);
});

test('every product of the sample inventory is recognised with its level', () => {
  const sample = new URL('../../test/samples/certcentral-orders.csv', import.meta.url);
  const lines = readFileSync(sample, 'utf8').trim().split('\n').slice(1);
  const products = new Set(lines.map((line) => line.split('","').slice(2, 4).join('|')));
  for (const product of products) {
    const [code, name] = product.split('|');
    expect(authorityOfProduct({ code, name })).toBe('digicert');
    expect(recognizeProduct({ code, name }).validation).toMatch(/^[DOE]V$/);
  }
});
