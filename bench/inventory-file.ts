import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** A source of numbers that is the same for the same seed (Mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const headings =
  'order_id,status,product_name_id,product_name,common_name,dns_names,date_created,valid_from,valid_till,order_valid_till,validity_years,organization_name,container_name,requester_first_name,requester_last_name,requester_email,requester_telephone,is_renewed,disable_renewal_notifications,price,currency,server_count';
const products = [
  ['ssl_basic', 'Basic OV', 218],
  ['ssl_securesite_pro', 'Secure Site Pro', 995],
  ['ssl_securesite_flex', 'Secure Site OV', 399],
  ['ssl_dv_rapidssl', 'RapidSSL DV', 59],
  ['wildcard_dv_geotrust', 'GeoTrust Wildcard DV', 688],
  ['ssl_ev_basic', 'Basic EV', 399],
] as const;
const trades = [
  'Panadería',
  'Clínica',
  'Hotel',
  'Bodegas',
  'Café',
  'Viajes',
  'Seguros',
  'Óptica',
  'Librería',
  'Taller',
];
const families = [
  'García',
  'Müller',
  'Núñez',
  'Etxeberria',
  'Léger',
  'Ibáñez',
  'O’Connor',
  'Kowalski',
  'Rodríguez',
];
const hosts = [
  'www',
  'mail',
  'app',
  'api',
  'shop',
  'portal',
  'citas',
  'sso',
  'intranet',
  'reservas',
  'vpn',
  'tienda',
];
const numbers = ['', '', '2', '3', '-dev', '-test'];
const places = ['Norte', 'Sur', 'EMEA', 'LATAM'];
const currencies = ['EUR', 'EUR', 'EUR', 'MXN', 'USD'];

/**
 * Writes an inventory in the 22-column shape of an authority's order report: so many rows, one customer for every
 * 25 of them, orders of the last thirteen months around `today`.
 */
export async function writeInventoryFile(path: string, rows: number, today = '2026-11-22'): Promise<void> {
  const random = seededRandom(20261122);
  const day = dayTexts(today);
  const customers = Math.max(1, Math.round(rows / 25));
  const file = createWriteStream(path);
  let text = `${quoted(headings.split(','))}`;
  for (let row = 0; row < rows; row++) {
    text += line(row, Math.floor(random() * customers), random, day);
    if (text.length < 256 * 1024) continue;
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  }
  file.end(text);
  await once(file, 'finish');
}

function line(row: number, customer: number, random: () => number, day: (offset: number) => string): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const trade = trades[customer % trades.length]!;
  const family = families[Math.floor(customer / trades.length) % families.length]!;
  const domain = `${ascii(trade)}-${ascii(family)}${customer}.example`;
  const [code, product, price] = pick(products);
  const host = () => `${pick(hosts)}${pick(numbers)}.${domain}`;
  const isWildcard = code.startsWith('wildcard');
  const common = isWildcard ? `*.${domain}` : host();
  const more = random() < 0.3 ? [domain, host(), host()] : [];
  const names = [...new Set([common, ...more])];
  const began = -Math.floor(random() * 390);
  const isPending = random() < 0.035;
  const days = isPending ? ['', '', ''] : [day(began), day(began + 199), day(began + 365)];
  const first = pick(families);
  return quoted([
    String(1_000_000 + row * 3),
    isPending ? 'pending' : random() < 0.025 ? 'revoked' : 'issued',
    code,
    product,
    common,
    names.join(','),
    `${day(began)} 07:22:00`,
    ...days,
    '1',
    `${trade} ${family} ${customer} S.L.`,
    pick(places),
    'Lucía',
    first,
    `lucia.${ascii(first)}@${domain}`,
    `+34 9${10_000_000 + Math.floor(random() * 89_999_999)}`,
    random() < 0.11 ? '1' : '0',
    random() < 0.05 ? '1' : '0',
    String(price),
    pick(currencies),
    String(1 + Math.floor(random() * 4)),
  ]);
}

function quoted(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell}"`).join(',')}\n`;
}

function ascii(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();
}

function dayTexts(today: string): (offset: number) => string {
  const base = Temporal.PlainDate.from(today);
  const texts = new Map<number, string>();
  return (offset) => {
    let text = texts.get(offset);
    if (text === undefined) {
      text = base.add({ days: offset }).toString();
      texts.set(offset, text);
    }
    return text;
  };
}
