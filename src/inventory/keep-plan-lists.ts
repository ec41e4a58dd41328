import type { PartnerScope } from '../storage/database.ts';
import type { ImportPlan } from './import-plan.ts';
import { type UploadList, uploadLists } from './import-upload.ts';
import { clearEntries, insertEntries } from './import-upload-store.ts';

/** So many new orders and changes are kept to be looked at; the counts are of all. Refused lines are kept all. */
const mostListed = 10_000;
const atOnce = 500;

/** Keeps the lists of a plan beside its upload, in place of those of the plan before. */
export async function keepPlanLists(scope: PartnerScope, upload: string, plan: ImportPlan): Promise<void> {
  await scope.transaction((tx) => clearEntries(tx, upload));
  for (const list of uploadLists) await keepList(scope, { upload, list }, plan);
}

async function keepList(
  scope: PartnerScope,
  { upload, list }: { upload: string; list: UploadList },
  plan: ImportPlan,
): Promise<void> {
  let from = 0;
  let waiting: unknown[] = [];
  const flush = async (): Promise<void> => {
    const [at, entries] = [{ upload, list, from }, waiting];
    from += entries.length;
    waiting = [];
    if (entries.length > 0) await scope.transaction((tx) => insertEntries(tx, at, entries));
  };
  for await (const entry of plan[list]()) {
    if (list !== 'refused' && from + waiting.length >= mostListed) break;
    waiting.push(entry);
    if (waiting.length >= atOnce) await flush();
  }
  await flush();
}
