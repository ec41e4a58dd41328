import type { Messages } from '../catalogue.ts';

export const sending: Messages = {
  'sending.title': 'Envío',
  'sending.line': 'Si los avisos salen, qué tandas esperan una decisión y por dónde va cada una.',
  'sending.switch': 'Interruptor del envío',
  'sending.is-on': 'El envío está activado',
  'sending.is-off': 'El envío está desactivado: no sale nada',
  'sending.since': 'Desde el {at}.',
  'sending.waiting':
    '{count, plural, =0 {Nada espera para salir.} one {Un mensaje espera para salir.} other {# mensajes esperan para salir.}}',
  'sending.no-worker':
    'Ningún proceso de envío está en marcha: nada sale hasta que arranque «vigente serve».',
  'sending.workers':
    '{count, plural, one {Un proceso de envío en marcha.} other {# procesos de envío en marcha.}}',
  'sending.on': 'Activar el envío…',
  'sending.on.yes':
    '{count, plural, =0 {Activar el envío} one {Activar: sale un mensaje ahora} other {Activar: salen # mensajes ahora}}',
  'sending.off': 'Desactivar el envío',
  'sending.would':
    '{count, plural, =0 {Ahora mismo no saldría ningún aviso nuevo.} one {Saldría un aviso nuevo.} other {Saldrían # avisos nuevos.}}',
  'sending.would-waiting':
    '{count, plural, one {Además, uno que ya estaba preparado.} other {Además, # que ya estaban preparados.}}',
  'sending.would-hold':
    'Son muchos más de lo habitual ({usual, plural, =0 {aún no hay costumbre} one {# al día} other {# al día}}; el límite sin preguntar es {most}): la tanda quedará en espera hasta que alguien le dé salida.',
  'sending.share': '{count, plural, one {# aviso} other {# avisos}}, {stage}',
  'sending.first': 'Los primeros destinatarios',
  'sending.see-previews': 'Ver todas las vistas previas',
  'sending.stays': 'Lo que no sale, y por qué',
  'sending.count': '{count, plural, one {# aviso} other {# avisos}}',
  'sending.number': '{count, number}',
  'sending.held': 'Tanda en espera',
  'sending.held.title': '{count, plural, one {Un mensaje espera} other {# mensajes esperan}} su decisión',
  'sending.held.why':
    'La tanda del {at} es mucho mayor de lo habitual: {usual, plural, =0 {aún no hay costumbre} one {lo normal es # al día} other {lo normal son # al día}} y sin preguntar salen hasta {most}.',
  'sending.held.since': 'La tanda del {at} espera.',
  'sending.see-all': '{count, plural, one {Ver el mensaje} other {Ver los # mensajes}}',
  'sending.release': '{count, plural, one {Dar salida al mensaje} other {Dar salida a los # mensajes}}',
  'sending.discard': 'Descartar…',
  'sending.discard.what':
    '{count, plural, one {Se retira un mensaje} other {Se retiran # mensajes}}; no se puede deshacer. Lo que ya haya salido no vuelve.',
  'sending.discard.then': 'Y después',
  'sending.discard.again': 'Decidir de nuevo',
  'sending.discard.again.more':
    'Las mismas etapas se deciden otra vez enseguida: para cuando ya se ha corregido o deshecho la importación.',
  'sending.discard.silent': 'Pasar estas etapas por alto',
  'sending.discard.silent.more':
    'No se dicen; cada pedido recibirá su aviso cuando se abra la etapa siguiente.',
  'sending.discard.note': 'Motivo, para sus compañeros',
  'sending.discard.yes': '{count, plural, one {Descartar el mensaje} other {Descartar # mensajes}}',
  'sending.run': 'Tanda',
  'sending.progress': 'Avance de la tanda',
  'sending.going': '{done, number} de {count, number} han salido',
  'sending.stopped':
    'Detenida: {left, plural, =0 {no queda nada} one {queda un mensaje} other {quedan # mensajes}}',
  'sending.planned-at': 'Tanda del {at}',
  'sending.pace':
    '{perSecond, number} por segundo · {minutes, plural, =0 {sin avance ahora} one {queda cerca de un minuto} other {quedan unos # minutos}}',
  'sending.not-going': 'a la espera de su hora',
  'sending.stop': 'Detener',
  'sending.stop-what':
    'Al detenerla, termina lo que ya se está entregando y nada más sale de esta tanda. Lo que se planifique después sí sale; para pararlo todo, desactive el envío.',
  'sending.resume': '{left, plural, one {Reanudar: queda uno} other {Reanudar: quedan #}}',
  'sending.done.on': 'Envío activado',
  'sending.done.off': 'Envío desactivado: nada más sale',
  'sending.done.release': '{left, plural, one {Sale un mensaje} other {Salen # mensajes}}',
  'sending.done.stop':
    'Tanda detenida: {left, plural, =0 {no queda nada} one {queda un mensaje} other {quedan # mensajes}}',
  'sending.done.resume': 'Tanda reanudada: {left, plural, one {queda un mensaje} other {quedan # mensajes}}',
  'sending.done.discard': '{count, plural, one {Un mensaje retirado} other {# mensajes retirados}}',
  'sending.past': 'Tandas',
  'sending.none': 'Todavía no hay ninguna tanda',
  'sending.none-then': 'Con el envío activado, la primera aparece en cuanto a un pedido le toque un aviso.',
  'sending.at': 'Cuándo',
  'sending.state': 'Estado',
  'sending.state.planning': 'planificando',
  'sending.state.held': 'en espera',
  'sending.state.released': 'en marcha',
  'sending.state.stopped': 'detenida',
  'sending.state.discarded': 'descartada',
  'sending.state.done': 'terminada',
  'sending.planned': 'Previstos',
  'sending.submitted': 'Entregados',
  'sending.left': 'Quedan',
  'sending.failed': 'Fallidos',
  'sending.doubtful': '{count, plural, one {# dudoso} other {# dudosos}}',
  'sending.word': 'Decisión',
  'sending.by-hand': 'a mano',
};
