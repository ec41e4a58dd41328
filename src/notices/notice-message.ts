import type { Purpose, Stage, Tone } from '../cadence/stage.ts';
import { authorityName } from '../catalogue/authorities.ts';
import { displayHostName } from '../inventory/display-host-name.ts';
import type { OrderFacts } from '../inventory/order-facts.ts';
import type { RenewedAnswer } from '../inventory/renewed.ts';
import type { RowId } from '../kernel/ids.ts';
import { languageOf, textLocaleFor } from '../kernel/locale.ts';
import type { NoticeFactsInput } from '../templates/notice-facts.ts';
import { termSaid } from '../validity/calendar-term.ts';
import type { CarryOverPolicy } from '../validity/carry-over-policy.ts';
import { lastDayShown } from '../validity/end-of-day.ts';
import { promisedCoverage } from '../validity/promised-coverage.ts';
import type { NoticeLinks } from './notice-links.ts';

type Block = NoticeFactsInput['blocks'][number];
type OrderLine = Block['orders'][number];

/** How warm a message's colours are for the tone of its stage: whoever is written to is inside the first stages. */
const temperatures: Readonly<Record<Tone, Block['tone']>> = {
  early: 'soon',
  reminder: 'soon',
  urgent: 'urgent',
  lapsed: 'lapsed',
};

/** One thing that the message speaks of. */
export interface MessageLine {
  readonly clock: { readonly kind: string; readonly endsAt: number; readonly inviteFrom: number | null };
  readonly order: OrderFacts;
  readonly stage: Stage;
}

export interface MessageSubject {
  readonly notice: RowId;
  readonly purpose: Purpose;
  readonly recipient: { readonly name: string | null; readonly locale: string; readonly timeZone: string };
  /** The moment that the message speaks from; kept with it. */
  readonly asOf: Temporal.Instant;
  /** Most urgent first. */
  readonly lines: readonly MessageLine[];
  readonly policies: readonly CarryOverPolicy[];
  readonly links: NoticeLinks;
}

/**
 * The facts of a message. What is renewed (coverage) and what is reissued (certificate) stand in blocks of their own.
 * Facts that are missing stay missing: the template's check names them.
 */
export function noticeMessage(subject: MessageSubject): NoticeFactsInput {
  const { recipient, lines, notice, links } = subject;
  const today = subject.asOf.toZonedDateTimeISO(recipient.timeZone).toPlainDate();
  const first = lines[0]!.order;
  const blocks = (['coverage', 'certificate'] as const).flatMap((kind) => {
    const own = lines.filter((line) => line.clock.kind === kind);
    return own.length === 0 ? [] : [blockOf(kind, own, subject, today)];
  });
  return {
    recipient: { name: recipient.name, locale: recipient.locale, timeZone: recipient.timeZone },
    account: {
      number: first.accountNumber,
      company: first.customerName,
      ...(first.owner ? { manager: { name: first.owner } } : {}),
    },
    asOf: subject.asOf.toString(),
    blocks,
    links: {
      ...(lines.length > 1 ? { renewAll: links.renewAll(notice) } : {}),
      unsubscribe: links.unsubscribe(notice, subject.purpose),
    },
  };
}

function blockOf(
  kind: Block['clock'],
  lines: readonly MessageLine[],
  subject: MessageSubject,
  today: Temporal.PlainDate,
): Block {
  const mostUrgent = lines[0]!.stage;
  return {
    clock: kind,
    stage: String(mostUrgent.daysBefore),
    tone: temperatures[mostUrgent.tone],
    orders: lines.map((line) => orderLine(line, subject, today)),
  };
}

function orderLine(line: MessageLine, subject: MessageSubject, today: Temporal.PlainDate): OrderLine {
  const { clock, order } = line;
  const isCoverage = clock.kind === 'coverage';
  const ends = lastDayShown(Temporal.Instant.fromEpochMilliseconds(clock.endsAt));
  const issuedOn = isCoverage ? order.coversFrom : order.certificateFrom;
  return {
    number: order.number,
    product: order.productName ?? order.productCode ?? plainProduct(subject.recipient.locale),
    authority: nameOfAuthority(order.authority),
    commonName: displayHostName(order.commonName ?? order.names[0] ?? ''),
    names: order.names.slice(0, 2_000).map(displayHostName),
    holder: order.holder ?? (order.customer === subject.lines[0]!.order.customer ? null : order.customerName),
    issuedOn: issuedOn ?? '',
    endsOn: ends.toString(),
    validity: validityOf(line, issuedOn, ends),
    daysLeft: daysUntil(today, ends),
    ...(order.price && isCoverage
      ? { price: { minor: order.price.minor.toString(), currency: order.price.currency } }
      : {}),
    ...(!isCoverage && order.coversUntil ? { coverageEndsOn: order.coversUntil } : {}),
    ...(isCoverage ? renewalFacts(line, subject, today, ends) : {}),
    ...seenSuccessor(order),
    links: {
      renew: subject.links.renew(subject.notice, order.order),
      mute: subject.links.mute(subject.notice, order.order),
      notMine: subject.links.notMine(subject.notice, order.order),
    },
  };
}

/** What was sold for a coverage, what was issued for a certificate. */
function validityOf(
  { clock, order }: MessageLine,
  issuedOn: string | null,
  ends: Temporal.PlainDate,
): OrderLine['validity'] {
  const sold = clock.kind === 'coverage' && order.term ? termSaid(order.term) : undefined;
  if (sold) return sold;
  const days = issuedOn ? daysUntil(Temporal.PlainDate.from(issuedOn), ends) : 0;
  return { days: Math.max(1, days) };
}

/** When renewing becomes free of loss, and what it keeps today, as far as the partner has confirmed a policy. */
function renewalFacts(
  { clock, order }: MessageLine,
  { policies, asOf }: MessageSubject,
  today: Temporal.PlainDate,
  ends: Temporal.PlainDate,
): Pick<OrderLine, 'opensOn' | 'keeps'> {
  if (clock.inviteFrom !== null && clock.inviteFrom > asOf.epochMilliseconds) {
    return { opensOn: utcDay(clock.inviteFrom) };
  }
  const { authority, productCode, term } = order;
  const sold = { ends, authority, term, ...(productCode ? { product: productCode } : {}) };
  const promised = promisedCoverage(policies, sold, today);
  if (!promised) return {};
  const { daysKept, termDays, until } = promised;
  return { keeps: { days: daysKept, termDays, until: until.toString() } };
}

function seenSuccessor(order: OrderFacts): Pick<OrderLine, 'perhapsRenewed' | 'partlyRenewed'> {
  const answer = order.renewedEvidence as RenewedAnswer | null;
  const since = answer?.successors[0]?.begins;
  if (order.renewed === 'perhaps' && since) return { perhapsRenewed: { since } };
  const uncovered = answer?.uncovered ?? [];
  if (order.renewed === 'partly' && uncovered.length > 0) {
    return { partlyRenewed: { uncovered: uncovered.slice(0, 2_000).map(displayHostName) } };
  }
  return {};
}

function daysUntil(today: Temporal.PlainDate, ends: Temporal.PlainDate): number {
  return today.until(ends, { largestUnit: 'days' }).days;
}

function utcDay(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}

/** An order whose product nobody wrote down is still a certificate. */
function plainProduct(locale: string): string {
  return languageOf(textLocaleFor(locale)) === 'es' ? 'Certificado SSL' : 'SSL certificate';
}

/** The authority as people know it; an unknown one is not named. */
function nameOfAuthority(key: string): string | null {
  return key === 'unknown' ? null : authorityName(key);
}
