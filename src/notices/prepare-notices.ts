import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ClockFacts } from '../cadence/clock-facts.ts';
import type { OutgoingMessage } from '../channels/channel.ts';
import { loadClocks } from '../inventory/load-clock-facts.ts';
import { type ContactToWrite, loadContacts } from '../inventory/load-contacts.ts';
import { loadOrdersForNotices } from '../inventory/load-orders-for-notices.ts';
import { isFault } from '../kernel/fault.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { noticeFacts } from '../templates/notice-facts.ts';
import type { ClaimedNotice, DeliveryRow } from './claim-store.ts';
import { inviteFrom } from './invite-from.ts';
import { loadAddressFacts } from './ledger-store.ts';
import { dropReason } from './look-again.ts';
import {
  type BatchFacts,
  composeLetter,
  factsToStore,
  type LetterParts,
  type Line,
  messageIdOf,
  messageLines,
  renderStored,
  type StoredFacts,
} from './make-message.ts';
import type { Drop, Intent, Outcome } from './outcome-store.ts';
import { planningRules } from './plan-touches.ts';
import { mostAttempts, outcomeOf, settled } from './retry.ts';
import type { SendingRun } from './sending.ts';
import { withInstructions } from './with-instructions.ts';

/** A notice that is ready to be handed over. */
export interface ReadyNotice {
  readonly notice: ClaimedNotice;
  readonly message: OutgoingMessage;
  readonly intent: Intent;
}

export interface Preparation {
  readonly ready: readonly ReadyNotice[];
  /** Notices that must not or cannot go, and why. */
  readonly outcomes: readonly Outcome[];
  readonly drops: readonly Drop[];
}

/** Reads the world as it is now for these notices. */
export async function loadBatchFacts(
  tx: PartnerTransaction,
  run: SendingRun,
  notices: readonly Pick<ClaimedNotice, 'deliveries' | 'contact' | 'addressKey'>[],
): Promise<BatchFacts> {
  const { rules, policies, defaults } = planningRules(run.partner, run.deps.cadence);
  const deliveries = notices.flatMap((notice) => notice.deliveries);
  const clocks = await loadClocks(tx, { clocks: unique(deliveries.map((d) => d.clock)), defaults });
  const orders = await loadOrdersForNotices(tx, new Set(deliveries.map((d) => d.order)));
  const contacts = await loadContacts(tx, unique(notices.map((notice) => notice.contact)));
  const people = clocks.flatMap((clock) => clock.recipients.map((person) => person.addressKey));
  const keys = unique([...notices.map((notice) => notice.addressKey), ...people]);
  const addresses = await loadAddressFacts(tx, keys, {
    now: run.deps.now().epochMilliseconds,
    remembersDays: rules.minDaysBetweenNotices,
  });
  const facts = (await withInstructions(tx, clocks)).map((clock): [RowId, ClockFacts] => [
    clock.clock,
    { ...clock, brand: clock.brand ?? '', inviteFrom: inviteFrom(policies, clock), ledger: [] },
  ]);
  return { clocks: new Map(facts), orders, contacts, addresses };
}

/** Looks at every delivery again and makes the messages of what still stands. */
export async function prepareNotices(
  run: SendingRun,
  notices: readonly ClaimedNotice[],
  facts: BatchFacts,
): Promise<Preparation> {
  const ready: ReadyNotice[] = [];
  const outcomes: Outcome[] = [];
  const drops: Drop[] = [];
  for (const [i, notice] of notices.entries()) {
    // Rendering only counts; without a pause what is on its way would wait for all of it.
    if (i % 8 === 7) await nextTurn();
    const prepared = await prepareOrPutOff(run, notice, facts);
    drops.push(...prepared.drops);
    if (prepared.ready) ready.push(prepared.ready);
    if (prepared.outcome) outcomes.push(prepared.outcome);
  }
  return { ready, outcomes, drops };
}

interface Prepared {
  readonly ready?: ReadyNotice;
  readonly outcome?: Outcome;
  readonly drops: readonly Drop[];
}

