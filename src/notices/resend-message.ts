import type { AddressFacts } from '../cadence/address-facts.ts';
import type { ClockFacts } from '../cadence/clock-facts.ts';
import type { Reason } from '../cadence/reason.ts';
import { reasonWords } from '../cadence/reason-words.ts';
import type { Purpose, Stage } from '../cadence/stage.ts';
import { stageWindows } from '../cadence/stage-windows.ts';
import type { ContactLine } from '../inventory/contact-list.ts';
import { loadClocks } from '../inventory/load-clock-facts.ts';
import { contactsById } from '../inventory/load-customers.ts';
import { Fault } from '../kernel/fault.ts';
import type { RowId } from '../kernel/ids.ts';
import { type Language, textLocaleFor } from '../kernel/locale.ts';
import type { Partner } from '../partners/partner.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { DeliveryRow } from './claim-store.ts';
import { loadAddressFacts } from './ledger-store.ts';
import { dropReason } from './look-again.ts';
import {
  type ActedNoticeRow,
  insertNoticeEvent,
  insertResend,
  lockNotices,
  selectRecentResend,
} from './message-action-store.ts';
import { type PlanningRules, planningRules } from './plan-touches.ts';
import type { SendingDeps } from './sending.ts';

export interface ResendWish {
  readonly message: RowId;
  /** Another contact of the same customer; null: the same one, at the address that they have now. */
  readonly contact: RowId | null;
  readonly why: string;
  readonly by: string;
  /** Of the words in which it is refused. */
  readonly language: Language;
}

export interface Resent {
  readonly message: RowId;
  readonly address: string;
  /** False: the same was asked for a moment ago, and this is what was made of it. */
  readonly isNew: boolean;
}

/** So long the same wish is taken for the same click. */
const sameWishMinutes = 10;

/**
 * Says a message once more, as of today and as a message of its own: it never bears the first one's Message-ID. What has
 * been renewed or taken back since is left out, and whoever objected or whose address bounces gets none. Throws
 * `conflict` with the reason where nothing is left to say, or to nobody.
 */
export async function resendMessage(
  tx: PartnerTransaction,
  { deps, partner }: { readonly deps: SendingDeps; readonly partner: Partner },
  wish: ResendWish,
): Promise<Resent> {
  const [notice] = await lockNotices(tx, [wish.message]);
  if (!notice)
    throw new Fault('not-found', `there is no message ${wish.message}`, {
      code: 'no-message',
      params: { id: wish.message },
    });
  if (!partner.sendingOn) throw refusal('sending-off', {}, wish, partner);
  const contact = await recipientOf(tx, notice, wish);
  const now = deps.now();
  const of = notice.resendOf ?? notice.id;
  const since = now.subtract({ minutes: sameWishMinutes }).toString();
  const { addressKey } = contact;
  const known = await selectRecentResend(tx, { of, addressKey, since });
  if (known) return { message: known.id, address: contact.address, isNew: false };
  const planning = planningRules(partner, deps.cadence);
  const said = await whatIsLeft(tx, { notice, contact, planning, now, wish, partner });
  const at = now.toString();
  const locale = contact.locale ?? planning.defaults.locale;
  const message = await insertResend(tx, {
    ...{ of, at, lateAt: now.add({ hours: 24 }).toString(), contact: contact.id, addressKey },
    ...{ brand: notice.brand, channel: notice.channel, locale, textLocale: textLocaleFor(locale) },
    timeZone: contact.timeZone ?? planning.defaults.timeZone,
    ...{ purpose: said.stage.purpose, tone: said.stage.tone, template: said.stage.template },
    ...{ stage: said.stage.daysBefore, withoutOffers: notice.withoutOffers },
    ...{ askedBy: wish.by, why: wish.why, deliveries: said.deliveries },
  });
  await insertNoticeEvent(tx, {
    notice: message,
    at,
    kind: 'resent',
    detail: { by: wish.by, reason: wish.why },
  });
  await insertNoticeEvent(tx, { notice: notice.id, at, kind: 'resent-as', detail: { message, by: wish.by } });
  return { message, address: contact.address, isNew: true };
}

