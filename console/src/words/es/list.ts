import type { Messages } from '../catalogue.ts';

export const list: Messages = {
  'list.nothing': 'No hay nada que coincida',
  'list.nothing.then': 'Quite algún filtro o busque con otras palabras.',
  'list.loading': 'Cargando la lista',
  'list.more': 'Cargando más filas…',
  'list.choose': 'Seleccionar {name}',
  'list.choose-all': 'Seleccionar todas las filas cargadas',
  'list.choose-none': 'Quitar la selección',
  'list.chosen': '{count, plural, one {# seleccionado} other {# seleccionados}}',
  'list.filter': 'Filtrar',
  'list.filter.clear': 'Quitar los filtros',
  'list.filter.off': 'Quitar el filtro: {filter}',
  'list.filter.find': 'Buscar un valor',
  'list.filter.finding': 'Buscando…',
  'list.filter.none': 'Ningún valor',
};
