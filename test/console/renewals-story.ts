import type { OrderLine } from '../notices/order-line.ts';
import type { SendingDesk } from '../notices/sending-desk.ts';

const firms = [
  ['Panadería Galindo S.L.', 'galindo', 'Lucía Galindo'],
  ['Hospital Universitario Virgen del Rosario', 'hospital-rosario', 'Óscar Muñoz'],
  ['Transportes Ibarra', 'ibarra', 'Nerea Ibarra'],
  ['Clínica Dental Sonrisa', 'sonrisa', 'Pablo Vidal'],
  ['Universidad de Puerto Lápice', 'uplapice', 'Inés Calatrava'],
  ['Bodegas Montelar', 'montelar', 'Raúl Montes'],
] as const;
const products = ['Secure Site OV', 'Basic OV', 'RapidSSL DV', 'Secure Site Pro EV'];
const hosts = ['www', 'tienda', 'correo', 'intranet', 'api', 'citas', 'pagos'];

/** Orders whose ends lie from nine days ago to ninety days ahead of the twenty-third of November 2026. */
export function storyLines(count: number): OrderLine[] {
  const today = Temporal.PlainDate.from('2026-11-23');
  return Array.from({ length: count }, (_, at) => {
    const [customer, slug, contact] = firms[at % firms.length]!;
    const days = Math.round((at * 97) / count) - 7;
    const host = `${hosts[at % hosts.length]}${at >= 42 ? at : ''}.${slug}.example`;
    return {
      number: String(1_480_311_207 + at * 811),
      ends: today.add({ days }).toString(),
      names: at % 5 === 0 ? [host, `www.${host}`, `m.${host}`] : [host],
      customer,
      account: `C-${1040 + (at % firms.length)}`,
      contact,
      email: `${slug}@correo.example`,
      product: products[at % products.length]!,
      // A certificate may live 200 days at most, so those of a year's order end before it does.
      ...(at % 6 === 2 ? { certificateEnds: today.add({ days: Math.max(4, days - 21) }).toString() } : {}),
    };
  });
}

/** A month of notices: most were taken by the mail server, one was refused, one broke off while being handed over. */
export async function tellStory({ desk }: { readonly desk: SendingDesk }, count = 48): Promise<void> {
  await desk.import(storyLines(count));
  await desk.sendingOn();
  desk.at('2026-10-26');
  await desk.plan(true);
  await desk.send();
  desk.server.setFaults([
    { step: 'rcpt', to: 'sonrisa', action: { do: 'answer', with: '550 5.1.1 no such mailbox here' } },
    { step: 'dot', to: 'ibarra', action: { do: 'drop', accept: true } },
  ]);
  desk.at('2026-11-22');
  await desk.plan(true);
  await desk.send();
  desk.server.setFaults([]);
  desk.at('2026-11-23');
}