/** A message that cannot be made, for whatever cause, waits; the others must not wait with it. */
async function prepareOrPutOff(run: SendingRun, notice: ClaimedNotice, facts: BatchFacts): Promise<Prepared> {
  try {
    return await prepareNotice(run, notice, facts);
  } catch (error) {
    const response = `the message could not be made: ${error instanceof Error ? error.message : String(error)}`;
    const result = { kind: 'deferred', response, phase: 'check' } as const;
    const outcome = outcomeOf(notice, result, run.deps.now().epochMilliseconds, run.partner.settings);
    return { ...(outcome ? { outcome } : {}), drops: [] };
  }
}

async function prepareNotice(run: SendingRun, notice: ClaimedNotice, facts: BatchFacts): Promise<Prepared> {
  const now = run.deps.now().epochMilliseconds;
  // A worker that died may have handed over what it had written down; repeated once, nothing of it is lost.
  if (notice.maybeSent && notice.attempts >= mostAttempts) {
    return { outcome: settled(notice, 'uncertain', 'worker-lost', {}), drops: [] };
  }
  const contact = facts.contacts.get(notice.contact);
  if (!contact || contact.addressKey !== notice.addressKey) {
    return withdrawn(notice, notice.deliveries, { code: 'contact-changed', params: {} });
  }
  if (now >= notice.lateAt)
    return withdrawn(notice, notice.deliveries, { code: 'window-closed', params: {} });
  const { standing, drops } = sift(run, notice, facts, now);
  // Once its bytes may have left, a message is repeated as it was or not at all.
  if (notice.frozen) return repeat(run, notice, contact, { standing, drops });
  if (standing.length === 0) return { outcome: settled(notice, 'withdrawn', 'dropped-out', {}), drops };
  const made = await makeMessage(run, notice, contact, standing, facts);
  return { ...made, drops: [...drops, ...made.drops] };
}

interface Sifted {
  readonly standing: readonly DeliveryRow[];
  readonly drops: readonly Drop[];
}

function sift(run: SendingRun, notice: ClaimedNotice, facts: BatchFacts, now: number): Sifted {
  const standing: DeliveryRow[] = [];
  const drops: Drop[] = [];
  for (const delivery of notice.deliveries) {
    const reason = dropReason(delivery, {
      cadence: planningRules(run.partner, run.deps.cadence).cadence,
      purpose: notice.purpose,
      clock: facts.orders.has(delivery.order) ? facts.clocks.get(delivery.clock) : undefined,
      addressKey: notice.addressKey,
      addresses: facts.addresses,
      now,
      byHand: notice.byHand,
    });
    if (reason) drops.push(dropOf(notice, delivery, reason));
    else standing.push(delivery);
  }
  return { standing, drops };
}

function withdrawn(
  notice: ClaimedNotice,
  deliveries: readonly DeliveryRow[],
  reason: { readonly code: string; readonly params: unknown },
): Prepared {
  // It cannot be taken back any more, so nobody may think that it was never said.
  if (notice.perhapsLeft) {
    return { outcome: settled(notice, 'uncertain', reason.code, reason.params), drops: [] };
  }
  return {
    outcome: settled(notice, 'withdrawn', reason.code, reason.params),
    drops: deliveries.map((delivery) => dropOf(notice, delivery, reason)),
  };
}

function dropOf(
  notice: ClaimedNotice,
  delivery: DeliveryRow,
  reason: { readonly code: string; readonly params: unknown },
): Drop {
  const { clock, anchor, stage } = delivery;
  return { notice: notice.id, clock, anchor, stage, reason: reason.code, params: reason.params };
}

/** The same bytes as before, if they can still be made and everything they say still stands. */
async function repeat(
  run: SendingRun,
  notice: ClaimedNotice,
  contact: ContactToWrite,
  { standing, drops }: Sifted,
): Promise<Prepared> {
  const { frozen } = notice;
  if (!frozen) return { drops: [] };
  if (standing.length === 0) {
    const { perhapsLeft } = notice;
    const outcome = settled(notice, perhapsLeft ? 'uncertain' : 'withdrawn', 'dropped-out', {});
    return { outcome, drops: perhapsLeft ? [] : drops };
  }
  const remade = await remakeMessage(run, { ...notice, frozen }, contact);
  if (remade.kind === 'different') {
    return { outcome: settled(notice, 'uncertain', 'cannot-repeat', { why: remade.why }), drops: [] };
  }
  // What dropped out is in the bytes all the same, so its deliveries stay with the notice.
  return { ready: remade.ready, drops: [] };
}

