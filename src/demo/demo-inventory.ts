import iconv from 'iconv-lite';
import { badRowCount, badRows } from './bad-rows.ts';
import { demoCustomers } from './demo-customers.ts';
import { demoOrders } from './demo-orders.ts';
import { type SheetRow, sheetHeadings, sheetLine, sheetRow, spanishDay } from './inventory-sheet.ts';
import { seededRandom } from './seeded-random.ts';

export interface DemoInventory {
  readonly fileName: string;
  /** A CSV file as a partner's program writes it: Windows-1252, semicolons, `31/12/2026`, `1.250,00`. */
  readonly bytes: Uint8Array;
  /** Lines that hold an order and are right, the exact repetition among them not counted. */
  readonly goodRows: number;
  readonly badRows: number;
}

export interface DemoInventoryOptions {
  /** The day on which the demo sends: every end is placed around it. */
  readonly today: Temporal.PlainDate;
  readonly seed: number;
}

/**
 * A partner's inventory around a day, the same bytes for the same day and seed. Companies, people and names are
 * invented; names and addresses lie below `.example` and reach nobody (RFC 2606 section 2).
 */
export function demoInventory({ today, seed }: DemoInventoryOptions): DemoInventory {
  const random = seededRandom(seed);
  const customers = demoCustomers(random);
  const rows = demoOrders(today, customers, random).map((order) => sheetRow(order, random));
  withoutAddress(rows);
  const lines = [...rows, ...badRows(rows), rows[7]!]
    .map((row, index) => ({ row, at: index < rows.length ? random.next() : 0.3 + random.next() / 2 }))
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => sheetLine(sheetHeadings.map((heading) => row[heading])));
  const title = `Cartera de certificados SSL. Exportado el ${spanishDay(today)}`;
  const text = [title, '', sheetLine(sheetHeadings), ...lines, ''].join('\r\n');
  return {
    fileName: `cartera-${today}.csv`,
    bytes: iconv.encode(text, 'win1252'),
    goodRows: rows.length,
    badRows: badRowCount,
  };
}

/** Somebody left and nobody noted who took over: these wait for an address. */
function withoutAddress(rows: SheetRow[]): void {
  for (const index of [55, 62, 71, 118]) {
    rows[index] = { ...rows[index]!, Contacto: '', 'Correo electrónico': '', Teléfono: '' };
  }
}
