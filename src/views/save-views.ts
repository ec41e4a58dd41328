import type { ViewPage } from '../../contract/views.ts';
import { Fault } from '../kernel/fault.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import {
  fieldsOfView,
  isSameView,
  isVisible,
  mayChange,
  type View,
  type Viewer,
  type ViewFields,
} from './saved-view.ts';
import { insertView, selectView, selectViews, updateView } from './view-store.ts';

/** So many views a person can have before them, their own and the shared ones. */
export const mostViews = 400;

/** A view as it was and as it is. */
export interface ViewChange {
  readonly before: View;
  readonly after: View;
}

/** Throws `conflict` for a name that the person sees on the page already, `too-large` with more views than a menu holds. */
export async function addView(
  tx: PartnerTransaction,
  view: ViewFields & { readonly page: ViewPage },
  viewer: Viewer,
  now: Temporal.Instant,
): Promise<View> {
  const seen = await selectViews(tx, viewer.person);
  if (seen.length >= mostViews)
    throw new Fault('too-large', `there are ${mostViews} views already`, {
      code: 'views-full',
      params: { most: mostViews },
    });
  refuseTakenName(seen, view);
  const { person, personName } = viewer;
  return insertView(tx, { ...view, person, personName }, now.toString());
}

/** Throws `not-found` for a view that is none of theirs, `forbidden` for one that they may only look through. */
export async function findView(tx: PartnerTransaction, id: RowId, viewer: Viewer): Promise<View> {
  const view = await selectView(tx, id);
  if (!view || !isVisible(view, viewer))
    throw new Fault('not-found', 'there is no such view, or it is no longer shared', { code: 'no-view' });
  return view;
}

/** Changes what is given. Throws as `findView`, and `conflict` for a name that is taken. */
export async function changeView(
  tx: PartnerTransaction,
  before: View,
  change: { readonly [name in keyof ViewFields]?: ViewFields[name] | undefined },
  { viewer, now }: { readonly viewer: Viewer; readonly now: Temporal.Instant },
): Promise<ViewChange> {
  refuseOthers(before, viewer);
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const fields = { ...fieldsOfView(before), ...given };
  if (isSameView(before, fields)) return { before, after: before };
  if (change.name !== undefined && change.name !== before.name)
    refuseTakenName(await selectViews(tx, viewer.person), { ...fields, page: before.page, id: before.id });
  return { before, after: await updateView(tx, before.id, { ...fields, removed: false }, now.toString()) };
}

export async function removeView(
  tx: PartnerTransaction,
  before: View,
  { viewer, now }: { readonly viewer: Viewer; readonly now: Temporal.Instant },
): Promise<ViewChange> {
  refuseOthers(before, viewer);
  return { before, after: await updateView(tx, before.id, { ...before, removed: true }, now.toString()) };
}

/** Puts a view back as it was; false where somebody has changed it since. */
export async function restoreView(
  tx: PartnerTransaction,
  {
    id,
    before,
    after,
  }: {
    readonly id: RowId;
    readonly before: ViewFields & { readonly removed: boolean };
    readonly after: ViewFields & { readonly removed: boolean };
  },
  now: Temporal.Instant,
): Promise<boolean> {
  const view = await selectView(tx, id);
  if (!view || view.removed !== after.removed || !isSameView(view, after)) return false;
  await updateView(tx, id, before, now.toString());
  return true;
}

function refuseOthers(view: View, viewer: Viewer): void {
  if (mayChange(view, viewer)) return;
  throw new Fault('forbidden', 'this view is shared: only who may share views changes it', {
    code: 'view-of-all',
    hint: 'save it under a name of your own',
  });
}

function refuseTakenName(
  seen: readonly View[],
  wanted: { readonly name: string; readonly page: ViewPage; readonly id?: RowId },
): void {
  const same = ({ id, page, name }: View) =>
    id !== wanted.id && page === wanted.page && name.toLowerCase() === wanted.name.toLowerCase();
  if (!seen.some(same)) return;
  throw new Fault('conflict', `there is a view ${wanted.name} on this page already`, {
    code: 'view-name-taken',
    params: { name: wanted.name },
    hint: 'choose another name, or change that view',
  });
}
