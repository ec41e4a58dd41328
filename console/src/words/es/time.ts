import type { Messages } from '../catalogue.ts';

export const time: Messages = {
  'time.tone.in-force': 'En vigor',
  'time.tone.soon': 'Pronto',
  'time.tone.urgent': 'Urgente',
  'time.tone.lapsed': 'Caducado',
  'time.left':
    '{when, select, past {{days, plural, =1 {ayer} other {hace # días}}} other {{days, plural, =0 {hoy} =1 {mañana} other {en # días}}}}',
  'time.today': 'hoy',
  'time.yesterday': 'ayer',
  'time.tomorrow': 'mañana',
};
