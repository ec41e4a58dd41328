import type { PartnerTransaction } from '../storage/database.ts';
import type { RenewedAnswer } from './renewed.ts';
import {
  gatherSuccessionOrders,
  keepAnswers,
  noteAnswers,
  type SuccessionAnswer,
  type SuccessionRow,
  successionOrders,
} from './succession-store.ts';
import { answerAfterWord } from './succession-word.ts';
import { renewedAnswers } from './successors.ts';

const answersAtOnce = 5_000;

/**
 * Asks again, for every customer in the temporary table `touched_customer`, which orders have been renewed, and keeps
 * what changed. `now` is the next moment of the clocks whose answer changed. Returns how many answers changed.
 */
export async function answerSuccessions(tx: PartnerTransaction, now: string): Promise<number> {
  await gatherSuccessionOrders(tx);
  let changed: SuccessionAnswer[] = [];
  let count = 0;
  const note = async (): Promise<void> => {
    if (changed.length > 0) await noteAnswers(tx, changed);
    count += changed.length;
    changed = [];
  };
  for await (const orders of byCustomer(successionOrders(tx))) {
    changed.push(...changedAnswers(orders));
    if (changed.length >= answersAtOnce) await note();
  }
  await note();
  if (count > 0) await keepAnswers(tx, now);
  return count;
}

/** The answer for an order of which nothing is known but that its authority calls it renewed. */
export function flaggedAnswer(): Omit<SuccessionAnswer, 'order'> {
  const order = { id: '', number: '', authority: '', status: 'issued', names: [], renewedFlag: true };
  const answer = renewedAnswers([order]).get('')!;
  return { renewed: answer.kind, evidence: evidenceText(answer) };
}

async function* byCustomer(rows: AsyncIterable<SuccessionRow>): AsyncGenerator<SuccessionRow[]> {
  let orders: SuccessionRow[] = [];
  for await (const row of rows) {
    if (orders.length > 0 && orders[0]!.customer !== row.customer) {
      yield orders;
      orders = [];
    }
    orders.push(row);
  }
  if (orders.length > 0) yield orders;
}

function changedAnswers(orders: readonly SuccessionRow[]): SuccessionAnswer[] {
  const answers = renewedAnswers(orders);
  const changed: SuccessionAnswer[] = [];
  for (const order of orders) {
    const answer = answers.get(order.id)!;
    const evidence = evidenceText(answer);
    const before = order.renewedEvidence === null ? null : canonical(order.renewedEvidence);
    const renewed = answerAfterWord(answer, order.word ?? undefined);
    if (renewed === order.renewed && evidence === before) continue;
    changed.push({ order: order.id, renewed, evidence });
  }
  return changed;
}

/** An order for which nothing speaks has no evidence to keep. */
function evidenceText(answer: RenewedAnswer): string | null {
  if (answer.code === 'nothing-newer' || answer.code === 'not-in-force') return null;
  return canonical(answer);
}

/** The answer as JSON with its keys in one sequence: the database keeps them in another. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
