import type { Messages } from '../catalogue.ts';

export const setup: Messages = {
  'setup.title': 'Guía de puesta en marcha',
  'setup.line': 'De cero al primer mensaje en una media hora. Déjelo cuando quiera: lo hecho, hecho queda.',
  'setup.steps': 'Pasos',
  'setup.progress': '{done} de {all} hechos',
  'setup.minutes': '{minutes} min',
  'setup.takes': 'Lleva {minutes, plural, one {# minuto} other {unos # minutos}}.',
  'setup.state.done': 'hecho',
  'setup.state.skipped': 'más tarde',
  'setup.next': 'Siguiente: {step}',
  'setup.finish': 'Terminar',
  'setup.later': 'Más tarde',
  'setup.take-up': 'Retomarlo',
  'setup.go-on': 'Continuar: {step} ({minutes} min)',
  'setup.back': '← Guía de puesta en marcha',
  'setup.go-back': 'Volver a la guía',
  'setup.confirm.mail': 'Está bien así',
  'setup.confirm.promise': 'No prometer días',
  'setup.confirm.calendar': 'Está bien así',
  'setup.confirm.plan': 'Lo he visto',
  'setup.done': 'Todo está en marcha',
  'setup.done.some': 'Lo que había que hacer ahora está hecho',
  'setup.done.line': 'Desde aquí, Vigente cuida de sus renovaciones.',
  'setup.done.skipped': 'Para más tarde: {steps}. Encontrará esta guía en los ajustes.',
  'setup.done.dashboard': 'Ir al panel',
  'setup.step.brand': 'Marca',
  'setup.step.brand.title': 'Cómo le ven sus clientes',
  'setup.step.brand.why':
    'Un mensaje que se reconoce como suyo se abre con confianza; uno que no, se toma por un fraude.',
  'setup.step.mail': 'Correo',
  'setup.step.mail.title': 'Cómo salen sus mensajes',
  'setup.step.mail.why':
    'Sin un servidor que los acepte y registros que respondan por ellos, los avisos acaban en el correo no deseado.',
  'setup.step.import': 'Primera importación',
  'setup.step.import.title': 'Sus pedidos y certificados',
  'setup.step.import.why':
    'Todo lo que Vigente dice y prevé sale de su cartera: qué caduca, cuándo y a quién se avisa.',
  'setup.step.promise': 'Días conservados',
  'setup.step.promise.title': 'Qué promete a quien renueva antes de tiempo',
  'setup.step.promise.why':
    'Nadie renueva antes para perder días: saber que se conservan es la mejor razón para no esperar.',
  'setup.step.calendar': 'Calendario de avisos',
  'setup.step.calendar.title': 'Cuándo reciben noticias sus clientes',
  'setup.step.calendar.why': 'Con tiempo para actuar, y no tan a menudo que nadie los lea ya.',
  'setup.step.plan': 'Primer plan',
  'setup.step.plan.title': 'Quién recibirá qué en los próximos días',
  'setup.step.plan.why': 'Ve cada mensaje antes de que salga, con su razón: nada le pillará por sorpresa.',
  'setup.step.sending': 'Envío',
  'setup.step.sending.title': 'Activar el envío',
  'setup.step.sending.why': 'Hasta ahora no ha salido nada; desde aquí, sus clientes se enteran a tiempo.',
  'setup.import.done': 'Su cartera está importada.',
  'setup.import.file':
    'Un archivo CSV o XLSX, tal como lo exporta la consola de su autoridad o su facturación.',
  'setup.import.columns':
    'Con los encabezados en cualquier idioma. Lo que cuenta: N.° de pedido, último día, cliente, correo y nombres.',
  'setup.import.dry':
    'Primero ve qué se añadiría, qué cambiaría y qué se rechaza, y por qué. No se envía nada.',
  'setup.import.again': 'Se puede deshacer, y traer el mismo archivo dos veces no cambia nada.',
  'setup.import.go': 'Elegir el archivo',
  'setup.import.another': 'Importar otro archivo',
  'setup.import.see': 'Ver las importaciones',
  'setup.promise.picture':
    'Alguien renueva {left} días antes del fin. Si los conserva, el pedido nuevo dura {all} días; si no, {term}, y pierde {left} días ya pagados.',
  'setup.promise.picture.kept': 'Días conservados: {days} días',
  'setup.promise.picture.lost': 'Días perdidos: {days} días',
  'setup.promise.unless':
    'Los mensajes hablan de días conservados solo si alguien de su empresa responde de ello y dice dónde consta.',
  'setup.promise.no-orders': 'Cuando haya importado su cartera, aquí estará cada una de sus autoridades.',
  'setup.promise.all': 'Todas las autoridades',
  'setup.promise.published.none':
    'No conocemos ningún texto publicado que valga hoy. Pregunte a su contacto allí.',
  'setup.promise.published.in-force':
    'Publicado: {how, select, kept {quien renueva en los últimos {days} días conserva lo que queda} other {los días que quedan no se conservan}}. Confírmelo con su contacto antes de prometer nada.',
  'setup.promise.published.over':
    'Publicado para pedidos hasta el {until}: {how, select, kept {se conservaban los días que quedaban en los últimos {days} días} other {los días no se conservaban}}. No conocemos confirmación para hoy; pregunte a su contacto allí.',
  'setup.promise.nothing': 'No se promete nada: los mensajes no hablan de días conservados.',
  'setup.promise.promised':
    '{how, select, kept {Se conservan los días que quedan} other {No se conservan los días que quedan}}, renovando desde {days} días antes del fin{most, plural, =-1 {} one {, como máximo # día} other {, como máximo # días}}.',
  'setup.promise.write': 'Anotar lo que vale',
  'setup.promise.write-of': 'Anotar lo que vale para {name}',
  'setup.promise.days': 'Quien renueva antes de tiempo…',
  'setup.promise.kept': '…conserva los días que quedan: se suman al pedido nuevo',
  'setup.promise.lost': '…no los conserva: el pedido nuevo empieza enseguida',
  'setup.promise.name': 'Días conservados: {name}',
  'setup.promise.save': 'Responder de ello',
  'setup.promise.saved': 'Anotado para {name}',
  'setup.promise.all-of-them': 'Todas las promesas, por producto y fecha',
  'setup.calendar.built-in': 'Vale el calendario de serie.',
  'setup.calendar.own': 'Vale su propio calendario, versión {version}.',
  'setup.calendar.short': 'Cuanto menos vive un certificado, más se acercan solas sus etapas.',
  'setup.calendar.change': 'Cambiar el calendario',
  'setup.plan.no-orders': 'Aún no hay pedidos, así que no hay nada que prever.',
  'setup.plan.import': 'Primera importación',
  'setup.plan.making': 'Se está calculando el plan…',
  'setup.plan.asleep':
    'El proceso que planifica y envía no está en marcha. Arránquelo: «vigente serve» hace ambas cosas.',
  'setup.plan.sum':
    '{messages, plural, =0 {No toca ningún mensaje} one {Saldría # mensaje} other {Saldrían # mensajes}}',
  'setup.plan.until': 'hasta el {day}',
  'setup.plan.days': 'Mensajes por día',
  'setup.plan.messages': '{messages, plural, one {# mensaje} other {# mensajes}}',
  'setup.plan.first': 'Los primeros',
  'setup.plan.why-not':
    'Además, {held, plural, one {# contacto previsto espera} other {# contactos previstos esperan}} y {suppressed, plural, one {# no se envía} other {# no se envían}}, cada uno con su razón.',
  'setup.plan.open': 'Abrir el plan',
  'setup.sending.would': '{all, plural, one {mensaje saldría enseguida} other {mensajes saldrían enseguida}}',
  'setup.sending.as-of': 'Situación: {at}. Nada sale mientras lo mira.',
  'setup.sending.unusual':
    'Si son más de {most} a la vez, esperan el visto bueno de un colega antes de que salga el primero.',
  'setup.sending.first': 'Los primeros en recibirlo',
  'setup.sending.read': '{orders, plural, one {Leerlo (# pedido)} other {Leerlo (# pedidos)}}',
  'setup.sending.back':
    '{count, plural, one {# contacto previsto se queda: por qué} other {# contactos previstos se quedan: por qué}}',
  'setup.sending.looked':
    '{all, plural, =0 {Sé que los mensajes saldrán según el plan} one {Lo he mirado: puede salir # mensaje} other {Lo he mirado: pueden salir # mensajes}}',
  'setup.sending.switch': 'Activar el envío',
  'setup.sending.switch.line':
    'Puede desactivarlo cuando quiera, también a mitad de una tanda; lo que ha salido no vuelve.',
  'setup.sending.switched': 'El envío está activado',
  'setup.sending.is-on': 'El envío está activado.',
  'setup.sending.under-way':
    '{submitted, plural, one {# mensaje entregado} other {# mensajes entregados}} al servidor de correo, {waiting} en espera.',
  'setup.sending.sending': 'Seguir el envío',
  'setup.sending.messages': 'Ver los mensajes',
  'setup.sending.through': 'Salen por {server}, de {sender}.',
  'setup.sending.outbox':
    'No hay servidor de correo: los mensajes se quedarían en la bandeja de salida y no llegarían a nadie.',
  'setup.sending.name-server': 'Indicar un servidor de correo',
};
