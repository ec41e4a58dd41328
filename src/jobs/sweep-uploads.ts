import { sweepUploads } from '../inventory/discard-upload.ts';
import type { SendingDeps } from '../notices/sending.ts';
import { everyPartner } from '../partners/every-partner.ts';

const everyHours = 1;

/** Takes uploads away whose time is over, also of partners who bring no more files; at most once an hour. */
export function uploadSweeper({ db, now }: Pick<SendingDeps, 'db' | 'now'>): () => Promise<void> {
  let next: Temporal.Instant | undefined;
  return async () => {
    const at = now();
    if (next && Temporal.Instant.compare(at, next) < 0) return;
    next = at.add({ hours: everyHours });
    for (const partner of await everyPartner(db))
      await db.forPartner(partner.id).transaction((tx) => sweepUploads(tx, at));
  };
}
