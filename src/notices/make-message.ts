import type { AddressFacts } from '../cadence/address-facts.ts';
import { stageOfNumber } from '../cadence/calendar-for.ts';
import type { ClockFacts } from '../cadence/clock-facts.ts';
import type { Stage } from '../cadence/stage.ts';
import type { ComposedMessage } from '../channels/channel.ts';
import type { ContactToWrite } from '../inventory/load-contacts.ts';
import type { OrderFacts } from '../inventory/order-facts.ts';
import type { RowId } from '../kernel/ids.ts';
import { builtInTemplates } from '../templates/built-in-templates.ts';
import type { Purpose } from '../templates/purpose.ts';
import { type RenderedNotice, renderNotice } from '../templates/render-notice.ts';
import type { ClaimedNotice, DeliveryRow } from './claim-store.ts';
import { type MessageLine, noticeMessage } from './notice-message.ts';
import { planningRules } from './plan-touches.ts';
import type { SendingRun } from './sending.ts';

/** What was read, in a few statements, about everything that a batch of notices speaks of. */
export interface BatchFacts {
  readonly clocks: ReadonlyMap<RowId, ClockFacts>;
  readonly orders: ReadonlyMap<RowId, OrderFacts>;
  readonly contacts: ReadonlyMap<RowId, ContactToWrite>;
  readonly addresses: ReadonlyMap<string, AddressFacts>;
}

/** Whose message it is and how it speaks; a notice of the ledger or one of a preview. */
export type Letterhead = Pick<
  ClaimedNotice,
  | 'id'
  | 'template'
  | 'textLocale'
  | 'locale'
  | 'timeZone'
  | 'brand'
  | 'purpose'
  | 'tone'
  | 'stage'
  | 'channel'
  | 'addressKey'
  | 'withoutOffers'
> & {
  /** A person asked for it now: it speaks as of today's stage, not as of those that its touches were decided for. */
  readonly byHand?: boolean;
};

/** What is kept with a notice: with it and the template's version the message is made again, byte for byte. */
export interface StoredFacts extends Record<string, unknown> {
  /** The purposes whose blocks the recipient may see. */
  readonly allowed: readonly Purpose[];
}

export interface Line {
  readonly delivery: DeliveryRow;
  readonly line: MessageLine;
}

/** The deliveries of a notice with everything that is said about them, soonest end first. */
export function messageLines(
  run: SendingRun,
  notice: Letterhead,
  deliveries: readonly DeliveryRow[],
  facts: BatchFacts,
): Line[] {
  return deliveries
    .map((delivery) => ({
      delivery,
      line: {
        clock: facts.clocks.get(delivery.clock)!,
        order: facts.orders.get(delivery.order)!,
        stage: (notice.byHand ? undefined : stageOf(run, delivery, facts)) ?? fallBackStage(notice),
      },
    }))
    .sort(bySoonestEnd);
}

function bySoonestEnd(a: Line, b: Line): number {
  return a.line.clock.endsAt - b.line.clock.endsAt || (a.delivery.clock < b.delivery.clock ? -1 : 1);
}

function stageOf(run: SendingRun, delivery: DeliveryRow, facts: BatchFacts): Stage | undefined {
  const { cadence } = planningRules(run.partner, run.deps.cadence);
  return stageOfNumber(facts.clocks.get(delivery.clock)!, delivery.stage, cadence);
}

/** The stage was taken out of the calendar after the notice was planned; the notice knows enough of it. */
function fallBackStage(notice: Letterhead): Stage {
  const { stage: daysBefore, tone, template, purpose, channel } = notice;
  const rest = { share: null, lastSafety: true, urgent: true, escalateTo: [] };
  return { daysBefore, tone, template, purpose, channels: [channel], ...rest };
}

/** The facts of the message as of now, in the form that is kept. Not checked yet: rendering does. */
export function factsToStore(
  run: SendingRun,
  notice: Letterhead,
  contact: { readonly name: string | null },
  said: { readonly lines: readonly MessageLine[]; readonly facts: Pick<BatchFacts, 'addresses'> },
): StoredFacts {
  const message = noticeMessage({
    notice: notice.id,
    purpose: notice.purpose,
    recipient: { name: contact.name, locale: notice.locale, timeZone: notice.timeZone },
    asOf: run.deps.now(),
    lines: said.lines,
    policies: planningRules(run.partner, run.deps.cadence).policies,
    links: run.links,
  });
  return { ...message, allowed: allowedPurposes(notice, said.facts) };
}

/** Someone who objected to offers gets none, and neither does a message about something that is perhaps renewed. */
function allowedPurposes(notice: Letterhead, facts: Pick<BatchFacts, 'addresses'>): Purpose[] {
  const objected = facts.addresses.get(notice.addressKey)?.objectedTo ?? [];
  const offers = !notice.withoutOffers && !objected.includes('offer');
  return offers ? ['safety', 'reminder', 'offer'] : ['safety', 'reminder'];
}

/** Renders kept facts. Throws `invalid` naming the order and the fact that is missing. */
export function renderStored(
  run: Pick<SendingRun, 'brands' | 'defaultBrand'>,
  notice: Pick<Letterhead, 'template' | 'textLocale' | 'brand'>,
  { allowed, ...facts }: StoredFacts,
): Promise<RenderedNotice> {
  return renderNotice({
    template: builtInTemplates[notice.template],
    locale: notice.textLocale,
    brand: brandOf(run, notice),
    facts,
    allowedPurposes: new Set(allowed),
  });
}

function brandOf(run: Pick<SendingRun, 'brands' | 'defaultBrand'>, notice: Pick<Letterhead, 'brand'>) {
  return (notice.brand && run.brands.get(notice.brand)) || run.defaultBrand;
}

export interface LetterParts {
  readonly rendered: RenderedNotice;
  readonly messageId: string;
  readonly date: Temporal.Instant;
}

/** The whole message as it goes over the wire. */
export function composeLetter(
  run: Omit<SendingRun, 'worker'>,
  notice: Pick<Letterhead, 'id' | 'purpose' | 'locale' | 'brand'>,
  contact: { readonly name: string | null; readonly address: string },
  { rendered, messageId, date }: LetterParts,
): Promise<ComposedMessage> {
  const { deps, partner, links } = run;
  const brand = brandOf(run, notice);
  const own = partner.settings.sender;
  return deps.email.compose({
    from: {
      name: own?.name ?? deps.sender.name ?? brand.senderName ?? brand.name,
      address: own?.address ?? deps.sender.address,
    },
    to: { address: contact.address, ...(contact.name ? { name: contact.name } : {}) },
    ...(own?.replyTo ? { replyTo: { address: own.replyTo } } : {}),
    subject: rendered.subject,
    html: rendered.html,
    text: rendered.text,
    messageId,
    date,
    language: notice.locale,
    ...(deps.sender.dkim ? { dkim: deps.sender.dkim } : {}),
    unsubscribeUrl: links.unsubscribe(notice.id, notice.purpose),
    pictures: rendered.attachments.map(({ cid, filename, content }) => ({
      cid,
      fileName: filename,
      png: content,
    })),
  });
}

/** The same for one notice for ever, so that a repetition is seen to be one by whoever receives it. */
export function messageIdOf(run: Omit<SendingRun, 'worker'>, notice: RowId): string {
  const { partner, deps } = run;
  const domain = partner.settings.sender?.address.split('@')[1] ?? deps.sender.domain;
  return `<${partner.id.toString(36)}.${BigInt(notice).toString(36)}.notice@${domain}>`;
}
