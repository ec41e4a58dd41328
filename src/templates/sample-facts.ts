import { dayIn } from './local-end.ts';
import type { NoticeFactsInput } from './notice-facts.ts';

type BlockInput = NoticeFactsInput['blocks'][number];
type OrderInput = BlockInput['orders'][number];

const dayLength = 86_400_000;
const asOf = '2026-11-23T09:00:00Z';

const hosts = [
  ['tienda.panaderia-garcia.example', 'Panadería García, S. L.', 'Secure Site Pro'],
  ['reservas.hotel-vazquez.example', 'Hotel Vázquez, S. A.', 'Secure Site OV'],
  ['citas.clinica-kowalski.example', 'Clínica Kowalski GmbH', 'Basic OV'],
  ['sso.academia-rodriguez.example', 'Academia Rodríguez, Lda.', 'Secure Site Pro EV'],
  ['mail.viajes-munoz.example', 'Viajes Muñoz Inc.', 'RapidSSL DV'],
  ['app.seguros-puig.example', 'Seguros Puig, S. A.', 'Wildcard OV'],
  ['api.envios-etxeberria.example', 'Envíos Etxeberria, S. Coop.', 'Basic OV'],
  ['intranet.notaria-leger.example', 'Notaría Léger', 'GeoTrust EV'],
] as const;

export const isoDay = (from: string, days: number): string =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);

/** An order that ends `daysLeft` days after the sample's day; `at` picks its name and company. */
export function sampleOrder(daysLeft: number, at = 0, own: Partial<OrderInput> = {}): OrderInput {
  const [commonName, holder, product] = hosts[at % hosts.length]!;
  const endsOn = isoDay(dayIn(asOf, 'UTC'), daysLeft);
  const link = (act: string): string => `https://renovar.example/${act}/v1.${1007146 + at * 37}.kT9qLm2x`;
  return {
    number: String(1007146 + at * 37),
    product,
    authority: 'DigiCert',
    commonName,
    names: [commonName, commonName.replace(/^[^.]+\./, '')],
    holder,
    issuedOn: isoDay(endsOn, -365),
    endsOn,
    validity: { years: 1 },
    daysLeft,
    price: { minor: String(21_800 + at * 9_900), currency: 'EUR' },
    links: { renew: link('r'), mute: link('m'), notMine: link('n') },
    ...own,
  };
}

/** An order whose remaining days are promised on renewal. */
export function keptOrder(daysLeft: number, at = 0, own: Partial<OrderInput> = {}): OrderInput {
  const until = isoDay(dayIn(asOf, 'UTC'), 365 + daysLeft);
  return sampleOrder(daysLeft, at, { keeps: { days: daysLeft, termDays: 365, until }, ...own });
}

/** A whole notice of made-up facts, for previews, checks and tests. */
export function sampleFacts(blocks: BlockInput[], own: Partial<NoticeFactsInput> = {}): NoticeFactsInput {
  return {
    recipient: { name: 'Marta Ruiz Ortega', locale: 'es-ES', timeZone: 'Europe/Madrid' },
    account: {
      number: 'C201603',
      company: 'Panadería García, S. L.',
      manager: { name: 'Óscar d’Angelo', email: 'oscar@certificados.example', phone: '+34 936 986 814' },
    },
    asOf,
    blocks,
    links: {
      renewAll: 'https://renovar.example/todos/v1.8842.kT9qLm2xR4',
      unsubscribe: 'https://renovar.example/baja/v1.8842.Zp31',
      preferences: 'https://renovar.example/avisos/v1.8842.Zp31',
    },
    ...own,
  };
}
