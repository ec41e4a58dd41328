import type { DemoOrder } from './demo-order.ts';
import type { SeededRandom } from './seeded-random.ts';

/** The headings as the partner's program writes them, in its order. */
export const sheetHeadings = [
  'Código de pedido', 'Autoridad', 'Estado', 'Producto', 'Nombre común', 'Otros dominios', 'Fecha de pedido',
  'Emitido el', 'Caduca el', 'Fin vigencia pedido', 'Plazo', 'N° de cuenta', 'Cliente', 'Titular', 'Contacto',
  'Correo electrónico', 'Teléfono', 'Idioma', 'Zona horaria', 'País', 'Renueva pedido', 'Renovado por', 'Renovado',
  'Avisos de renovación', 'Renovación automática', 'Precio', 'Moneda', 'Servidores', 'Comercial', 'Observaciones',
] as const; // biome-ignore format: a list of headings reads better as a paragraph
export type SheetHeading = (typeof sheetHeadings)[number];
export type SheetRow = Record<SheetHeading, string>;

const statusWords = {
  issued: ['Emitido', 'Emitido', 'emitido', 'ACTIVO', 'Vigente'],
  pending: ['Pendiente', 'En trámite', 'pendiente de validación'],
  revoked: ['Revocado'],
  canceled: ['Cancelado', 'Baja'],
  rejected: ['Rechazado'],
} as const;

/** One order the way several people have kept it over the years. */
export function sheetRow(order: DemoOrder, random: SeededRandom): SheetRow {
  const { customer, coverage, certificate } = order;
  const hasDays = certificate !== undefined;
  const oneEnd = hasDays && random.chance(0.2);
  return {
    'Código de pedido': order.number,
    Autoridad: order.product.authority,
    Estado: random.pick(statusWords[order.status]),
    Producto: order.product.name,
    'Nombre común': slightlyMessy(order.names[0]!, random),
    'Otros dominios': order.names.slice(1).join(', '),
    'Fecha de pedido': spanishDay(coverage.from.subtract({ days: random.between(0, 6) })),
    'Emitido el': hasDays ? spanishDay(certificate.from) : '',
    'Caduca el': hasDays ? spanishDay(certificate.until) : '',
    'Fin vigencia pedido': hasDays && !oneEndSays(order, oneEnd) ? spanishDay(coverage.until) : '',
    Plazo: order.years === 1 ? '1 año' : `${order.years} años`,
    'N° de cuenta': customer.account,
    Cliente: customer.name,
    Titular: order.holder?.name ?? '',
    Contacto: customer.contact.name,
    'Correo electrónico': customer.contact.address,
    Teléfono: customer.contact.phone,
    Idioma: customer.contact.locale,
    'Zona horaria': customer.contact.timeZone,
    País: customer.contact.country,
    'Renueva pedido': order.renewalOf ?? '',
    'Renovado por': order.renewedBy ?? '',
    Renovado: order.flaggedRenewed ? 'sí' : '',
    'Avisos de renovación': order.noticesOn ? 'sí' : 'no',
    'Renovación automática': order.autoRenew ? 'sí' : 'no',
    Precio: spanishAmount(priceOf(order), customer.region.currency),
    Moneda: customer.region.currency,
    Servidores: String(order.servers),
    Comercial: customer.owner,
    Observaciones: order.notes,
  };
}

/** Only where begin and term lead to the same end may the order's own end be missing without anything changing. */
function oneEndSays({ coverage, certificate, years }: DemoOrder, wanted: boolean): boolean {
  if (!wanted || !certificate) return false;
  return certificate.from.equals(coverage.from) && coverage.from.add({ years }).equals(coverage.until);
}

function slightlyMessy(name: string, random: SeededRandom): string {
  if (random.chance(0.06)) return name.toUpperCase();
  return random.chance(0.04) ? `${name} ` : name;
}

export function spanishDay(day: Temporal.PlainDate): string {
  return `${String(day.day).padStart(2, '0')}/${String(day.month).padStart(2, '0')}/${day.year}`;
}

/** In the currency's usual steps: nobody lists a price of 1.794.733 pesos. */
function priceOf({ product, years, customer }: DemoOrder): number {
  const amount = product.price * customer.region.rate * years * (years > 1 ? 0.9 : 1);
  const step = amount > 20_000 ? 1_000 : amount > 2_000 ? 10 : 1;
  return Math.max(1, Math.round(amount / step)) * step;
}

function spanishAmount(amount: number, currency: string): string {
  const grouped = String(amount).replace(/\B(?=(\d{3})+$)/g, '.');
  return currency === 'CLP' || currency === 'COP' ? grouped : `${grouped},00`;
}

/** A line of cells; a cell that holds the separator, a quote or a line break stands in quotes (RFC 4180 section 2). */
export function sheetLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';');
}
