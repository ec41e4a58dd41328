import type { Messages } from '../catalogue.ts';

export const shell: Messages = {
  'shell.skip': 'Ir al contenido',
  'shell.navigation': 'Secciones',
  'shell.collapse': 'Plegar',
  'shell.expand': 'Desplegar',
  'shell.bar': 'Búsqueda y cuenta',
  'shell.search': 'Buscar pedido, cliente, nombre, contacto o número de serie',
  'shell.search.short': 'Buscar',
  'shell.person': 'Su cuenta: {name}',
  'shell.see-typed': 'Ver lo escrito',
  'shell.partner': 'Distribuidor',
  'shell.sign-out': 'Cerrar la sesión',
  'shell.more': 'Más',
  'shell.offline':
    'Sin conexión. Se muestra lo último que se cargó; los cambios no se guardarán hasta que vuelva.',
  'shell.toasts': 'Confirmaciones',
  'shell.undo': 'Deshacer',
  'shell.undone': 'Deshecho',
  'shell.close': 'Cerrar',
  'shell.cancel': 'Cancelar',
  'shell.save': 'Guardar',
  'shell.saved': 'Guardado',
  'shell.quick-view': 'Vista rápida',
  'shell.optional': 'opcional',
};
