import { colleaguesOf } from '../access/colleagues.ts';
import type { Now } from '../kernel/now.ts';
import type { Partner } from '../partners/partner.ts';
import type { Database } from '../storage/database.ts';
import { addressees } from './addressees.ts';
import { deleteOldItems, type InboxChanged, keepItems, lockInbox, selectMark } from './keep-store.ts';
import { selectOwnerNames } from './owner-store.ts';

/**
 * Brings the inboxes of a partner's people up to date with everything that waits for them now. Any number of processes
 * may ask at once: one does it, for the others it is `busy`. Run again, it finds nothing; after days without it, it
 * finds what waits still.
 */
export async function keepInbox(
  { db, now }: { readonly db: Database; readonly now: Now },
  partner: Partner,
): Promise<InboxChanged | 'busy'> {
  const colleagues = await colleaguesOf(db, partner.id);
  const at = now();
  const { timeZone, today } = dayAt(partner, at);
  return db.forPartner(partner.id).transaction(async (tx) => {
    if (!(await lockInbox(tx))) return 'busy';
    const people = addressees(colleagues, await selectOwnerNames(tx));
    return keepItems(tx, people, {
      now: at.toString(),
      today: today.toString(),
      dayBegan: today.toZonedDateTime(timeZone).toInstant().toString(),
      approves: partner.settings.dayApproval.needed && partner.sendingOn,
    });
  });
}

/** What was there when somebody looked last. */
export interface LastLook {
  readonly mark: string;
  readonly at: Temporal.Instant;
}

/** Time alone brings and ends things too: with nothing else happening, a look after so many minutes finds them. */
const looksAgainAfterMinutes = 5;

/** The same where something has happened since the last look, or it is old; else `same`, for a few look-ups by key. */
export async function keepInboxIfNeeded(
  deps: { readonly db: Database; readonly now: Now },
  partner: Partner,
  last: LastLook | undefined,
): Promise<{ readonly look: LastLook; readonly outcome: InboxChanged | 'busy' | 'same' }> {
  const at = deps.now();
  const mark = await deps.db.forPartner(partner.id).transaction(selectMark);
  const isYoung = last && Math.abs(at.since(last.at).total('minutes')) < looksAgainAfterMinutes;
  if (isYoung && last.mark === mark) return { look: last, outcome: 'same' };
  return { look: { mark, at }, outcome: await keepInbox(deps, partner) };
}

/** Forgets what has been gone for three months. */
export async function forgetOldItems(
  { db, now }: { readonly db: Database; readonly now: Now },
  partner: Partner,
): Promise<void> {
  await db.forPartner(partner.id).transaction((tx) => deleteOldItems(tx, now().toString()));
}

function dayAt({ settings }: Partner, at: Temporal.Instant) {
  const timeZone = settings.defaultTimeZone;
  return { timeZone, today: at.toZonedDateTimeISO(timeZone).toPlainDate() };
}
