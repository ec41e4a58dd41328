import type { Messages } from '../catalogue.ts';

export const shell: Messages = {
  'shell.skip': 'Skip to content',
  'shell.navigation': 'Sections',
  'shell.collapse': 'Collapse',
  'shell.expand': 'Expand',
  'shell.bar': 'Search and account',
  'shell.search': 'Search orders, customers, names, contacts or serial numbers',
  'shell.search.short': 'Search',
  'shell.person': 'Your account: {name}',
  'shell.see-typed': 'Show what is typed',
  'shell.partner': 'Partner',
  'shell.sign-out': 'Sign out',
  'shell.more': 'More',
  'shell.offline':
    'You are offline. You see what was last loaded; changes are not saved until the connection is back.',
  'shell.toasts': 'Confirmations',
  'shell.undo': 'Undo',
  'shell.undone': 'Undone',
  'shell.close': 'Close',
  'shell.cancel': 'Cancel',
  'shell.save': 'Save',
  'shell.saved': 'Saved',
  'shell.quick-view': 'Quick view',
  'shell.optional': 'optional',
};
