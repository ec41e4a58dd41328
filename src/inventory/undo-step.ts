import type { RowId } from '../kernel/ids.ts';
import type { ConsentPurpose, ContactFields } from './contact-list.ts';
import type { CustomerFields } from './customer-list.ts';
import type { Mention } from './note-words.ts';
import type { OrderFields } from './order-list.ts';

/** Done when, shown again from when: an instant and a day, as text. */
interface InboxStanding {
  readonly done: string | null;
  readonly snoozedUntil: string | null;
}

/** How one part of a change is taken back. What somebody has changed again since stays as it is. */
export type UndoStep =
  | {
      readonly kind: 'order';
      readonly id: RowId;
      readonly before: Partial<OrderFields>;
      readonly after: Partial<OrderFields>;
    }
  | {
      readonly kind: 'customer';
      readonly id: RowId;
      readonly before: Partial<CustomerFields>;
      readonly after: Partial<CustomerFields>;
    }
  | {
      readonly kind: 'contact';
      readonly id: RowId;
      readonly before: ContactFields;
      readonly after: ContactFields;
    }
  /** A contact that was added is taken away again, as long as nothing speaks of it. */
  | { readonly kind: 'contact-added'; readonly id: RowId; readonly customer: RowId }
  /** What a contact's address has said of one purpose: true where it objects. */
  | {
      readonly kind: 'consent';
      readonly id: RowId;
      readonly before: Partial<Record<ConsentPurpose, boolean>>;
      readonly after: Partial<Record<ConsentPurpose, boolean>>;
    }
  /** A note of one's own, written or taken away; `id` is what it is about. */
  | {
      readonly kind: 'note';
      readonly id: RowId;
      readonly of: 'order' | 'customer';
      readonly note: RowId;
      readonly done: 'written' | 'taken-away';
    }
  /** Other words for a note of one's own; `before` and `after` are as people read them, for the audit log. */
  | {
      readonly kind: 'note-edited';
      readonly id: RowId;
      readonly of: 'order' | 'customer';
      readonly note: RowId;
      readonly words: { readonly before: string; readonly after: string };
      /** Whom the words before named, and when they were edited. */
      readonly named: readonly Mention[];
      readonly editedBefore: string | null;
      readonly before: { readonly words: string };
      readonly after: { readonly words: string };
    }
  /** What a person has said of a thing in their inbox. */
  | {
      readonly kind: 'inbox';
      readonly id: RowId;
      readonly before: InboxStanding;
      readonly after: InboxStanding;
    }
  /** Fields of a renewal request: see renewals/request-fields.ts. */
  | { readonly kind: 'request'; readonly id: RowId; readonly before: object; readonly after: object }
  /** The partner's switch; `id` is the partner. */
  | {
      readonly kind: 'sending';
      readonly id: string;
      readonly before: { readonly sendingOn: boolean };
      readonly after: { readonly sendingOn: boolean };
    }
  /** The partner's look; null: it had none of its own. */
  | {
      readonly kind: 'brand';
      readonly id: string;
      readonly before: { readonly look: unknown };
      readonly after: { readonly look: unknown };
    }
  /** Whether somebody has taken care of a message that did not arrive. */
  | {
      readonly kind: 'message';
      readonly id: RowId;
      readonly before: { readonly seen: boolean };
      readonly after: { readonly seen: boolean };
    }
  /** What a person said of a run. */
  | {
      readonly kind: 'run';
      readonly id: RowId;
      readonly before: { readonly state: string };
      readonly after: { readonly state: string };
    }
  /** A part of the partner's settings; `id` names it. */
  | {
      readonly kind: 'settings';
      readonly id: string;
      readonly before: Readonly<Record<string, unknown>>;
      readonly after: Readonly<Record<string, unknown>>;
    }
  /** The calendars of notices; `id` is the version that was made. */
  | {
      readonly kind: 'cadence';
      readonly id: string;
      readonly before: { readonly version: number };
      readonly after: { readonly version: number };
    }
  /** A saved view of a list: see views/saved-view.ts. */
  | { readonly kind: 'view'; readonly id: RowId; readonly before: KeptView; readonly after: KeptView }
  | { readonly kind: 'succession-word'; readonly id: RowId }
  /** What a colleague said of touches to come; `taken-back`: that it was taken back. */
  | { readonly kind: 'instruction'; readonly id: RowId }
  | { readonly kind: 'instruction-taken-back'; readonly id: RowId };

interface KeptView {
  readonly name: string;
  readonly words: Readonly<Record<string, string>>;
  readonly columns: readonly string[] | null;
  readonly shared: boolean;
  readonly removed: boolean;
}

/** For so long a change can be taken back. */
export const undoMinutes = 15;
