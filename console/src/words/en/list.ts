import type { Messages } from '../catalogue.ts';

export const list: Messages = {
  'list.nothing': 'Nothing matches',
  'list.nothing.then': 'Take away a filter or search with other words.',
  'list.loading': 'Loading the list',
  'list.more': 'Loading more rows…',
  'list.choose': 'Select {name}',
  'list.choose-all': 'Select all loaded rows',
  'list.choose-none': 'Clear selection',
  'list.chosen': '{count} selected',
  'list.filter': 'Filter',
  'list.filter.clear': 'Clear filters',
  'list.filter.off': 'Remove the filter: {filter}',
  'list.filter.find': 'Find a value',
  'list.filter.finding': 'Looking…',
  'list.filter.none': 'No value',
};
