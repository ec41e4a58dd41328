import type { Messages } from '../catalogue.ts';

export const keys: Messages = {
  'keys.help': 'Atajos de teclado',
  'keys.search': 'Buscar',
  'keys.undo': 'Deshacer lo último',
  'keys.close': 'Cerrar la vista rápida',
  'keys.down': 'Fila siguiente',
  'keys.up': 'Fila anterior',
  'keys.open': 'Abrir la vista rápida',
  'keys.page': 'Abrir la página',
  'keys.select': 'Seleccionar la fila',
  'keys.select-all': 'Seleccionar todas las filas cargadas',
  'keys.renew': 'Renovar',
  'keys.notices': 'Activar o desactivar los avisos',
  'keys.group.go': 'Ir a',
  'keys.group.here': 'En esta página',
  'keys.group.all': 'En todas partes',
  'keys.then': 'después',
};
