import type { Messages } from '../catalogue.ts';

export const palette: Messages = {
  'palette.title': 'Buscar e ir a',
  'palette.choices': 'Resultados',
  'palette.searching': 'Buscando…',
  'palette.nothing': 'Nada coincide con «{typed}».',
  'palette.found': '{count, plural, one {# resultado} other {# resultados}}',
  'palette.group.customer': 'Clientes',
  'palette.group.order': 'Pedidos',
  'palette.group.name': 'Nombres',
  'palette.group.contact': 'Contactos',
  'palette.group.message': 'Mensajes',
  'palette.group.page': 'Páginas',
  'palette.group.action': 'Acciones',
  'palette.action.import': 'Importar una cartera',
  'palette.action.comfortable': 'Filas más altas',
  'palette.action.dense': 'Filas más bajas',
  'palette.action.light': 'Tema claro',
  'palette.action.dark': 'Tema oscuro',
  'palette.action.profile': 'Mi cuenta',
  'palette.action.help': 'Atajos de teclado',
  'palette.action.sign-out': 'Cerrar la sesión',
};
