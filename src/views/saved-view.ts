import type { ViewPage, ViewWords } from '../../contract/views.ts';
import type { RowId } from '../kernel/ids.ts';

/** What of a view can be changed. */
export interface ViewFields {
  readonly name: string;
  readonly words: ViewWords;
  readonly columns: readonly string[] | null;
  readonly shared: boolean;
}

export interface View extends ViewFields {
  readonly id: RowId;
  readonly page: ViewPage;
  readonly person: string;
  readonly personName: string;
  readonly changedAt: Temporal.Instant;
  readonly removed: boolean;
}

/** Who looks at views: a shared one is changed by whoever may share, one of one's own by oneself. */
export interface Viewer {
  readonly person: string;
  readonly personName: string;
  readonly mayShare: boolean;
}

export function isVisible(view: View, { person }: Pick<Viewer, 'person'>): boolean {
  return !view.removed && (view.shared || view.person === person);
}

export function mayChange(view: View, viewer: Viewer): boolean {
  return view.shared ? viewer.mayShare : view.person === viewer.person;
}

export function fieldsOfView({ name, words, columns, shared }: ViewFields): ViewFields {
  return { name, words, columns, shared };
}

/** Whether two views are the same, in whatever order their words stand. */
export function isSameView(one: ViewFields, other: ViewFields): boolean {
  return textOf(one) === textOf(other);
}

function textOf({ name, words, columns, shared }: ViewFields): string {
  return JSON.stringify([name, Object.entries(words).sort(), columns, shared]);
}
