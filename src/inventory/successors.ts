import { matchOneToOne } from './match-one-to-one.ts';
import type { RenewedAnswer } from './renewed.ts';
import { plainAnswer, renewedByLink } from './renewed-by-link.ts';
import { followLinks } from './succession-links.ts';
import { type RankedOrder, rankOrders, type SuccessionOrder } from './succession-order.ts';
import {
  type Candidate,
  measureFit,
  type SuccessionWindow,
  SuccessorIndex,
  usualSuccessionWindow,
} from './successor-candidates.ts';

/**
 * Renewed? The answer for every order of one customer, by id.
 *
 * Links and the authority's flag are proof. Without them a newer order that covers the names and begins near the
 * older one's end is perhaps its renewal: customers also hold several certificates for one name, so one newer order
 * stands for at most one older, as many as possible are paired, the closest first. A linked successor is spent by
 * its link. An order that the authority calls renewed takes its likely successor before others may, although its
 * answer does not need it. The sequence of the input changes nothing, nor do orders of other names.
 */
export function renewedAnswers(
  orders: readonly SuccessionOrder[],
  window: SuccessionWindow = usualSuccessionWindow,
): Map<string, RenewedAnswer> {
  const ranked = rankOrders(orders);
  const links = followLinks(ranked);
  const spent = new Set([...links.values()].flatMap(({ known }) => [...known]));
  const answers = new Map(ranked.map((order) => [order, renewedByLink(order, links.get(order))]));
  const seekers = ranked.filter((order) => canSeek(order, answers.get(order)!));
  const free = ranked.filter((order) => order.issued && !spent.has(order));
  for (const [older, candidate] of pairUp(seekers, new SuccessorIndex(free, window))) {
    if (answers.get(older)!.kind === 'no') answers.set(older, answerFrom(candidate, older));
  }
  return new Map(ranked.map((order) => [order.order.id, inForceOnly(order, answers.get(order)!)]));
}

function canSeek(order: RankedOrder, answer: RenewedAnswer): boolean {
  const open = answer.kind === 'no' || answer.code === 'authority-flag';
  return open && order.issued && order.until !== undefined && order.names.size > 0;
}

/** First those that cover everything; what then remains on both sides may fit in part. */
function pairUp(seekers: readonly RankedOrder[], index: SuccessorIndex): Map<RankedOrder, Candidate> {
  const whole = pair(seekers, (older) => index.whole(older));
  const taken = new Set([...whole.values()].map(({ newer }) => newer));
  const rest = seekers.filter((order) => !whole.has(order));
  return new Map([...whole, ...pair(rest, (older) => index.partial(older, taken))]);
}

/** What one seeker may be given, best first. Only the best one's measure is kept: there may be many. */
interface Choices {
  readonly best: Candidate;
  readonly newer: readonly RankedOrder[];
}

function pair(
  seekers: readonly RankedOrder[],
  find: (older: RankedOrder) => Candidate[],
): Map<RankedOrder, Candidate> {
  const choices = new Map<RankedOrder, Choices>();
  for (const seeker of seekers) {
    const found = find(seeker);
    if (found[0]) choices.set(seeker, { best: found[0], newer: found.map(({ newer }) => newer) });
  }
  const inTurn = [...choices.keys()].sort((a, b) => byTurn(a, b, choices));
  const matched = matchOneToOne(inTurn, (older) => choices.get(older)!.newer);
  return new Map([...matched].map(([older, newer]) => [older, measureFit(older, newer)]));
}

/** Whom the authority calls renewed comes first, then whose best candidate fits best. */
function byTurn(a: RankedOrder, b: RankedOrder, choices: ReadonlyMap<RankedOrder, Choices>): number {
  const [bestOfA, bestOfB] = [choices.get(a)!.best, choices.get(b)!.best];
  return (
    Number(b.order.renewedFlag ?? false) - Number(a.order.renewedFlag ?? false) ||
    bestOfA.left.length - bestOfB.left.length ||
    bestOfA.distance - bestOfB.distance ||
    a.until! - b.until! ||
    a.rank - b.rank
  );
}

function answerFrom({ newer, left, serversLeft }: Candidate, older: RankedOrder): RenewedAnswer {
  if (left.length > 0) {
    return { ...plainAnswer('partly', 'newer-order-leaves-names', [newer]), uncovered: left, serversLeft };
  }
  if (serversLeft === 0) return plainAnswer('perhaps', 'newer-order', [newer]);
  const base = plainAnswer('partly', 'newer-order-leaves-servers', [newer]);
  return { ...base, uncovered: [...older.names], serversLeft };
}

function inForceOnly(order: RankedOrder, answer: RenewedAnswer): RenewedAnswer {
  return !order.issued && answer.code === 'nothing-newer' ? plainAnswer('no', 'not-in-force') : answer;
}
