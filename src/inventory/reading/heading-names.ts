/** What a column can be about. `--map` takes these names. */
export const columnFields = [
  'orderNumber', 'authority', 'status', 'productCode', 'productName', 'commonName', 'names', 'validFrom',
  'validUntil', 'orderFrom', 'orderUntil', 'orderedAt', 'term', 'termYears', 'termMonths', 'termDays',
  'customerName', 'accountNumber', 'division', 'holder', 'contactName', 'contactFirstName', 'contactLastName',
  'contactEmail', 'contactPhone', 'contactLocale', 'contactTimeZone', 'country', 'isRenewed', 'renewalOf',
  'renewedBy', 'noticesOn', 'noticesOff', 'autoRenew', 'price', 'currency', 'serverCount', 'serial', 'fingerprint',
  'notes', 'owner',
] as const; // biome-ignore format: a list of names reads better as a paragraph
export type ColumnField = (typeof columnFields)[number];

/**
 * Headings by field as `plainHeading` writes them: no accents, case, punctuation or small words; `N.°`, `Núm.` and
 * `Number` are all `no`. The columns of DigiCert's reports are those of GET /report/order and of its report
 * library's order type.
 */
const namesByField: Readonly<Record<ColumnField, readonly string[]>> = {
  orderNumber: [
    'order id', 'order no', 'order', 'order ref', 'order reference', 'order code', 'pedido', 'no pedido', 'pedido no',
    'codigo pedido', 'id pedido', 'pedido id', 'referencia pedido', 'ref pedido', 'cod pedido', 'no orden', 'orden no',
    'id orden', 'codigo orden', 'orden', 'certificate order id', 'ca order id', 'order id no', 'pedido ca',
  ],
  authority: [
    'authority', 'ca', 'certificate authority', 'certification authority', 'issuer', 'issuing ca', 'ca name', 'vendor',
    'autoridad', 'autoridad certificadora', 'autoridad certificacion', 'entidad certificadora', 'entidad certificacion',
    'emisor', 'ac', 'marca ca',
  ],
  status: ['status', 'order status', 'state', 'order state', 'estado', 'estado pedido', 'situacion', 'estado orden'],
  productCode: [
    'product name id', 'product code', 'product id', 'sku', 'codigo producto', 'cod producto', 'id producto',
    'producto id', 'referencia producto', 'ref producto', 'product type id',
  ],
  productName: [
    'product name', 'product', 'certificate type', 'cert type', 'type certificate', 'product type', 'producto',
    'nombre producto', 'tipo certificado', 'certificado tipo', 'tipo producto', 'modelo certificado',
  ],
  commonName: [
    'common name', 'cn', 'commonname', 'domain', 'domain name', 'fqdn', 'host', 'hostname', 'host name', 'website',
    'primary domain', 'nombre comun', 'dominio', 'nombre dominio', 'dominio principal', 'nombre servidor', 'servidor',
    'sitio web', 'certificate common name', 'common name cn', 'nombre comun cn', 'nombre host',
  ],
  names: [
    'dns names', 'dns name', 'sans', 'san', 'subject alternative names', 'subject alternative name', 'domains',
    'alternative names', 'additional domains', 'names', 'san names', 'hostnames', 'all domains', 'dominios', 'nombres',
    'nombres dns', 'nombres alternativos', 'dominios adicionales', 'nombres alternativos sujeto', 'todos dominios',
    'nombres dominio', 'nombres san', 'dominios san', 'otros dominios',
  ],
  validFrom: [
    'valid from', 'validity start date', 'start date', 'issue date', 'issued', 'date issued', 'issued date', 'issued on',
    'not before', 'notbefore', 'certificate start', 'certificate issue date', 'fecha emision', 'emitido', 'emision', 'valido desde', 'desde', 'fecha inicio', 'inicio validez', 'fecha inicio validez', 'fecha expedicion',
    'inicio vigencia', 'vigente desde', 'certificate valid from', 'cert valid from', 'validity start',
  ],
  validUntil: [
    'valid till', 'valid until', 'valid to', 'validity end date', 'validity end', 'expiry', 'expiry date', 'expires',
    'expires on', 'expiration', 'expiration date', 'end date', 'not after', 'notafter', 'certificate expiry',
    'certificate expiration', 'certificate expiration date', 'certificate expiry date', 'certificate valid till',
    'certificate valid until', 'date expires', 'expire date', 'fecha caducidad', 'caducidad', 'caduca',
    'fecha vencimiento', 'vencimiento', 'vence', 'fecha expiracion', 'expiracion', 'expira', 'valido hasta',
    'hasta', 'fecha fin', 'fecha final', 'fin validez', 'fin vigencia', 'vigente hasta', 'fecha fin validez',
    'caducidad certificado', 'vencimiento certificado', 'fecha caducidad certificado', 'fecha vencimiento certificado',
  ],
  orderFrom: [
    'order valid from', 'coverage start', 'coverage from', 'subscription start', 'plan start', 'vigencia pedido desde',
    'inicio pedido', 'inicio vigencia pedido', 'inicio cobertura', 'cobertura desde', 'inicio suscripcion',
  ],
  orderUntil: [
    'order valid till', 'order valid until', 'order expiration date', 'order expiry date', 'order expiry',
    'order expiration', 'order expires', 'order end date', 'coverage end', 'coverage until', 'covered until',
    'subscription end', 'plan end', 'plan expires', 'fin pedido', 'caducidad pedido', 'vencimiento pedido',
    'fecha caducidad pedido', 'fecha vencimiento pedido', 'fin vigencia pedido', 'vigencia pedido',
    'vigencia pedido hasta', 'fin cobertura', 'cobertura hasta', 'fin suscripcion', 'pedido valido hasta',
    'fecha fin pedido', 'fin plan',
  ],
  orderedAt: [
    'date created', 'order date', 'ordered', 'ordered on', 'order created date', 'created', 'created at', 'creation date',
    'purchase date', 'date ordered', 'order placed', 'fecha pedido', 'fecha compra', 'fecha creacion', 'fecha alta',
    'creado', 'fecha orden', 'fecha solicitud',
  ],
  term: [
    'term', 'validity', 'validity period', 'period', 'duration', 'order term', 'subscription term', 'periodo validez',
    'periodo', 'plazo', 'duracion', 'validez', 'vigencia', 'tiempo validez', 'plazo contratado', 'periodo contratado',
  ],
  termYears: ['validity years', 'years', 'term years', 'order validity years', 'anos', 'anos validez', 'no anos', 'no years'],
  termMonths: ['validity months', 'months', 'term months', 'meses', 'meses validez', 'no meses', 'no months'],
  termDays: ['validity days', 'days', 'term days', 'order validity days', 'dias', 'dias validez', 'no dias', 'no days'],
  customerName: [
    'customer', 'customer name', 'client', 'client name', 'cliente', 'nombre cliente', 'razon social',
    'cliente nombre', 'razon social cliente',
  ],
  accountNumber: [
    'account no', 'account', 'customer no', 'customer id', 'customer code', 'client no', 'client id',
    'no cuenta', 'cuenta', 'id cuenta', 'codigo cuenta', 'no cliente', 'codigo cliente', 'id cliente', 'cod cliente',
    'cuenta cliente', 'customer account', 'customer account no',
  ],
  division: ['container name', 'container', 'division', 'division name', 'department', 'business unit', 'contenedor', 'departamento', 'nombre contenedor', 'area', 'unidad negocio'],
  holder: ['holder', 'end customer', 'end customer name', 'end user', 'certificate holder', 'titular', 'cliente final', 'titular certificado', 'usuario final', 'nombre cliente final', 'end client'],
  contactName: [
    'contact', 'contact name', 'requester', 'requester name', 'contact person', 'full name', 'contacto',
    'nombre contacto', 'persona contacto', 'solicitante', 'nombre solicitante', 'nombre y apellidos',
    'nombre apellidos', 'responsable', 'organization contact name', 'nombre completo', 'primary contact',
  ],
  contactFirstName: ['requester first name', 'first name', 'contact first name', 'given name', 'nombre pila', 'contacto nombre'],
  contactLastName: ['requester last name', 'last name', 'contact last name', 'surname', 'family name', 'apellidos', 'apellido', 'apellidos contacto', 'contacto apellidos'],
  contactEmail: [
    'email', 'e mail', 'mail', 'email address', 'e mail address', 'contact email', 'requester email', 'customer email',
    'contact e mail', 'contact email address', 'correo', 'correo electronico', 'email contacto', 'correo contacto',
    'direccion correo', 'direccion correo electronico', 'correo e', 'correo electronico contacto', 'email cliente',
    'correo cliente', 'correo solicitante', 'e mail contacto', 'direccion email',
  ],
  contactPhone: [
    'phone', 'phone no', 'telephone', 'telephone no', 'tel', 'contact phone', 'requester telephone', 'requester phone',
    'contact telephone', 'mobile', 'telefono', 'no telefono', 'tlf', 'tfno', 'tfno contacto', 'telefono contacto',
    'movil', 'celular', 'telefono solicitante',
  ],
  contactLocale: ['locale', 'language', 'lang', 'contact locale', 'contact language', 'preferred language', 'idioma', 'idioma contacto', 'lengua', 'idioma preferido'],
  contactTimeZone: ['time zone', 'timezone', 'tz', 'contact time zone', 'zona horaria', 'huso horario', 'zona horaria contacto'],
  country: ['country', 'country code', 'organization country', 'customer country', 'pais', 'codigo pais', 'pais cliente'],
  isRenewed: ['is renewed', 'renewed', 'renovado', 'renovada', 'ya renovado', 'esta renovado', 'already renewed'],
  renewalOf: [ 'renewal order id', 'renewal order', 'renewed from', 'previous order',
    'previous order id', 'old order', 'replaces', 'replaces order', 'renueva', 'renovacion pedido', 'pedido anterior',
    'no pedido anterior', 'renueva pedido', 'sustituye', 'sustituye pedido', 'previous order no',
  ],
  renewedBy: [
    'renewed by', 'renewed order id', 'renewed order', 'next order', 'new order', 'new order id', 'renewed with',
    'renovado por', 'renovado con', 'pedido nuevo', 'nuevo pedido', 'pedido renovacion', 'no pedido nuevo', 'new order no',
  ],
  noticesOn: [
    'renewal notifications', 'renewal notices', 'renewal notification', 'send renewal notices', 'notices', 'reminders',
    'renewal reminders', 'notices on', 'enable renewal notifications', 'avisos renovacion', 'avisos', 'recordatorios',
    'avisar', 'notificaciones renovacion', 'notificaciones', 'recibe avisos', 'enviar avisos',
  ],
  noticesOff: [
    'disable renewal notifications', 'disable renewal notification', 'disable renewal notices', 'notices off',
    'do not notify', 'no notificar', 'sin avisos', 'avisos desactivados', 'no avisar', 'desactivar avisos renovacion',
    'desactivar avisos', 'notifications disabled', 'mute',
  ],
  autoRenew: ['auto renew', 'autorenew', 'automatic renewal', 'auto renewal', 'renovacion automatica', 'autorrenovacion', 'auto renovacion', 'autorenovacion'],
  price: ['price', 'amount', 'order price', 'total', 'net price', 'cost', 'order amount', 'sale price', 'precio', 'importe', 'importe total', 'precio venta', 'pvp', 'precio neto', 'precio pedido', 'importe neto', 'coste', 'costo', 'monto'],
  currency: ['currency', 'currency code', 'price currency', 'moneda', 'divisa', 'codigo moneda'],
  serverCount: ['server count', 'servers', 'server licenses', 'no servers', 'licenses', 'server licences', 'servidores', 'no servidores', 'licencias', 'no licencias', 'licencias servidor', 'cantidad servidores'],
  serial: ['serial no', 'serial', 'certificate serial no', 'cert serial no', 'no serie', 'serie', 'no serie certificado', 'serial certificado'],
  fingerprint: ['fingerprint', 'thumbprint', 'sha1 fingerprint', 'sha256 fingerprint', 'sha1 thumbprint', 'sha1', 'sha256', 'sha 256', 'sha 1', 'certificate thumbprint', 'huella', 'huella digital', 'huella certificado'],
  notes: ['notes', 'note', 'comments', 'comment', 'remarks', 'notas', 'nota', 'observaciones', 'comentarios', 'comentario', 'order notes'],
  owner: ['owner', 'account manager', 'sales rep', 'sales owner', 'salesperson', 'account owner', 'comercial', 'gestor', 'gestor cuenta', 'vendedor', 'ejecutivo cuenta', 'responsable comercial', 'comercial asignado', 'agente'],
}; // biome-ignore format: lists of names read better as paragraphs

