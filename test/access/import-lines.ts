import { Readable } from 'node:stream';
import { importInventory } from '../../src/inventory/import-inventory.ts';
import { readInventory } from '../../src/inventory/reading/read-inventory.ts';
import { inventoryFile, type OrderLine } from '../notices/order-line.ts';
import type { AccessDesk } from './access-desk.ts';

/** Orders for the desk's first partner. */
export async function importLines(desk: AccessDesk, lines: readonly OrderLine[]): Promise<void> {
  const reading = await readInventory({ from: Readable.from([inventoryFile(lines)]), name: 'cartera.csv' });
  const scope = desk.database.db.forPartner(desk.database.partner);
  const outcome = await importInventory(
    scope,
    reading,
    { now: () => desk.now },
    { decide: async () => true },
  );
  if (outcome.kind !== 'applied') throw new Error('the test’s file was not taken');
}
