import type { RowId } from '../kernel/ids.ts';
import type { Partner } from '../partners/partner.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import {
  type Approval,
  type DaysRun,
  insertApproval,
  selectApprovals,
  selectRunsBetween,
  takeApprovalBack,
} from './approval-store.ts';
import { releaseRun } from './change-run.ts';

/** Why a run waits for the day's approval; null: it may go. */
export type ApprovalHold = { readonly approved: number | null; readonly allowed: number } | null;

/** So many messages may leave on a day that was approved for `messages`. */
export function allowedMessages(messages: number, tolerancePercent: number): number {
  return Math.ceil(messages * (1 + tolerancePercent / 100));
}

/**
 * Whether a run of `notices` has to wait because its day is not approved, or not for so many: what the day's earlier
 * runs have sent counts.
 */
export async function approvalHold(
  tx: PartnerTransaction,
  partner: Partner,
  run: { readonly id: RowId; readonly notices: number; readonly now: Temporal.Instant },
): Promise<ApprovalHold> {
  const { needed, tolerance } = partner.settings.dayApproval;
  if (!needed || run.notices === 0) return null;
  const day = dayOf(partner, run.now);
  const approval = await approvalOf(tx, day);
  if (!approval) return { approved: null, allowed: 0 };
  const allowed = allowedMessages(approval.messages, tolerance);
  const gone = released(await selectRunsBetween(tx, spanOf(partner, day)), run.id);
  return gone + run.notices > allowed ? { approved: approval.messages, allowed } : null;
}

/** The standing approvals of the days of a span, its last one included. */
export const loadApprovals = selectApprovals;

/** The day's standing approval. */
export async function approvalOf(tx: PartnerTransaction, day: string): Promise<Approval | undefined> {
  return (await selectApprovals(tx, { from: day, until: day }))[0];
}

/** Messages of the day's runs that wait for its approval. */
export async function waitingForApproval(
  tx: PartnerTransaction,
  partner: Partner,
  day: string,
): Promise<number> {
  const runs = await selectRunsBetween(tx, spanOf(partner, day));
  return sum(runs.filter(waits));
}

/**
 * A colleague's word that a day's messages may leave, for about as many as were on the screen. Runs of the day that
 * wait for it go, oldest first, as far as the number reaches. Returns how many messages that frees.
 */
export async function approveDay(
  tx: PartnerTransaction,
  partner: Partner,
  word: {
    readonly day: string;
    readonly messages: number;
    readonly note: string;
    readonly person: string | null;
    readonly by: string;
  },
  now: Temporal.Instant,
): Promise<number> {
  await takeApprovalBack(tx, word.day, now.toString());
  await insertApproval(tx, { ...word, at: now.toString() });
  const runs = await selectRunsBetween(tx, spanOf(partner, word.day));
  let left = allowedMessages(word.messages, partner.settings.dayApproval.tolerance) - released(runs);
  const free: DaysRun[] = [];
  for (const run of runs.filter(waits)) {
    if (run.notices > left) break;
    left -= run.notices;
    free.push(run);
  }
  for (const { id } of free) {
    await releaseRun(tx, { run: id, by: word.by, note: word.note || null, at: now });
  }
  return sum(free);
}

/** What has left stays gone; what is still planned for the day waits again. */
export async function withdrawApproval(
  tx: PartnerTransaction,
  day: string,
  now: Temporal.Instant,
): Promise<boolean> {
  return takeApprovalBack(tx, day, now.toString());
}

function waits({ state, why }: DaysRun): boolean {
  return state === 'held' && why === 'not-approved';
}

function released(runs: readonly DaysRun[], except?: RowId): number {
  return sum(runs.filter(({ id, state }) => state === 'released' && id !== except));
}

function sum(runs: readonly DaysRun[]): number {
  return runs.reduce((total, { notices }) => total + notices, 0);
}

function dayOf(partner: Partner, now: Temporal.Instant): string {
  return now.toZonedDateTimeISO(partner.settings.defaultTimeZone).toPlainDate().toString();
}

function spanOf(partner: Partner, day: string): { from: string; until: string } {
  const first = Temporal.PlainDate.from(day);
  const midnight = (date: Temporal.PlainDate) =>
    date.toZonedDateTime(partner.settings.defaultTimeZone).toInstant().toString();
  return { from: midnight(first), until: midnight(first.add({ days: 1 })) };
}
