/** Cells of one order as a test says them; what it does not say is unremarkable. */
export interface OrderCells {
  readonly number: string;
  readonly authority?: string;
  readonly status?: string;
  readonly product?: string;
  readonly commonName?: string;
  /** Separated by spaces. */
  readonly names?: string;
  readonly orderedAt?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly orderUntil?: string;
  readonly customer?: string;
  readonly account?: string;
  readonly holder?: string;
  readonly contact?: string;
  readonly email?: string;
  readonly renewed?: string;
  readonly renewalOf?: string;
  readonly noticesOff?: string;
  readonly price?: string;
  readonly currency?: string;
  readonly servers?: string;
  readonly serial?: string;
  readonly notes?: string;
}

const headings: Readonly<Record<keyof OrderCells, string>> = {
  number: 'order_id',
  authority: 'authority',
  status: 'status',
  product: 'product_name',
  commonName: 'common_name',
  names: 'dns_names',
  orderedAt: 'date_created',
  validFrom: 'valid_from',
  validUntil: 'valid_till',
  orderUntil: 'order_valid_till',
  customer: 'organization_name',
  account: 'account_number',
  holder: 'holder',
  contact: 'contact',
  email: 'email',
  renewed: 'is_renewed',
  renewalOf: 'renewal_of_order_id',
  noticesOff: 'disable_renewal_notifications',
  price: 'price',
  currency: 'currency',
  servers: 'server_count',
  serial: 'serial_number',
  notes: 'notes',
};

/** An order of a customer whose certificate and coverage end on the day given. */
export function anOrder(number: string, cells: Omit<OrderCells, 'number'> = {}): OrderCells {
  const commonName = cells.commonName ?? `www.order${number}.example`;
  return {
    number,
    status: 'issued',
    product: 'Secure Site OV',
    commonName,
    names: commonName,
    validFrom: '2026-06-01',
    validUntil: '2026-12-17',
    orderUntil: '2026-12-17',
    customer: 'Bodegas Norte S.L.',
    account: 'C100',
    contact: 'Marta Ruiz',
    email: 'marta@bodegas-norte.example',
    ...cells,
  };
}

/** The file that holds these orders; its columns are those that any of them speaks of. */
export function inventoryCsv(orders: readonly OrderCells[]): string {
  const fields = (Object.keys(headings) as (keyof OrderCells)[]).filter((field) =>
    orders.some((order) => order[field] !== undefined),
  );
  const line = (cells: readonly string[]) =>
    `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;
  return [
    line(fields.map((field) => headings[field])),
    ...orders.map((order) => line(fields.map((field) => order[field] ?? ''))),
  ].join('');
}
