import type { Messages } from '../catalogue.ts';

export const problem: Messages = {
  'problem.offline': 'Vigente cannot be reached.',
  'problem.offline.then': 'Check your network and try again; nothing was changed.',
  'problem.signed-out': 'Your session has ended.',
  'problem.signed-out.then': 'Sign in again to go on.',
  'problem.forbidden': 'Your role does not allow this.',
  'problem.forbidden.then': 'If you need it, ask the person who administers Vigente in your company.',
  'problem.not-found': 'There is nothing here.',
  'problem.not-found.then': 'It may have been removed, or the address is incomplete.',
  'problem.stale': 'Somebody else has changed this meanwhile.',
  'problem.stale.then': 'Nothing was saved. Load the current state and make your change again.',
  'problem.stale.reload': 'Load the current state',
  'problem.conflict': 'This is no longer possible in the current state.',
  'problem.conflict.then': 'Reload the page to see what has changed.',
  'problem.too-many': 'Too many tries in a row.',
  'problem.too-many.then':
    '{seconds, plural, =0 {Wait a moment and try again.} =1 {Try again in one second.} other {Try again in # seconds.}}',
  'problem.invalid': 'Something that was sent is not valid.',
  'problem.invalid.then': 'Check the fields and send them again.',
  'problem.failed': 'Something failed in Vigente.',
  'problem.failed.then': 'Try again. If it goes on, tell the person who administers Vigente.',
  'problem.newer': 'There is a newer version of Vigente.',
  'problem.newer.then': 'Save or copy what you have typed, then load the page again.',
  'problem.newer.load': 'Load the newer version',
  'problem.again': 'Try again',
};
