import { api } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'done' | 'problem';
  readonly undo?: () => Promise<void>;
}

interface ToastWish {
  /** Words, not a key. */
  readonly text: string;
  readonly tone?: Toast['tone'];
  /** The token of an answer that can be taken back: `POST /api/undo/{token}`. */
  readonly undo?: string | null;
  /** What to do besides, or instead: show the old state again. */
  readonly onUndo?: () => void | Promise<void>;
}

let shown: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

export const toastStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  snapshot: (): readonly Toast[] => shown,
};

function change(next: readonly Toast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Says that something was done, read out too; with a token, or `onUndo`, it offers to take it back. */
export function toast({ text, tone = 'done', undo, onUndo }: ToastWish): void {
  const id = ++last;
  const takeBack = undo || onUndo ? { undo: () => takenBack(undo ?? null, onUndo) } : {};
  change([...shown.slice(-2), { id, text, tone, ...takeBack }]);
}

export function dismissToast(id: number): void {
  change(shown.filter((one) => one.id !== id));
}

async function takenBack(token: string | null, onUndo: ToastWish['onUndo']): Promise<void> {
  if (token) await api.post(`/undo/${encodeURIComponent(token)}`);
  await onUndo?.();
  await queryClient.invalidateQueries();
}
