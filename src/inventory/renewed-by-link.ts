import { uncovered } from './covers.ts';
import type { RenewedAnswer, SuccessorSeen } from './renewed.ts';
import type { Followers } from './succession-links.ts';
import type { RankedOrder } from './succession-order.ts';

/** The answer that links and the authority's flag give; `no` leaves the question open for a newer order. */
export function renewedByLink(order: RankedOrder, followers: Followers | undefined): RenewedAnswer {
  const known = followers ? [...followers.known].sort((a, b) => a.rank - b.rank) : [];
  const reaching = known.filter((follower) => follower.issued && !endsBefore(follower, order));
  if (reaching.length > 0) return linked(order, reaching);
  if (followers && followers.elsewhere.size > 0) return linkedElsewhere(followers);
  const waiting = known.filter((follower) => follower.pending);
  if (waiting.length > 0) return notIssued(order, waiting);
  if (known.length > 0)
    return plainAnswer('no', known.some(isVoid) ? 'linked-void' : 'linked-ends-too-soon', known);
  return order.order.renewedFlag
    ? plainAnswer('renewed', 'authority-flag')
    : plainAnswer('no', 'nothing-newer');
}

function linked(order: RankedOrder, followers: readonly RankedOrder[]): RenewedAnswer {
  const left = leftBy(order, followers);
  const base = plainAnswer(
    left.length === 0 ? 'renewed' : 'partly',
    left.length === 0 ? 'linked' : 'linked-leaves-names',
    followers,
  );
  return { ...base, uncovered: left };
}

function linkedElsewhere(followers: Followers): RenewedAnswer {
  const successors = [...followers.elsewhere].sort().map((number) => ({ number }));
  return { ...plainAnswer('renewed', 'linked-elsewhere'), successors };
}

function notIssued(order: RankedOrder, followers: readonly RankedOrder[]): RenewedAnswer {
  return { ...plainAnswer('perhaps', 'linked-not-issued', followers), uncovered: leftBy(order, followers) };
}

/** A follower whose names nobody knows is taken at its link's word. */
function leftBy(order: RankedOrder, followers: readonly RankedOrder[]): string[] {
  if (followers.some((follower) => follower.names.size === 0)) return [];
  const union =
    followers.length === 1 ? followers[0]!.names : new Set(followers.flatMap(({ names }) => [...names]));
  return uncovered(order.order.names, union);
}

function endsBefore(follower: RankedOrder, order: RankedOrder): boolean {
  return follower.until !== undefined && order.until !== undefined && follower.until < order.until;
}

function isVoid(follower: RankedOrder): boolean {
  return !follower.issued && !follower.pending;
}

/** An answer that leaves no name and no server out. */
export function plainAnswer(
  kind: RenewedAnswer['kind'],
  code: RenewedAnswer['code'],
  followers: readonly RankedOrder[] = [],
): RenewedAnswer {
  return { kind, code, successors: followers.map(successorSeen), uncovered: [], serversLeft: 0 };
}

function successorSeen({ order }: RankedOrder): SuccessorSeen {
  return {
    id: order.id,
    number: order.number,
    ...(order.from ? { begins: order.from } : {}),
    ...(order.until ? { ends: order.until } : {}),
  };
}
