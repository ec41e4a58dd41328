import type { Messages } from '../catalogue.ts';

export const time: Messages = {
  'time.tone.in-force': 'In force',
  'time.tone.soon': 'Soon',
  'time.tone.urgent': 'Urgent',
  'time.tone.lapsed': 'Lapsed',
  'time.left':
    '{when, select, past {{days, plural, =1 {yesterday} other {# days ago}}} other {{days, plural, =0 {today} =1 {tomorrow} other {in # days}}}}',
  'time.today': 'today',
  'time.yesterday': 'yesterday',
  'time.tomorrow': 'tomorrow',
};