async function makeMessage(
  run: SendingRun,
  notice: ClaimedNotice,
  contact: ContactToWrite,
  standing: readonly DeliveryRow[],
  facts: BatchFacts,
): Promise<Prepared> {
  const lines = messageLines(run, notice, standing, facts);
  const stored = factsToStore(run, notice, contact, { lines: lines.map(({ line }) => line), facts });
  try {
    const ready = await compose(run, notice, contact, {
      rendered: await renderStored(run, notice, stored),
      facts: stored,
      messageId: messageIdOf(run, notice.id),
      date: wholeSecond(run.deps.now()),
    });
    return { ready, drops: [] };
  } catch (error) {
    if (!isFault(error, 'invalid')) throw error;
    return withoutUnsayable(run, notice, contact, { lines, facts, why: error.message });
  }
}

/** A Date header has no fractions. */
function wholeSecond(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: 'second', roundingMode: 'floor' });
}

/**
 * One order whose facts are incomplete must not silence the others: the deliveries that cannot be said drop out, the
 * rest is made anew.
 */
async function withoutUnsayable(
  run: SendingRun,
  notice: ClaimedNotice,
  contact: ContactToWrite,
  failed: { readonly lines: readonly Line[]; readonly facts: BatchFacts; readonly why: string },
): Promise<Prepared> {
  const { facts } = failed;
  const sayable = failed.lines.filter(({ line }) => isSayable(run, notice, contact, { line, facts }));
  const reason = { code: 'facts-missing', params: { why: failed.why } };
  const unsayable = failed.lines.filter((line) => !sayable.includes(line));
  const drops = unsayable.map(({ delivery }) => dropOf(notice, delivery, reason));
  if (sayable.length === 0 || unsayable.length === 0) {
    return { outcome: settled(notice, 'failed', 'facts-missing', { response: failed.why }), drops };
  }
  const made = await makeMessage(
    run,
    notice,
    contact,
    sayable.map(({ delivery }) => delivery),
    facts,
  );
  return { ...made, drops: [...drops, ...made.drops] };
}

function isSayable(
  run: SendingRun,
  notice: ClaimedNotice,
  contact: ContactToWrite,
  { line, facts }: { readonly line: Line['line']; readonly facts: BatchFacts },
): boolean {
  const { allowed: _, ...said } = factsToStore(run, notice, contact, { lines: [line], facts });
  return noticeFacts.safeParse(said).success;
}

type Remade =
  | { readonly kind: 'same'; readonly ready: ReadyNotice }
  | { readonly kind: 'different'; readonly why: string };

async function remakeMessage(
  run: SendingRun,
  notice: ClaimedNotice & { readonly frozen: NonNullable<ClaimedNotice['frozen']> },
  contact: ContactToWrite,
): Promise<Remade> {
  const { frozen } = notice;
  try {
    const facts = frozen.facts as StoredFacts;
    const rendered = await renderStored(run, notice, facts);
    const { messageId, date } = frozen;
    // Whatever the contact is called by now: the message was addressed to the name that it was made with.
    const named = { ...contact, name: (facts.recipient as { name: string | null }).name };
    const ready = await compose(run, notice, named, { rendered, facts, messageId, date });
    if (ready.intent.digest === frozen.digest) return { kind: 'same', ready };
    return {
      kind: 'different',
      why: 'the template, the brand or the sender has changed since the first attempt',
    };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { kind: 'different', why: error.message };
  }
}

interface Making extends LetterParts {
  readonly facts: StoredFacts;
}

async function compose(
  run: SendingRun,
  notice: ClaimedNotice,
  contact: ContactToWrite,
  { rendered, facts, messageId, date }: Making,
): Promise<ReadyNotice> {
  const composed = await composeLetter(run, notice, contact, { rendered, messageId, date });
  return {
    notice,
    message: {
      from: run.deps.email.returnPathFor({ partner: run.partner.id, notice: notice.id }),
      to: contact.address,
      bytes: composed.bytes,
      smtpUtf8: composed.smtpUtf8,
    },
    intent: {
      notice: notice.id,
      fence: notice.fence,
      attempt: notice.attempts + 1,
      messageId,
      subject: rendered.subject,
      date: date.toString(),
      templateVersion: rendered.templateVersion,
      facts,
      digest: createHash('sha256').update(composed.bytes).digest('hex'),
    },
  };
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
