import type { Messages } from '../catalogue.ts';

export const perhapsRenewed: Messages = {
  'perhaps-renewed.title': 'Quizá renovados',
  'perhaps-renewed.line':
    'Un pedido más nuevo parece ocupar el lugar de estos. Mientras no se confirme, las llamadas y ofertas esperan y los últimos avisos siguen.',
  'perhaps-renewed.find': 'Buscar por número, nombre o cliente',
  'perhaps-renewed.kind': 'Renovado',
  'perhaps-renewed.kind.perhaps': 'Quizá del todo',
  'perhaps-renewed.kind.partly': 'En parte',
  'perhaps-renewed.none': 'No hay nada que confirmar',
  'perhaps-renewed.none.then':
    'Cuando un pedido nuevo cubra los nombres de otro sin estar enlazado con él, aparecerá aquí.',
  'perhaps-renewed.old': 'Pedido',
  'perhaps-renewed.candidate': 'Lo que parece seguirle',
  'perhaps-renewed.evidence': 'Lo que se ha visto',
  'perhaps-renewed.answer': '¿Es su renovación?',
  'perhaps-renewed.confirm': 'Sí, renovado',
  'perhaps-renewed.deny': 'No lo es',
  'perhaps-renewed.confirm-one': 'Sí, renovado: {number}',
  'perhaps-renewed.deny-one': 'No lo es: {number}',
  'perhaps-renewed.key.confirm': 'Confirmar que se ha renovado',
  'perhaps-renewed.key.deny': 'Decir que no se ha renovado',
  'perhaps-renewed.said.confirm':
    '{count, plural, =0 {Nada que confirmar} one {{number}: renovado, sus avisos se detienen} other {# pedidos renovados; sus avisos se detienen}}',
  'perhaps-renewed.said.deny':
    '{count, plural, =0 {Nada que cambiar} one {{number}: no renovado, sus avisos siguen} other {# pedidos sin renovar; sus avisos siguen}}',
  'perhaps-renewed.left-out': 'queda fuera',
  'perhaps-renewed.more-names': '{count, plural, one {y otro nombre} other {y otros # nombres}}',
  'perhaps-renewed.servers': '{count, plural, one {# servidor} other {# servidores}}',
  'perhaps-renewed.servers-left':
    '{count, plural, one {Queda # servidor sin él} other {Quedan # servidores sin él}}',
};
