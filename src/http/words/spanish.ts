import type { StaffWords } from './staff-words.ts';

interface RegionalWords {
  readonly expires: string;
  readonly lapsed: string;
  readonly expiring: string;
}

function spanish(w: RegionalWords): StaffWords {
  return {
    'nav.label': 'Secciones',
    'nav.expiring': `Certificados que ${w.expiring}`,
    'nav.messages': 'Mensajes',
    'nav.other-language': 'en',
    'nav.other-language.name': 'English',
    'nav.skip': 'Ir al contenido',
    'sending.on': 'Envío activado',
    'sending.off': 'Envío desactivado: nada sale de aquí',

    'expiring.title': `Certificados que ${w.expiring}`,
    'expiring.lead': `{lapsed, plural, =0 {Ninguno ${w.lapsed}} one {# ${w.lapsed}} other {# ${w.lapsed}s}}{seven, plural, =0 {, ninguno en los próximos 7 días} other {, # en los próximos 7 días}}{all, plural, other {, # hasta 90 días}}.`,
    'group.lapsed': `${w.lapsed[0]!.toUpperCase()}${w.lapsed.slice(1)}s`,
    'group.7': 'En 7 días o menos',
    'group.30': 'De 8 a 30 días',
    'group.60': 'De 31 a 60 días',
    'group.90': 'De 61 a 90 días',
    'group.all': 'Todos',
    'col.order': 'N.° de pedido',
    'col.name': 'Nombre común',
    'col.expires': `${w.expires[0]!.toUpperCase()}${w.expires.slice(1)}`,
    'col.product': 'Producto',
    'col.customer': 'Cliente',
    'col.notices': 'Avisos',
    'col.last-notice': 'Último aviso',
    'col.why': 'Por qué no sale otro',
    'days.left': '{days, plural, =0 {hoy} one {mañana} other {en # días}}',
    'days.over': '{days, plural, one {ayer} other {hace # días}}',
    'names.more': '{n, plural, one {+ # nombre} other {+ # nombres}}',
    'notices.on': 'sí',
    'notices.off': 'no',
    holder: 'titular: {name}',
    'never-written': 'aún ninguno',
    'stage.before': '{days, plural, one {# día antes} other {# días antes}}',
    'stage.after': '{days, plural, one {# día después} other {# días después}}',
    'tone.in-force': 'en vigor',
    'tone.soon': 'pronto',
    'tone.urgent': 'urgente',
    'tone.lapsed': w.lapsed,

    'filter.expiring': 'Pedido, nombre, producto o cliente',
    'filter.messages': 'Dirección, contacto, cliente o pedido',
    'filter.button': 'Buscar',
    'filter.clear': 'Quitar el filtro',
    'page.next': 'Siguientes',
    'page.first': 'Volver al principio',
    'expiring.empty': `Nada ${w.expires} en los próximos 90 días.`,
    'expiring.empty.filtered': 'Ningún pedido coincide con lo que busca.',
    'expiring.empty.do': 'Importe su cartera con «vigente import FICHERO» y aquí verá qué toca renovar.',

    'messages.title': 'Mensajes',
    'messages.lead': 'Lo que se ha escrito a cada persona, lo más reciente primero.',
    'messages.empty': 'Todavía no hay mensajes.',
    'messages.empty.filtered': 'Ningún mensaje coincide con lo que busca.',
    'messages.empty.do': 'Ejecute «vigente tick» para que se preparen los avisos de hoy.',
    'col.state': 'Estado',
    'col.recipient': 'Destinatario',
    'col.subject': 'Asunto',
    'col.stage': 'Momento',
    'col.day': 'Día',
    'orders.count': '{n, plural, one {# pedido} other {# pedidos}}',
    'state.all': 'Todos',
    'state.waiting': 'en espera',
    'state.claimed': 'en preparación',
    'state.attempted': 'en envío',
    'state.submitted': 'entregado al servidor de correo',
    'state.delivered': 'recibido',
    'state.bounced': 'devuelto',
    'state.failed': 'fallido',
    'state.uncertain': 'dudoso',
    'state.withdrawn': 'retirado',
    'state.preview': 'vista previa',

    'message.back': 'Todos los mensajes',
    'message.headers': 'Cabeceras',
    'message.shown': 'El mensaje como se ve',
    'message.wide': 'Ancho',
    'message.phone': 'Teléfono',
    'message.text': 'Parte de texto',
    'message.eml': 'Descargar .eml',
    'message.deliveries': 'Pedidos de este mensaje',
    'message.events': 'Qué ha pasado',
    'message.changed':
      'La plantilla o la marca han cambiado desde el envío: lo que se ve no es exactamente lo que salió.',
    'message.dropped': 'se quitó: {why}',
    'message.no-events': 'Nada todavía.',
    'message.to': 'Para',
    'purpose.safety': 'aviso de seguridad',
    'purpose.reminder': 'recordatorio',
    'purpose.offer': 'oferta',
    'clock.coverage': 'pedido',
    'clock.certificate': 'certificado',

    'closed.title': 'Estas páginas están cerradas',
    'closed.lead':
      'Aquí se ven los pedidos y los mensajes de todos los clientes y todavía no hay inicio de sesión, así que solo se muestran en la propia máquina.',
    'closed.why':
      'Esta petición llega desde fuera, o el servidor está preparado para que lleguen desde fuera.',
    'closed.do': 'Qué puede hacer',
    'closed.do.tunnel':
      'Arranque Vigente con HOST=127.0.0.1 y sin PUBLIC_URL público, y abra la página en esa máquina.',
    'closed.do.setting':
      'Si el acceso ya está protegido de otra forma (una VPN, un proxy con contraseña), arranque con VIGENTE_UNPROTECTED_PAGES=yes.',
    'wrong-host': 'Este servidor no responde por ese nombre.',
    'problem.title': 'No ha sido posible',
    'problem.not-found': 'Aquí no hay nada con esa dirección.',
    'problem.internal': 'Algo ha fallado y ha quedado anotado en el registro del servidor.',
    'problem.back': 'Volver al principio',
  };
}

export const esES = spanish({ expires: 'caduca', lapsed: 'caducado', expiring: 'caducan' });
export const es419 = spanish({ expires: 'vence', lapsed: 'vencido', expiring: 'vencen' });
