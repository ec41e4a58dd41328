export type StoredState = 'open' | 'renewed' | 'renewed-elsewhere' | 'declined';

/** What can change about a renewal request. */
export interface RequestFields {
  readonly state: StoredState;
  /** While it is open: whether it keeps the touches of its order silent. */
  readonly silent: boolean;
  readonly withdrawn: boolean;
  readonly owner: string | null;
  /** When to look at it again, ISO. */
  readonly nextOn: string | null;
  readonly note: string | null;
  /** Why it was declined: one of contract/requests.ts. */
  readonly reason: string | null;
  /** The number of the order that carried it out. */
  readonly newNumber: string | null;
}

/** What somebody does with a request. */
export type RequestAct =
  | { readonly kind: 'asked'; readonly note?: string | null | undefined }
  | { readonly kind: 'take' }
  | { readonly kind: 'assign'; readonly owner: string | null }
  | { readonly kind: 'next'; readonly on: string | null }
  | { readonly kind: 'note'; readonly note: string | null }
  | { readonly kind: 'renewed'; readonly number: string | null; readonly note?: string | null | undefined }
  | { readonly kind: 'renewed-elsewhere'; readonly note?: string | null | undefined }
  | { readonly kind: 'declined'; readonly reason: string | null; readonly note?: string | null | undefined }
  | { readonly kind: 'reopen'; readonly silent: boolean }
  | { readonly kind: 'silence'; readonly on: boolean }
  | { readonly kind: 'withdraw' };

export const freshRequest: RequestFields = {
  state: 'open',
  silent: true,
  withdrawn: false,
  owner: null,
  nextOn: null,
  note: null,
  reason: null,
  newNumber: null,
};

/** The request after an act; undefined where the act is not open to it, such as a date for one that is closed. */
export function fieldsAfter(
  before: RequestFields,
  act: RequestAct,
  caller: string | null,
): RequestFields | undefined {
  const isOpen = before.state === 'open' && !before.withdrawn;
  const note = 'note' in act && act.note !== undefined ? { note: act.note } : {};
  const outcome = { withdrawn: false, reason: null, newNumber: null, nextOn: null, ...note };
  switch (act.kind) {
    case 'asked':
      return { ...before, ...outcome, nextOn: before.nextOn, state: 'open', silent: true };
    case 'take':
      return isOpen ? { ...before, owner: caller } : undefined;
    case 'assign':
      return { ...before, owner: act.owner };
    case 'next':
      return isOpen ? { ...before, nextOn: act.on } : undefined;
    case 'note':
      return { ...before, ...note };
    case 'renewed':
      return before.withdrawn
        ? undefined
        : { ...before, ...outcome, state: 'renewed', newNumber: act.number ?? before.newNumber };
    case 'renewed-elsewhere':
      return before.withdrawn ? undefined : { ...before, ...outcome, state: act.kind };
    case 'declined':
      return before.withdrawn ? undefined : { ...before, ...outcome, state: act.kind, reason: act.reason };
    case 'reopen':
      return isOpen ? undefined : { ...before, ...outcome, state: 'open', silent: act.silent };
    case 'silence':
      return isOpen ? { ...before, silent: act.on } : undefined;
    case 'withdraw':
      return before.withdrawn ? undefined : { ...before, withdrawn: true };
  }
}

/** The fields that differ, as they were and as they are; undefined where none does. */
export function differenceOf(
  before: RequestFields,
  after: RequestFields,
): { readonly before: Partial<RequestFields>; readonly after: Partial<RequestFields> } | undefined {
  const names = (Object.keys(before) as (keyof RequestFields)[]).filter(
    (name) => before[name] !== after[name],
  );
  if (names.length === 0) return undefined;
  const pick = (from: RequestFields) => Object.fromEntries(names.map((name) => [name, from[name]]));
  return { before: pick(before), after: pick(after) };
}

/** What a request says about its order, and with it about the order's touches. */
export interface WordOnOrder {
  /** Asked to be renewed: they stop. */
  readonly requested: boolean;
  /** Nothing is left to renew here: they stop for good. */
  readonly muted: 'renewed-elsewhere' | 'declined' | null;
  /** The order that follows it. */
  readonly newNumber: string | null;
}

export function wordOnOrder({ state, silent, withdrawn, newNumber }: RequestFields): WordOnOrder {
  if (withdrawn) return { requested: false, muted: null, newNumber: null };
  if (state === 'open') return { requested: silent, muted: null, newNumber: null };
  if (state === 'renewed') return { requested: true, muted: null, newNumber };
  return { requested: false, muted: state, newNumber: null };
}
