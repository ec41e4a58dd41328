import type { Messages } from '../catalogue.ts';

export const perhapsRenewed: Messages = {
  'perhaps-renewed.title': 'Perhaps renewed',
  'perhaps-renewed.line':
    'A newer order seems to have taken the place of these. Until that is confirmed, calls and offers wait and the last notices go on.',
  'perhaps-renewed.find': 'Find by number, name or customer',
  'perhaps-renewed.kind': 'Renewed',
  'perhaps-renewed.kind.perhaps': 'Perhaps wholly',
  'perhaps-renewed.kind.partly': 'Partly',
  'perhaps-renewed.none': 'There is nothing to confirm',
  'perhaps-renewed.none.then':
    'When a new order covers the names of another without being linked to it, it shows here.',
  'perhaps-renewed.old': 'Order',
  'perhaps-renewed.candidate': 'What seems to follow it',
  'perhaps-renewed.evidence': 'What was seen',
  'perhaps-renewed.answer': 'Its renewal?',
  'perhaps-renewed.confirm': 'Yes, renewed',
  'perhaps-renewed.deny': 'It is not',
  'perhaps-renewed.confirm-one': 'Yes, renewed: {number}',
  'perhaps-renewed.deny-one': 'It is not: {number}',
  'perhaps-renewed.key.confirm': 'Confirm that it was renewed',
  'perhaps-renewed.key.deny': 'Say that it was not renewed',
  'perhaps-renewed.said.confirm':
    '{count, plural, =0 {Nothing was confirmed.} one {{one, select, none {One order renewed; its notices stop.} other {{one}: renewed; its notices stop.}}} other {# orders renewed; their notices stop.}}',
  'perhaps-renewed.said.deny':
    '{count, plural, =0 {Nothing to change.} one {{one, select, none {One order not renewed; its notices go on.} other {{one}: not renewed; its notices go on.}}} other {# orders not renewed; their notices go on.}}',
  'perhaps-renewed.left-out': 'left out',
  'perhaps-renewed.more-names': '{count, plural, one {and one more name} other {and # more names}}',
  'perhaps-renewed.servers': '{count, plural, one {# server} other {# servers}}',
  'perhaps-renewed.servers-left': '{count, plural, one {# stays uncovered} other {# stay uncovered}}',
  'perhaps-renewed.see-expiring': 'See what expires soon',
  'perhaps-renewed.partly': 'Take order {number} as renewed?',
  'perhaps-renewed.partly.names':
    '{count, plural, one {This name stays uncovered:} other {These # names stay uncovered:}}',
  'perhaps-renewed.partly.servers':
    '{count, plural, one {# server stays uncovered.} other {# servers stay uncovered.}}',
  'perhaps-renewed.partly.then':
    'If you confirm, all notices of this order stop, for what stays uncovered too. If you do not, its notices go on.',
  'perhaps-renewed.partly.confirm': 'Yes, stop its notices',
  'perhaps-renewed.partly.back': 'Do not confirm: notices go on',
  'perhaps-renewed.left-alone':
    '{count, plural, one {# order was not confirmed because it is renewed in part only: answer it on its own.} other {# orders were not confirmed because they are renewed in part only: answer them one by one.}}',
};
