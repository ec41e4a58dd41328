import type { Messages } from '../catalogue.ts';

export const notes: Messages = {
  'notes.none': 'Nadie ha anotado nada todavía.',
  'notes.new': 'Escribir una nota; @ menciona a un compañero',
  'notes.add': 'Guardar la nota',
  'notes.edit': 'Editar la nota',
  'notes.remove': 'Borrar la nota',
  'notes.edited-at': 'editada',
  'notes.added': 'Nota guardada',
  'notes.edited': 'Nota editada',
  'notes.removed': 'Nota borrada',
  'notes.colleagues': 'Compañeros',
  'notes.offered':
    '{count, plural, one {# compañero: elija con las flechas, tome con Intro} other {# compañeros: elija con las flechas, tome con Intro}}',
};
