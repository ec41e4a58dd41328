import type { ExpiringBulk, ExpiringBulkAnswer } from '../../../../contract/expiring.ts';
import type { Undoable } from '../../../../contract/list.ts';
import type { NewRequest } from '../../../../contract/orders.ts';
import { api } from '../../api/client.ts';
import { useProblemText } from '../../shell/problem/use-problem-text.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';
import { type OrderPatch, patchOrders, readOrdersAgain } from './patch-rows.ts';

interface Wish<T> {
  readonly orders: readonly string[];
  readonly patch: OrderPatch;
  readonly ask: () => Promise<T>;
  readonly says: (answer: T) => string;
}

export interface OrderChanges {
  readonly switchNotices: (orders: readonly string[], on: boolean) => Promise<void>;
  readonly assignOwner: (orders: readonly string[], owner: string | null) => Promise<void>;
  readonly sendNow: (orders: readonly string[]) => Promise<void>;
  readonly request: (order: string, answer: NewRequest['answer'], note?: string) => Promise<void>;
  readonly withdrawRequest: (order: string) => Promise<void>;
}

/** Changes to orders: shown at once, said in a toast that can take them back, drawn back when they fail. */
export function useOrderChanges(): OrderChanges {
  const { t } = useWords();
  const problemText = useProblemText();

  async function carryOut<T extends Undoable>(wish: Wish<T>): Promise<T | undefined> {
    const drawBack = patchOrders(wish.orders, wish.patch);
    try {
      const answer = await wish.ask();
      toast({ text: wish.says(answer), undo: answer.undo });
      void readOrdersAgain();
      return answer;
    } catch (problem) {
      drawBack();
      const { what, toDo } = problemText(problem);
      toast({ text: `${what} ${toDo}`, tone: 'problem' });
      return undefined;
    }
  }

  const bulk = (body: ExpiringBulk) => api.post<ExpiringBulkAnswer>('/expiring/bulk', { body });
  return {
    async switchNotices(orders, on) {
      const ask = () => bulk({ action: 'switch-notices', orders: [...orders], on });
      const says = () =>
        t(on ? 'expiring.done.notices-on' : 'expiring.done.notices-off', { count: orders.length });
      await carryOut({ orders, patch: { noticesOn: on }, ask, says });
    },
    async assignOwner(orders, owner) {
      const ask = () => bulk({ action: 'assign-owner', orders: [...orders], owner });
      const says = () =>
        t(owner === null ? 'expiring.done.owner-none' : 'expiring.done.owner', {
          count: orders.length,
          owner,
        });
      await carryOut({ orders, patch: { owner }, ask, says });
    },
    async sendNow(orders) {
      const ask = () => bulk({ action: 'send-now', orders: [...orders] });
      const says = ({ sent }: ExpiringBulkAnswer) =>
        [
          t('expiring.done.sent', { messages: sent?.messages ?? 0 }),
          ...(sent?.silent ?? []).map(({ why, orders: { length } }) =>
            t('expiring.done.silent', { count: length, why }),
          ),
        ].join(' ');
      await carryOut({ orders, patch: {}, ask, says });
    },
    async request(order, answer, note) {
      const body = { answer, note: note?.trim() || null };
      const ask = () => api.post<Undoable>(`/orders/${order}/requests`, { body });
      const patch = { requestedAt: answer === 'renew' ? new Date().toISOString() : null };
      await carryOut({ orders: [order], patch, ask, says: () => t(`expiring.done.request-${answer}`) });
    },
    async withdrawRequest(order) {
      const ask = () => api.delete<Undoable>(`/orders/${order}/requests`);
      const says = () => t('expiring.done.request-withdrawn');
      await carryOut({ orders: [order], patch: { requestedAt: null }, ask, says });
    },
  };
}