async function recipientOf(
  tx: PartnerTransaction,
  notice: ActedNoticeRow,
  { contact }: ResendWish,
): Promise<ContactLine> {
  const [found] = await contactsById(tx, [contact ?? notice.contact]);
  if (!found || found.customer !== notice.customer) {
    throw new Fault('conflict', 'the contact is not one of this customer', { code: 'resend-contact' });
  }
  if (!found.writable) {
    throw new Fault('conflict', 'this contact is a holder behind an agency and is never written to', {
      code: 'resend-holder',
    });
  }
  return found;
}

interface Looking {
  readonly notice: ActedNoticeRow;
  readonly contact: ContactLine;
  readonly planning: PlanningRules;
  readonly now: Temporal.Instant;
  readonly wish: ResendWish;
  readonly partner: Partner;
}

interface Left {
  readonly deliveries: readonly DeliveryRow[];
  /** How it is spoken of today. */
  readonly stage: Stage;
}

async function whatIsLeft(tx: PartnerTransaction, looking: Looking): Promise<Left> {
  const { notice, contact, planning, now, wish, partner } = looking;
  const clocks = await loadClocks(tx, {
    clocks: notice.deliveries.map(({ clock }) => clock),
    defaults: planning.defaults,
  });
  const at = now.epochMilliseconds;
  const known = await loadAddressFacts(tx, [contact.addressKey], { now: at, remembersDays: 1 });
  const facts = new Map(
    clocks.map((clock): [RowId, ClockFacts] => [
      clock.clock,
      { ...clock, brand: clock.brand ?? '', inviteFrom: null, ledger: [] },
    ]),
  );
  const stage = soonestStage(notice, [...facts.values()], { planning, at });
  refuseAddress(known.get(contact.addressKey), stage.purpose, looking);
  const judged = notice.deliveries.map((delivery) => ({
    delivery,
    reason: dropReason(delivery, {
      ...{ cadence: planning.cadence, purpose: stage.purpose, clock: facts.get(delivery.clock) },
      ...{ addressKey: contact.addressKey, addresses: known, now: at, byHand: true },
    }),
  }));
  const deliveries = judged.flatMap(({ delivery, reason }) => (reason === null ? [delivery] : []));
  if (deliveries.length > 0) return { deliveries, stage };
  const [first] = judged.flatMap(({ reason }) => reason ?? []);
  throw first
    ? refusal(first.code, first.params, wish, partner)
    : new Fault('conflict', 'nothing of what this message spoke of is left', { code: 'resend-nothing' });
}

function refuseAddress(
  address: AddressFacts | undefined,
  purpose: Purpose,
  { wish, partner }: Looking,
): void {
  if (address?.bouncing) throw refusal('bouncing', {}, wish, partner);
  if (address?.objectedTo.includes(purpose)) throw refusal('unsubscribed', { purpose }, wish, partner);
}

function refusal(code: string, params: unknown, { language }: ResendWish, { settings }: Partner): Fault {
  const reason = { code, params } as Reason;
  const why = (reader: Language) => reasonWords(reason, reader, settings.defaultTimeZone);
  return new Fault('conflict', `this message is not sent again: ${why('en')}`, {
    code: 'resend-refused',
    params: { why: why(language), reason: code },
  });
}

/** The stage that is open now for the clock that ends first; after the end the last one, before the first the notice's. */
function soonestStage(
  notice: ActedNoticeRow,
  clocks: readonly ClockFacts[],
  { planning, at }: { readonly planning: PlanningRules; readonly at: number },
): Stage {
  const [first] = [...clocks].sort((a, b) => a.endsAt - b.endsAt);
  const windows = first ? stageWindows(first.kind, first, planning.cadence) : [];
  const open = windows.findLast((window) => window.opens <= at)?.stage;
  if (open) return open;
  const { stage: daysBefore, tone, template, purpose, channel } = notice;
  const rest = { share: null, lastSafety: false, urgent: true, escalateTo: [], channels: [channel] };
  return { daysBefore, tone, template, purpose, ...rest };
}
