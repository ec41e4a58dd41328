import type { ColumnField } from '../inventory/reading/heading-names.ts';
import type { Language } from '../kernel/locale.ts';

type Names<Field extends string> = Readonly<Record<Field, readonly [es: string, en: string]>>;

const columns: Names<ColumnField> = {
  orderNumber: ['n.º de pedido', 'order number'],
  authority: ['autoridad', 'authority'],
  status: ['estado', 'status'],
  productCode: ['código de producto', 'product code'],
  productName: ['producto', 'product'],
  commonName: ['nombre común', 'common name'],
  names: ['nombres', 'names'],
  validFrom: ['certificado desde', 'certificate from'],
  validUntil: ['certificado hasta', 'certificate until'],
  orderFrom: ['vigencia del pedido desde', 'coverage from'],
  orderUntil: ['vigencia del pedido hasta', 'coverage until'],
  orderedAt: ['fecha del pedido', 'ordered on'],
  term: ['plazo', 'term'],
  termYears: ['plazo en años', 'term in years'],
  termMonths: ['plazo en meses', 'term in months'],
  termDays: ['plazo en días', 'term in days'],
  customerName: ['cliente', 'customer'],
  accountNumber: ['n.º de cuenta', 'account number'],
  division: ['división', 'division'],
  holder: ['titular', 'holder'],
  contactName: ['contacto', 'contact'],
  contactFirstName: ['nombre del contacto', 'contact’s first name'],
  contactLastName: ['apellidos del contacto', 'contact’s last name'],
  contactEmail: ['correo del contacto', 'contact’s e-mail'],
  contactPhone: ['teléfono del contacto', 'contact’s telephone'],
  contactLocale: ['idioma del contacto', 'contact’s language'],
  contactTimeZone: ['zona horaria del contacto', 'contact’s time zone'],
  country: ['país', 'country'],
  isRenewed: ['renovado', 'renewed'],
  renewalOf: ['renueva el pedido', 'renews the order'],
  renewedBy: ['renovado por el pedido', 'renewed by the order'],
  noticesOn: ['avisos activados', 'notices on'],
  noticesOff: ['avisos desactivados', 'notices off'],
  autoRenew: ['renovación automática', 'automatic renewal'],
  price: ['precio', 'price'],
  currency: ['moneda', 'currency'],
  serverCount: ['número de servidores', 'server count'],
  serial: ['n.º de serie', 'serial number'],
  fingerprint: ['huella', 'fingerprint'],
  notes: ['notas', 'notes'],
  owner: ['responsable', 'owner'],
};

/** What an import can change of an order, a customer or a contact, by the names that its report uses. */
const stored = {
  product_code: columns.productCode,
  product_name: columns.productName,
  common_name: columns.commonName,
  ordered_on: columns.orderedAt,
  covers_from: columns.orderFrom,
  covers_until: columns.orderUntil,
  reading: ['lectura de fechas', 'reading of the dates'],
  certificate_from: columns.validFrom,
  certificate_until: columns.validUntil,
  certificate_serial: columns.serial,
  certificate_fingerprint: columns.fingerprint,
  price_minor: columns.price,
  server_count: columns.serverCount,
  notices_on: columns.noticesOn,
  automation_on: columns.autoRenew,
  renewed_flag: columns.isRenewed,
  renewal_of: columns.renewalOf,
  renewed_by: columns.renewedBy,
  customer: columns.customerName,
  contact: columns.contactName,
  account_number: columns.accountNumber,
  name: ['nombre', 'name'],
  kind: ['tipo', 'kind'],
  address: ['dirección', 'address'],
  phone: ['teléfono', 'telephone'],
  locale: ['idioma', 'language'],
  time_zone: ['zona horaria', 'time zone'],
  withdrawn_at: ['retirado', 'withdrawn'],
} as const satisfies Names<string>;

const all: Readonly<Record<string, readonly [string, string]>> = { ...columns, ...stored };

/** What people call a field of the inventory; a name that nobody listed stays as it is. */
export function fieldWord(field: string, language: Language): string {
  return all[field]?.[language === 'es' ? 0 : 1] ?? field;
}
