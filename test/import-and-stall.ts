import { importInventory } from '../src/inventory/import-inventory.ts';
import { readInventory } from '../src/inventory/reading/read-inventory.ts';
import { wallNow } from '../src/kernel/now.ts';
import { findPartner } from '../src/partners/partner.ts';
import { openDatabase } from '../src/storage/database.ts';

// Imports a file and stops between the last row and the commit, so that a test can kill it there.
const [url, slug, path] = process.argv.slice(2);
const db = await openDatabase({ url: url! });
const partner = await findPartner(db, slug);
const reading = await readInventory({ from: path!, name: 'cartera.csv' });
await importInventory(
  db.forPartner(partner.id),
  reading,
  { now: wallNow },
  {
    decide: async () => true,
    onOutcome: async () => {
      process.stdout.write('written\n');
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    },
  },
);
