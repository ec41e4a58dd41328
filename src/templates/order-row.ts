import { isolated, shortened } from './clean-text.ts';
import { longDate, price, shortDate } from './formats.ts';
import { localEnd } from './local-end.ts';
import type { NoticeBlock, NoticeFacts, OrderFacts, Term } from './notice-facts.ts';
import type { Speaker } from './say.ts';

/** Who reads: the language of our words, the reader's own way of dates and money, the zone, the day it is there. */
export interface Reader {
  readonly speaker: Speaker;
  readonly locale: string;
  readonly timeZone: string;
  readonly today: string;
  /** Whether days kept may be promised. */
  readonly promises: boolean;
}

/** What a list says once for all its rows, and so not again in each. */
export interface SaidAbove {
  readonly localEnd: boolean;
  readonly keeps: boolean;
}

/** An order together with what its block says of it. */
export interface ListedOrder {
  readonly order: OrderFacts;
  readonly clock: NoticeBlock['clock'];
  readonly tone: NoticeBlock['tone'];
  readonly over: boolean;
  /** Days to the end, or since it; never negative. */
  readonly days: number;
}

/** One order as the templates show it: words only, nothing left to decide. Absent is null, so that a typing error in a template is found. */
export interface OrderRow {
  readonly number: string;
  /** May be broken over two lines. */
  readonly longNumber: boolean;
  readonly product: string;
  readonly authority: string | null;
  readonly commonName: string;
  readonly namesShort: string | null;
  readonly namesLong: string | null;
  readonly holder: string | null;
  readonly issued: string;
  readonly ends: string;
  readonly left: string;
  readonly validity: string;
  readonly coverageEnds: string | null;
  readonly price: string | null;
  readonly details: string;
  readonly notes: readonly string[];
  readonly renew: string;
  readonly renewLabel: string;
  readonly mute: string | null;
  readonly notMine: string | null;
  /** As urgent as the notice: shown in its colour. */
  readonly hot: boolean;
}

/** Its early window has not opened: the message informs and does not invite. */
export function isTooEarly(order: OrderFacts, today: string): boolean {
  return order.opensOn !== undefined && order.opensOn > today;
}

/** "1 year", "199 days". */
export function termWords(term: Term, speaker: Speaker): string {
  if ('years' in term) return speaker.say('years', { n: term.years });
  if ('months' in term) return speaker.say('months', { n: term.months });
  return speaker.say('days', { n: term.days });
}

/** "34 days left", "expired 7 days ago". */
export function leftWords({ over, days }: ListedOrder, speaker: Speaker): string {
  return speaker.say('left', { state: over ? 'over' : 'ahead', days });
}

/** As many names as can be read at once, then how many more there are. */
function listed(names: readonly string[], most: number, speaker: Speaker): string | null {
  if (names.length === 0) return null;
  const shown = names.slice(0, most).map((name) => isolated(shortened(name, 120)));
  const more = names.length - shown.length;
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} ${speaker.say('names.more', { n: more })}`;
}

function notes({ order, clock, over }: ListedOrder, above: SaidAbove, reader: Reader): string[] {
  const { speaker, locale, timeZone, today } = reader;
  const said: string[] = [];
  if (order.perhapsRenewed) {
    said.push(speaker.say('note.perhaps', { date: longDate(order.perhapsRenewed.since, locale) }));
  }
  if (order.partlyRenewed) {
    const names = listed(order.partlyRenewed.uncovered, 12, speaker) ?? '';
    said.push(speaker.say('note.partly', { names }));
  }
  if (clock === 'coverage' && isTooEarly(order, today)) {
    said.push(speaker.say('note.opens', { date: longDate(order.opensOn!, locale) }));
  } else if (order.keeps && reader.promises && !above.keeps) {
    said.push(
      speaker.say('note.keeps', { kept: order.keeps.days, until: longDate(order.keeps.until, locale) }),
    );
  }
  const end = above.localEnd ? undefined : localEnd(order, timeZone);
  if (end) {
    const state = over ? 'over' : 'ahead';
    said.push(
      speaker.say('note.localEnd', {
        state,
        date: shortDate(end.day, locale),
        time: end.time,
        zone: end.zone,
      }),
    );
  }
  return said;
}

function actionLabel({ order, clock }: ListedOrder, reader: Reader): string {
  if (clock === 'certificate') return reader.speaker.say('link.reissue');
  return reader.speaker.say(isTooEarly(order, reader.today) ? 'link.look' : 'link.renew');
}

/** The row of one order. `account` lends its company where the order names no holder. */
export function orderRow(
  entry: ListedOrder,
  notice: { account: NoticeFacts['account']; tone: NoticeBlock['tone']; above: SaidAbove },
  reader: Reader,
): OrderRow {
  const { order } = entry;
  const { speaker, locale } = reader;
  const others = order.names.filter((name) => name !== order.commonName);
  const holder = order.holder ?? notice.account.company;
  const issued = shortDate(order.issuedOn, locale);
  const validity = termWords(order.validity, speaker);
  const coverageEnds = order.coverageEndsOn ? shortDate(order.coverageEndsOn, locale) : null;
  // A certificate inside a running order costs nothing: its order's price would say the opposite.
  const amount = order.price && entry.clock === 'coverage' ? price(order.price, locale) : null;
  const details = [
    isolated(order.product),
    speaker.say('detail.issued', { date: issued }),
    speaker.say('detail.validity', { term: validity }),
    coverageEnds && speaker.say('detail.coverage', { date: coverageEnds }),
    amount,
    others.length > 0 && speaker.say('detail.names', { n: others.length }),
  ];
  return {
    number: isolated(order.number),
    longNumber: order.number.length > 16,
    product: isolated(order.product),
    authority: order.authority ? isolated(order.authority) : null,
    commonName: isolated(order.commonName),
    namesShort: listed(others, 4, speaker),
    namesLong: listed(others, 12, speaker),
    holder: holder ? isolated(holder) : null,
    issued,
    ends: shortDate(order.endsOn, locale),
    left: leftWords(entry, speaker),
    validity,
    coverageEnds,
    price: amount,
    details: details.filter(Boolean).join(' · '),
    notes: notes(entry, notice.above, reader),
    renew: order.links.renew,
    renewLabel: actionLabel(entry, reader),
    mute: order.links.mute ?? null,
    notMine: order.links.notMine ?? null,
    hot: entry.tone === notice.tone,
  };
}
