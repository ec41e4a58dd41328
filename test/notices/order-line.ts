/** One line of a partner's file. What is left out is filled in so that the order is an ordinary one. */
export interface OrderLine {
  readonly number: string;
  /** The last day of the order, and of its certificate unless that has an end of its own. */
  readonly ends: string;
  readonly certificateEnds?: string;
  readonly begins?: string;
  /** The first is the common name. */
  readonly names?: readonly string[];
  readonly email?: string;
  readonly contact?: string;
  readonly customer?: string;
  readonly account?: string;
  readonly holder?: string;
  readonly product?: string;
  readonly status?: string;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly renewalOf?: string;
  readonly renewed?: boolean;
  readonly notices?: boolean;
  readonly servers?: number;
  readonly price?: string;
}

const headings = [
  'Order ID', 'Authority', 'Status', 'Product', 'Common name', 'SANs', 'Valid from', 'Valid until', 'Order valid from',
  'Order valid until', 'Account number', 'Customer', 'Holder', 'Contact', 'Email', 'Locale', 'Time zone', 'Country',
  'Previous order', 'Renewed', 'Renewal notices', 'Price', 'Currency', 'Servers',
] as const; // biome-ignore format: a list of headings reads better as a paragraph

/** A file as a partner would bring it: comma separated, ISO days. */
export function inventoryFile(lines: readonly OrderLine[]): string {
  return `${[headings, ...lines.map(cells)].map((row) => row.map(quoted).join(',')).join('\n')}\n`;
}

function cells(line: OrderLine): string[] {
  const { number, ends, names = [`www.${number}.example.com`] } = line;
  const begins = line.begins ?? Temporal.PlainDate.from(ends).subtract({ days: 364 }).toString();
  return [
    number,
    'DigiCert',
    line.status ?? 'issued',
    line.product ?? 'Secure Site OV',
    names[0] ?? '',
    names.join(' '),
    begins,
    line.certificateEnds ?? ends,
    begins,
    ends,
    line.account ?? `C-${line.email ?? number}`,
    line.customer ?? 'Panadería Luz SL',
    line.holder ?? '',
    line.contact ?? 'Ana Ruiz',
    line.email ?? `ana@${number}.example.com`,
    line.locale ?? 'es-ES',
    line.timeZone ?? 'Europe/Madrid',
    'ES',
    line.renewalOf ?? '',
    line.renewed === undefined ? '' : line.renewed ? 'yes' : 'no',
    line.notices === undefined ? '' : line.notices ? 'yes' : 'no',
    line.price ?? '120.00',
    'EUR',
    line.servers === undefined ? '' : String(line.servers),
  ];
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
