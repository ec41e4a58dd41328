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
    '{count, plural, =0 {Nada se ha confirmado.} one {{one, select, none {Un pedido renovado; sus avisos se detienen.} other {{one}: renovado; sus avisos se detienen.}}} other {# pedidos renovados; sus avisos se detienen.}}',
  'perhaps-renewed.said.deny':
    '{count, plural, =0 {Nada que cambiar.} one {{one, select, none {Un pedido sin renovar; sus avisos siguen.} other {{one}: no renovado; sus avisos siguen.}}} other {# pedidos sin renovar; sus avisos siguen.}}',
  'perhaps-renewed.left-out': 'queda fuera',
  'perhaps-renewed.more-names': '{count, plural, one {y otro nombre} other {y otros # nombres}}',
  'perhaps-renewed.servers': '{count, plural, one {# servidor} other {# servidores}}',
  'perhaps-renewed.servers-left': '{count, plural, one {# queda sin cubrir} other {# quedan sin cubrir}}',
  'perhaps-renewed.see-expiring': 'Ver los próximos a caducar',
  'perhaps-renewed.partly': '¿Dar por renovado el pedido {number}?',
  'perhaps-renewed.partly.names':
    '{count, plural, one {Queda sin cubrir este nombre:} other {Quedan sin cubrir estos # nombres:}}',
  'perhaps-renewed.partly.servers':
    '{count, plural, one {Queda # servidor sin cubrir.} other {Quedan # servidores sin cubrir.}}',
  'perhaps-renewed.partly.then':
    'Si lo confirma, se detienen todos los avisos de este pedido, también para lo que queda sin cubrir. Si no, los avisos siguen.',
  'perhaps-renewed.partly.confirm': 'Sí, detener los avisos',
  'perhaps-renewed.partly.back': 'No confirmar: los avisos siguen',
  'perhaps-renewed.left-alone':
    '{count, plural, one {# pedido no se ha confirmado porque está renovado solo en parte: respóndalo aparte.} other {# pedidos no se han confirmado porque están renovados solo en parte: respóndalos uno a uno.}}',
};
