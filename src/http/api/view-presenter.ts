import type { SavedView } from '../../../contract/views.ts';
import { fieldsOfView, mayChange, type View, type Viewer } from '../../views/saved-view.ts';
import { etagOf } from './etag.ts';

export function presentView(view: View, viewer: Viewer): SavedView {
  const { id, page, name, words, columns, shared, person, personName, changedAt } = view;
  return {
    ...{ id, page, name, words: { ...words }, columns: columns && [...columns], shared },
    mine: person === viewer.person,
    by: personName,
    changedAt: changedAt.toString(),
    mayChange: mayChange(view, viewer),
    etag: etagOf({ ...fieldsOfView(view) }),
  };
}
