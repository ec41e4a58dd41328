import type { Messages } from '../catalogue.ts';

export const palette: Messages = {
  'palette.title': 'Search and go',
  'palette.choices': 'Results',
  'palette.searching': 'Searching…',
  'palette.nothing': 'Nothing matches “{typed}”.',
  'palette.found': '{count, plural, one {# result} other {# results}}',
  'palette.group.customer': 'Customers',
  'palette.group.order': 'Orders',
  'palette.group.name': 'Names',
  'palette.group.contact': 'Contacts',
  'palette.group.message': 'Messages',
  'palette.group.page': 'Pages',
  'palette.group.action': 'Actions',
  'palette.action.import': 'Import an inventory',
  'palette.action.comfortable': 'Taller rows',
  'palette.action.dense': 'Denser rows',
  'palette.action.light': 'Light theme',
  'palette.action.dark': 'Dark theme',
  'palette.action.profile': 'My account',
  'palette.action.help': 'Keyboard shortcuts',
  'palette.action.sign-out': 'Sign out',
};