/**
 * Headings that speak for a field only while nothing clearer does. `Organización` beside `Cliente` is the company
 * the certificate is for; alone it is the customer.
 */
const weakNames: readonly { names: readonly string[]; fields: readonly ColumnField[] }[] = [
  {
    names: [
      'organization', 'organization name', 'organisation', 'organisation name', 'company', 'company name', 'empresa',
      'nombre empresa', 'organizacion', 'nombre organizacion', 'compania', 'sociedad', 'entidad', 'subject organization',
    ],
    fields: ['customerName', 'holder'],
  },
  { names: ['id', 'no', 'referencia', 'reference', 'ref', 'codigo'], fields: ['orderNumber'] },
  { names: ['certificate status', 'cert status', 'estado certificado'], fields: ['status'] },
  { names: ['nombre', 'name'], fields: ['contactFirstName'] },
  { names: ['unit', 'unidad'], fields: ['division'] },
  { names: ['tipo', 'type'], fields: ['productName'] },
  { names: ['fecha', 'date'], fields: ['orderedAt'] },
  { names: ['technical contact email'], fields: ['contactEmail'] },
]; // biome-ignore format: lists of names read better as paragraphs

const smallWords = new Set(['de', 'del', 'la', 'el', 'los', 'las', 'of', 'the', 'para', 'for']);
const numberWords = new Set(['n', 'num', 'nro', 'numero', 'number', 'numb', 'nbr']);

