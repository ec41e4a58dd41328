import { Fault } from '../kernel/fault.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { loadAddressFacts } from './ledger-store.ts';
import {
  type ActedNoticeRow,
  insertNoticeEvent,
  lockNotices,
  updateForAnotherTry,
  updateSeen,
} from './message-action-store.ts';

interface Word {
  readonly message: RowId;
  readonly by: string;
  readonly at: Temporal.Instant;
}

/**
 * Lets a message that failed go once more, made anew: certainly nothing of it had arrived. Throws `conflict` where it
 * did not fail, or its address bounces.
 */
export async function tryMessageAgain(tx: PartnerTransaction, word: Word): Promise<ActedNoticeRow> {
  const notice = await locked(tx, word.message, 'failed');
  const known = await loadAddressFacts(tx, [notice.addressKey], {
    now: word.at.epochMilliseconds,
    remembersDays: 1,
  });
  if (known.get(notice.addressKey)?.bouncing) {
    throw new Fault('conflict', 'this address returns messages; correct the contact, then send again', {
      code: 'try-bouncing',
    });
  }
  await goAgain(tx, word, { kind: 'try-again', afresh: true });
  return notice;
}

/**
 * Lets a message of which nobody knows whether it arrived go once more, byte for byte and with the same Message-ID, so
 * that a reader who has it already sees one. Throws `conflict` where there is no such doubt.
 */
export async function repeatMessage(tx: PartnerTransaction, word: Word): Promise<ActedNoticeRow> {
  const notice = await locked(tx, word.message, 'uncertain');
  if (!notice.hasBytes) {
    throw new Fault('conflict', 'its bytes were not kept; send it again as a new message', {
      code: 'repeat-without-bytes',
    });
  }
  await goAgain(tx, word, { kind: 'repeated', afresh: false });
  return notice;
}

/** Notes that somebody has taken care of messages that did not arrive, or that nobody has after all. */
export async function markMessagesSeen(
  tx: PartnerTransaction,
  messages: readonly RowId[],
  { isSeen, by, at }: { readonly isSeen: boolean; readonly by: string; readonly at: Temporal.Instant },
): Promise<RowId[]> {
  return updateSeen(tx, { ids: messages, at: isSeen ? at.toString() : null, by: isSeen ? by : null });
}

async function locked(
  tx: PartnerTransaction,
  message: RowId,
  state: 'failed' | 'uncertain',
): Promise<ActedNoticeRow> {
  const [notice] = await lockNotices(tx, [message]);
  if (!notice)
    throw new Fault('not-found', `there is no message ${message}`, {
      code: 'no-message',
      params: { id: message },
    });
  if (notice.state === state) return notice;
  throw new Fault('conflict', `the message is ${notice.state}; ${state} was expected`, {
    code: 'message-moved-on',
  });
}

async function goAgain(
  tx: PartnerTransaction,
  { message, by, at }: Word,
  { kind, afresh }: { readonly kind: string; readonly afresh: boolean },
): Promise<void> {
  const lateAt = at.add({ hours: 24 }).toString();
  await updateForAnotherTry(tx, { id: message, at: at.toString(), lateAt, by, afresh });
  await insertNoticeEvent(tx, { notice: message, at: at.toString(), kind, detail: { by } });
}
