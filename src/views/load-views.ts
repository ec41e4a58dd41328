import type { ListChoice, ViewPage } from '../../contract/views.ts';
import { Fault } from '../kernel/fault.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { selectListChoices, upsertListChoice } from './list-choice-store.ts';
import type { View } from './saved-view.ts';
import { selectViews } from './view-store.ts';

/** The views that a person sees, and how they like the pages; a default that is gone is none. */
export async function loadViews(
  tx: PartnerTransaction,
  person: string,
): Promise<{ readonly views: View[]; readonly choices: ListChoice[] }> {
  const views = await selectViews(tx, person);
  const choices = await selectListChoices(tx, person);
  const isThere = ({ page, defaultView }: ListChoice) =>
    views.some((view) => view.id === defaultView && view.page === page);
  return {
    views,
    choices: choices.map((choice) => (isThere(choice) ? choice : { ...choice, defaultView: null })),
  };
}

/** Remembers columns, or the view to open with, of one page. Throws `not-found` for a view that is not of the page. */
export async function chooseList(
  tx: PartnerTransaction,
  of: { readonly person: string; readonly page: ViewPage },
  change: { readonly [name in 'columns' | 'defaultView']?: ListChoice[name] | undefined },
): Promise<ListChoice> {
  const views = change.defaultView ? await selectViews(tx, of.person) : [];
  if (change.defaultView && !views.some(({ id, page }) => id === change.defaultView && page === of.page))
    throw new Fault('not-found', 'there is no such view, or it is no longer shared', { code: 'no-view' });
  return upsertListChoice(tx, of, change);
}
