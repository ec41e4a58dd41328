import type { Messages } from '../catalogue.ts';

export const keys: Messages = {
  'keys.help': 'Keyboard shortcuts',
  'keys.search': 'Search',
  'keys.undo': 'Undo the last change',
  'keys.close': 'Close the quick view',
  'keys.down': 'Next row',
  'keys.up': 'Previous row',
  'keys.open': 'Open the quick view',
  'keys.page': 'Open the page',
  'keys.select': 'Select the row',
  'keys.select-all': 'Select all loaded rows',
  'keys.renew': 'Renew',
  'keys.notices': 'Switch notices on or off',
  'keys.group.go': 'Go to',
  'keys.group.here': 'On this page',
  'keys.group.all': 'Everywhere',
  'keys.then': 'then',
};
