import type { Texts } from './texts.ts';

/** Where Spain and Latin America say it differently. */
export interface RegionalWords {
  /** caduca, vence */
  readonly expires: string;
  readonly expire: string;
  readonly expired: string;
  readonly haveExpired: string;
  readonly hasExpired: string;
  readonly expiryLabel: string;
  readonly expiringList: string;
  /** sin coste, sin costo */
  readonly free: string;
  readonly logIn: string;
}

/** Spanish with *usted*; the two files beside this one put in their region's words. */
export function spanish(w: RegionalWords): Texts {
  return {
    'greeting.named': 'Buenos días, {person}:',
    'greeting.plain': 'Buenos días:',
    left: `{state, select, over {{days, plural, =0 {${w.expired} hoy} one {${w.expired} hace # día} other {${w.expired} hace # días}}} other {{days, plural, =0 {${w.expires} hoy} one {queda # día} other {quedan # días}}}}`,
    'ends.on': `{state, select, over {${w.expired} el {date}} other {${w.expires} el {date}}}`,
    years: '{n, plural, one {# año} other {# años}}',
    months: '{n, plural, one {# mes} other {# meses}}',
    days: '{n, plural, one {# día} other {# días}}',
    'names.more': '{n, plural, one {y # nombre más} other {y # nombres más}}',

    'early.subject': `{count, plural, one {{name}: su certificado SSL ${w.expires} el {date}} other {# certificados SSL ${w.expire} a partir del {date}}}`,
    'early.preheader':
      '{count, plural, one {Pedido {number}: {left}. Renovarlo es un solo paso.} other {El primero es {name}, pedido {number}: {left}. Están todos en este mensaje.}}',
    'early.headline': `{count, plural, one {Su certificado SSL de {name} ${w.expires} el {dateLong}} other {# de sus certificados SSL ${w.expire} en las próximas semanas}}`,
    'early.headline.keeps':
      '{count, plural, one {Renueve antes y conserve {kept, plural, one {el día que le queda} other {los # días que le quedan}}} other {Renueve antes y conserve todos los días que le quedan}}',
    'early.lead': `{count, plural, one {El certificado SSL que protege {name} (pedido {number}) ${w.expires} el {dateLong}. Es buen momento para renovarlo: hay tiempo para cada comprobación y basta un paso.} other {Tiene # certificados SSL por renovar. El primero, {name} (pedido {number}), ${w.expires} el {dateLong}. Hay tiempo para cada comprobación y una sola página los renueva todos.}}`,
    'early.lead.inform':
      'Todavía no hace falta hacer nada. Desde el {opens} podrá renovar sin perder ningún día; este mensaje es para que pueda planificarlo.',
    'early.lead.keeps':
      '{count, plural, one {Si renueva hoy, {kept, plural, one {el día que queda se suma} other {los # días que quedan se suman}} al nuevo periodo y el pedido llega hasta el {until}.} other {Si renueva hoy, los días que quedan se suman a cada nuevo periodo; junto a cada pedido verá cuántos son.}}',

    'last-days.subject': `{count, plural, one {{name}: su certificado SSL ${w.expires} {days, plural, =0 {hoy} one {mañana} other {en # días}}} other {# certificados SSL ${w.expire}, el primero {days, plural, =0 {hoy} one {mañana} other {en # días}}}}`,
    'last-days.preheader':
      '{count, plural, one {El pedido {number} termina el {date}. En tres pasos queda renovado.} other {El primero es {name}, pedido {number}, el {date}. Una sola página los renueva todos.}}',
    'last-days.headline': `{count, plural, one {{name} ${w.expires} {days, plural, =0 {hoy} one {mañana} other {dentro de # días}}} other {# certificados SSL ${w.expire}, el primero {days, plural, =0 {hoy} one {mañana} other {dentro de # días}}}}`,
    'last-days.lead':
      '{count, plural, one {El certificado SSL de {name} (pedido {number}) vale hasta el {dateLong}. Después de ese día, los navegadores muestran una advertencia a quien visita el sitio. Si lo renueva hoy, queda tiempo para instalar el certificado nuevo.} other {Estos certificados SSL terminan pronto; el primero, el {dateLong}. Después de su día, los navegadores muestran una advertencia a quien visita el sitio que protegen. Si los renueva hoy, queda tiempo para instalar los certificados nuevos.}}',

    'expired.subject': `{over, plural, one {{name}: su certificado SSL ${w.expired} el {date}} other {# certificados SSL ${w.haveExpired}; el primero, el {date}}}`,
    'expired.preheader':
      '{over, plural, one {Pedido {number}: {left}. Todavía puede renovarlo en un solo paso.} other {El primero es {name}, pedido {number}: {left}. Una sola página los renueva todos.}}',
    'expired.headline': `{over, plural, one {El certificado SSL de {name} ${w.expired} el {dateLong}} other {# de sus certificados SSL ${w.haveExpired}}}`,
    'expired.lead': `{over, plural, one {Si el servidor todavía usa este certificado, los navegadores advierten a quien visita {name} y otros programas pueden rechazar la conexión. En cuanto renueve el pedido {number} e instale el certificado nuevo, la advertencia desaparece.} other {Donde un servidor todavía use uno de estos certificados, los navegadores advierten a quien lo visita y otros programas pueden rechazar la conexión. En cuanto renueve e instale los certificados nuevos, la advertencia desaparece.}}{ahead, plural, =0 {} one { Otro ${w.expires} pronto y también está en la lista.} other { Otros # ${w.expire} pronto y también están en la lista.}}`,

    'reissue.subject': `{count, plural, one {{name}: {state, select, over {certificado SSL nuevo, ${w.free}; el instalado ${w.hasExpired}} other {certificado SSL nuevo, ${w.free}, antes del {date}}}} other {# certificados SSL nuevos, ${w.free}; el primero {state, select, over {${w.expired} el {date}} other {antes del {date}}}}}`,
    'reissue.preheader':
      '{count, plural, one {El pedido {number} sigue en vigor; solo hay que cambiar el certificado.} other {Los pedidos siguen en vigor; solo hay que cambiar los certificados. El primero es {name}, pedido {number}.}}',
    'reissue.headline':
      '{count, plural, one {Su pedido sigue en vigor; el certificado necesita un relevo} other {Sus pedidos siguen en vigor; # certificados necesitan un relevo}}',
    'reissue.lead': `{count, plural, one {El certificado instalado en {name} (pedido {number}) {state, select, over {${w.expired}} other {${w.expires}}} el {dateLong}. Los certificados duran menos que los pedidos, por eso cada pedido incluye certificados nuevos.} other {# certificados instalados terminan antes que sus pedidos; el primero, {name} (pedido {number}), el {dateLong}. Los certificados duran menos que los pedidos, por eso cada pedido incluye certificados nuevos.}} No se cobra nada mientras los nombres sean los mismos.`,

    'also.certificate': `{others, plural, one {Otro pedido sigue en vigor y solo necesita un certificado nuevo, ${w.free}: lo verá en su propio apartado, más abajo.} other {Otros # pedidos siguen en vigor y solo necesitan un certificado nuevo, ${w.free}: los verá en su propio apartado, más abajo.}}`,
    'also.coverage':
      '{others, plural, one {Hay además un pedido por renovar: lo verá en su propio apartado, más abajo.} other {Hay además # pedidos por renovar: los verá en su propio apartado, más abajo.}}',

    'button.renew': 'Renovar ahora',
    'button.renew.all': '{total, plural, one {Renovar ahora} other {Renovar los # pedidos}}',
    'button.renew.first': 'Renovar el pedido {number}',
    'button.reissue': 'Pedir el certificado nuevo',
    'button.reissue.all':
      '{total, plural, one {Pedir el certificado nuevo} other {Pedir los # certificados nuevos}}',
    'button.reissue.first': 'Pedir el certificado del pedido {number}',
    'button.both': 'Ver los {total} pedidos y resolverlos',
    'button.look': 'Ver el pedido',
    'button.look.all': 'Ver los {total} pedidos',
    'button.console': w.logIn,

    'section.one': 'Los datos del pedido',
    'section.coverage': '{n, plural, one {Pedido por renovar} other {# pedidos por renovar}}',
    'section.certificate': `{n, plural, one {Certificado nuevo, ${w.free}} other {# certificados nuevos, ${w.free}}}`,
    'section.coverage.intro': 'La vigencia de estos pedidos termina. Renovar es una compra nueva.',
    'section.certificate.intro':
      'El pedido sigue en vigor; solo se cambia el certificado instalado. No se cobra nada mientras los nombres sean los mismos.',
    'section.localEnd.same': 'En su zona horaria terminan a las {time} ({zone}) de su último día.',
    'section.localEnd.next':
      'En su zona horaria terminan a las {time} ({zone}) del día siguiente al indicado.',
    'section.localEnd.previous':
      'En su zona horaria terminan a las {time} ({zone}) del día anterior al indicado.',
    'section.more':
      '{more, plural, one {Hay # pedido más, con todos sus datos, en la versión de solo texto de este mensaje} other {Hay # pedidos más, con todos sus datos, en la versión de solo texto de este mensaje}}',
    'section.more.link': 'y en su página de renovación',

    'label.account': 'N.° de cuenta',
    'label.number': 'N.° de pedido',
    'label.order': 'Pedido',
    'label.product': 'Producto',
    'label.authority': 'Autoridad',
    'label.commonName': 'Nombre común',
    'label.names': 'Otros nombres',
    'label.holder': 'Empresa',
    'label.issued': 'Emitido',
    'label.expires': w.expiryLabel,
    'label.validity': 'Validez',
    'label.price': 'Precio',
    'label.coverageEnds': 'Pedido hasta',
    'price.renewing': '{amount} por renovarlo',
    'detail.issued': 'emitido el {date}',
    'detail.validity': 'validez de {term}',
    'detail.coverage': 'pedido hasta el {date}',
    'detail.names': '{n, plural, one {# nombre más} other {# nombres más}}',
    'link.renew': 'Renovar',
    'link.reissue': 'Certificado nuevo',
    'link.look': 'Ver el pedido',
    'link.mute': 'Sin más avisos de este pedido',
    'link.notMine': 'No es nuestro',

    'note.perhaps':
      'Desde el {date} vemos un certificado más nuevo para estos nombres. Si sustituye a este, no tiene que hacer nada.',
    'note.partly': 'Hemos visto una renovación que deja nombres fuera. Faltan por cubrir: {names}.',
    'note.localEnd': `En su zona horaria {state, select, over {${w.expired}} other {${w.expires}}} el {date} a las {time} ({zone}).`,
    'note.keeps':
      'Renovado hoy conserva {kept, plural, one {# día} other {# días}} y llega hasta el {until}.',
    'note.opens': 'Desde el {date} puede renovarlo sin perder ningún día.',

    'timeline.title': 'Lo que le queda se conserva',
    'timeline.today': 'Hoy, {today}',
    'timeline.kept': '{n, plural, one {# día que le queda} other {# días que le quedan}}',
    'timeline.term': '{n, plural, one {# día nuevo} other {# días nuevos}}',
    'timeline.total': 'Renovado hoy: {total}, hasta el {until}',

    'steps.title': 'Cómo renovar',
    'steps.1': 'Abra el enlace de renovación del pedido; es personal y no hay formularios que rellenar.',
    'steps.1.console': `Abra el enlace de renovación del pedido o entre en la consola y elija «${w.expiringList}» y «Renovar ahora».`,
    'steps.2': 'Compruebe los datos y confirme la renovación.',
    'steps.3':
      'Instale el certificado nuevo en su servidor {state, select, over {en cuanto lo reciba} today {hoy mismo} other {antes del {dateLong}}}.',
    'steps.reissue.title': 'Cómo cambiar el certificado',
    'steps.reissue.1': 'Abra el enlace del pedido para solicitar el certificado nuevo.',
    'steps.reissue.1.console': `Abra el enlace del pedido o entre en la consola y elija «${w.expiringList}».`,
    'steps.reissue.2': 'Confirme que los nombres son los mismos; no se cobra nada.',
    'steps.reissue.3':
      'Instale el certificado nuevo en su servidor {state, select, over {en cuanto lo reciba} today {hoy mismo} other {antes del {dateLong}}}.',
    'already.title': '¿Ya está hecho?',
    'already.body':
      'Entonces no tiene que hacer nada. En cuanto veamos el certificado nuevo, dejaremos de avisarle.',

    'automation.title': 'Que la próxima renovación se haga sola',
    'automation.body':
      'Con la renovación automática (ACME), sus servidores piden cada certificado y lo instalan por su cuenta. Cada año compensa más: los certificados durarán como máximo 100 días desde el 15 de marzo de 2027 y 47 desde el 15 de marzo de 2029.',
    'automation.link': 'Cómo automatizarla',
    'savings.title': 'Maneras de ahorrar',
    'savings.upgrade': 'Un certificado que cubre más',
    'savings.upgrade.body': 'Un solo certificado comodín o multidominio puede ocupar el lugar de varios.',
    'savings.longer': 'Un plan de varios años',
    'savings.longer.body':
      'Un pedido y una factura; los certificados nuevos están incluidos durante todo el plan.',
    'savings.bring': 'Certificados de otras autoridades',
    'savings.bring.body': 'Tráigalos a la misma cuenta y al mismo calendario.',
    'savings.link': 'Ver cómo',

    'manager.title': 'Su contacto',
    'support.title': '¿Alguna pregunta?',
    oldConsole: 'La consola anterior se cierra el {date}. A partir de ese día, renueve en',
    closing: 'Un cordial saludo,',
    'footer.why':
      'Recibe este mensaje porque figura como contacto de {total, plural, one {este pedido} other {estos pedidos}}.',
    'footer.unsubscribe': 'Dejar de recibir estos avisos',
    'footer.preferences': 'Elegir qué avisos recibe',
    'footer.poweredBy': 'Con la tecnología de {authority}',
  };
}