/** The bones of a heading: `N.° de pedido`, `Nº pedido`, `NUMERO_PEDIDO` → `no pedido`; `orderId` → `order id`. */
export function plainHeading(heading: string): string {
  const words = heading
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/\b[nN]\s*\.?\s*[º°]\.?/g, ' no ')
    .replace(/#/g, ' no ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\(s\)/g, 's')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !smallWords.has(word));
  return words.map((word) => (numberWords.has(word) ? 'no' : word)).join(' ');
}

const strong = new Map<string, ColumnField>();
for (const field of columnFields) for (const name of namesByField[field]) strong.set(name, field);
const weak = new Map<string, readonly ColumnField[]>();
for (const { names, fields } of weakNames) for (const name of names) weak.set(name, fields);

/** The one field that this heading names plainly. */
export function fieldNamed(heading: string): ColumnField | undefined {
  return strong.get(plainHeading(heading));
}

/** The fields that this heading may stand for if they are still free, best first. */
export function fieldsHinted(heading: string): readonly ColumnField[] {
  return weak.get(plainHeading(heading)) ?? [];
}

/** Every plain heading with its field, for those who want to show or check them. */
export function listedHeadings(): { readonly field: ColumnField; readonly name: string }[] {
  return columnFields.flatMap((field) => namesByField[field].map((name) => ({ field, name })));
}
