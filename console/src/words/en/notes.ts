import type { Messages } from '../catalogue.ts';

export const notes: Messages = {
  'notes.none': 'Nobody has written anything down yet.',
  'notes.new': 'Write a note; @ names a colleague',
  'notes.add': 'Save the note',
  'notes.edit': 'Edit the note',
  'notes.remove': 'Delete the note',
  'notes.edited-at': 'edited',
  'notes.added': 'Note saved',
  'notes.edited': 'Note edited',
  'notes.removed': 'Note deleted',
  'notes.colleagues': 'Colleagues',
  'notes.offered':
    '{count, plural, one {# colleague: choose with the arrows, take with Enter} other {# colleagues: choose with the arrows, take with Enter}}',
};
