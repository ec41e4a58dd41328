import { importInventory } from '../src/inventory/import-inventory.ts';
import { readInventory } from '../src/inventory/reading/read-inventory.ts';
import { fixedNow } from '../src/kernel/now.ts';
import { findPartner } from '../src/partners/partner.ts';
import { openDatabase } from '../src/storage/database.ts';

/** Imports one file and tells its time and memory as JSON; a process of its own, so that the memory is its own. */
const [url, path] = process.argv.slice(2);
if (!url || !path) throw new Error('usage: import-once.ts DATABASE_URL FILE');
const db = await openDatabase({ url });
const partner = await findPartner(db);
/** As the command reads it. */
const batchSize = 250;
const began = performance.now();
const steps: Record<string, number> = {};
let step = 'read';
let at = began;
const enter = (next: string): void => {
  const then = performance.now();
  steps[step] = Math.round(then - at);
  step = next;
  at = then;
};
const reading = await readInventory({ from: path, name: 'bench.csv' }, { batchSize });
const outcome = await importInventory(
  db.forPartner(partner.id),
  reading,
  { now: fixedNow(Temporal.Instant.from('2026-11-22T10:00:00Z')) },
  { decide: async () => true, onStep: enter },
);
enter('end');
const millis = performance.now() - began;
const peakMiB = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ millis, peakMiB, steps, counts: outcome.plan.counts }));
await db.close();
