import type { RowId } from '../kernel/ids.ts';
import type { InboxKind } from './inbox-kind.ts';

/** One thing that waits for a person, with what its line says. */
export interface InboxItem {
  readonly id: RowId;
  readonly kind: InboxKind;
  /** What it leads to: a note, a request, a notice, a run, a day, an upload. */
  readonly ref: string;
  readonly at: Temporal.Instant;
  readonly dueAt: Temporal.Instant | null;
  readonly readAt: Temporal.Instant | null;
  readonly doneAt: Temporal.Instant | null;
  readonly snoozedUntil: string | null;
  readonly customer: RowId | null;
  readonly customerName: string | null;
  readonly order: RowId | null;
  readonly orderNumber: string | null;
  readonly commonName: string | null;
  /** Of a mention: who wrote what, with `@[person]` for names. */
  readonly by: string | null;
  readonly words: string | null;
  readonly mentions: readonly { readonly person: string; readonly name: string }[];
  /** Of a request: who asked, null for the customer; its next date. */
  readonly askedBy: string | null;
  readonly nextOn: string | null;
  readonly facts: { readonly messages?: number; readonly file?: string; readonly state?: string };
  /** Where it stands in the list, for the page after. */
  readonly place: string;
}

export const inboxStates = ['open', 'snoozed', 'done'] as const;
export type InboxState = (typeof inboxStates)[number];

/** What a person says of a thing of theirs. */
export type InboxWord =
  | { readonly kind: 'done' | 'open' | 'read' | 'unread' }
  | { readonly kind: 'snooze'; readonly until: string };

/** What a word changes, as it can be taken back. */
export interface InboxFields {
  readonly done: string | null;
  readonly snoozedUntil: string | null;
}
