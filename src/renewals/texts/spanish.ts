import type { PageTexts } from './page-texts.ts';

/** Where Spain and Latin America say it differently. */
interface RegionalWords {
  readonly expires: string;
  readonly expired: string;
  readonly end: string;
  readonly hello: string;
  /** sin coste, sin costo */
  readonly free: string;
}

/** Spanish with *usted*; each region puts its own words in. */
function spanish(w: RegionalWords): PageTexts {
  const renewalIs =
    '{count, plural, one {la renovación del pedido {number}} other {la renovación de # pedidos}}';
  return {
    'greeting.named': `${w.hello}, {person}:`,
    'greeting.plain': `${w.hello}:`,
    days: '{n, plural, one {# día} other {# días}}',
    months: '{n, plural, one {# mes} other {# meses}}',
    years: '{n, plural, one {# año} other {# años}}',
    left: `{days, plural, =0 {${w.expires} hoy} one {queda # día} other {quedan # días}}`,
    over: `{days, plural, one {${w.expired} hace # día} other {${w.expired} hace # días}}`,
    'ring.days': '{days, plural, one {día} other {días}}',

    'fact.number': 'N.° de pedido',
    'fact.name': 'Nombre',
    'fact.names': '{n, plural, one {y # nombre más} other {y # nombres más}}',
    'fact.product': 'Producto',
    'fact.holder': 'Titular',
    'fact.account': 'Cuenta',
    'fact.issued': 'Emitido',
    'fact.ends': w.end,
    'fact.validity': 'Periodo de validez',
    'fact.price': 'Último precio',
    'facts.title': '{count, plural, one {Su pedido} other {Sus pedidos}}',

    'renew.title': '{count, plural, one {Renovar el pedido {number}} other {Renovar # pedidos}}',
    'renew.headline': `{over, select, yes {{count, plural, one {El certificado SSL de {name} ${w.expired} el {date}} other {# certificados SSL por renovar; el primero ${w.expired} el {date}}}} other {{count, plural, one {El certificado SSL de {name} ${w.expires} el {date}} other {# certificados SSL por renovar; el primero ${w.expires} el {date}}}}}`,
    'renew.headline.keeps':
      '{count, plural, one {Renueve antes del {date} y conserve los días que le quedan: hoy {kept, plural, one {es #} other {son #}}} other {Renueve hoy y conserve todos los días que le quedan}}',
    'renew.lead':
      '{count, plural, one {Aquí tiene los datos del pedido. Con su confirmación empezamos a renovarlo y dejamos de enviarle avisos sobre él.} other {Aquí tiene los datos de los pedidos. Con su confirmación empezamos a renovarlos y dejamos de enviarle avisos sobre ellos.}}',
    'renew.lead.over':
      'Si el servidor todavía usa este certificado, los navegadores advierten a quien visita el sitio. En cuanto el certificado nuevo esté instalado, la advertencia desaparece.',
    'keeps.title': 'Así se suman sus días',
    'keeps.today': 'Hoy',
    'keeps.end': 'Fin actual',
    'keeps.until': 'Fin nuevo',
    'keeps.sum': '{days} que le quedan + {term} de renovación',
    'keeps.each': 'conserva {days}: llegaría hasta el {until}',
    'renew.choose': '{count, plural, one {¿Cómo lo renovamos?} other {¿Cómo los renovamos?}}',
    'renew.orders': '¿Qué pedidos?',
    'renew.same': 'Igual que ahora',
    'renew.same.more':
      '{count, plural, one {El mismo producto y los mismos nombres.} other {Los mismos productos y los mismos nombres.}}',
    'renew.talk': 'Antes quiero hablarlo',
    'renew.talk.more':
      'Nos ponemos en contacto con usted, por si cambia algo: nombres, producto, plazo o precio.',
    'renew.button': '{count, plural, one {Renovar el pedido} other {Renovar estos pedidos}}',
    'renew.binding':
      'Pulsar el botón no cobra nada: recibirá la confirmación y las condiciones antes de pagar.',
    'renew.next': '¿Qué pasa después?',
    'renew.next.1':
      'Recibimos su petición y detenemos los avisos de renovación de {count, plural, one {este pedido} other {estos pedidos}}.',
    'renew.next.2':
      'Le confirmamos el precio y, si hace falta, le pedimos la comprobación del dominio o de la empresa.',
    'renew.next.3': 'Recibe el certificado nuevo y lo instala. El actual sigue valiendo hasta su fecha.',
    'renew.already': '¿Ya lo ha renovado?',
    'renew.already.text':
      'Entonces no tiene que hacer nada. Si quiere que dejemos de avisarle, use el enlace «Desactivar los avisos de este pedido» de nuestro mensaje o escríbanos.',

    'reissue.title':
      '{count, plural, one {Certificado nuevo para el pedido {number}} other {# certificados nuevos}}',
    'reissue.headline': `{over, select, yes {{count, plural, one {Su pedido sigue en vigor; el certificado SSL de {name} ${w.expired} el {date}} other {Sus pedidos siguen en vigor; el primer certificado SSL ${w.expired} el {date}}}} other {{count, plural, one {Su pedido sigue en vigor; el certificado SSL de {name} ${w.expires} el {date}} other {Sus pedidos siguen en vigor; el primer certificado SSL ${w.expires} el {date}}}}}`,
    'reissue.lead': `{count, plural, one {Los certificados duran menos que los pedidos, por eso el suyo incluye certificados nuevos, ${w.free}. Con su confirmación preparamos el siguiente y dejamos de avisarle sobre este.} other {Los certificados duran menos que los pedidos, por eso los suyos incluyen certificados nuevos, ${w.free}. Con su confirmación preparamos los siguientes y dejamos de avisarle sobre estos.}}`,
    'reissue.choose': '{count, plural, one {¿Cómo lo quiere?} other {¿Cómo los quiere?}}',
    'reissue.same.more': 'Los mismos nombres.',
    'reissue.button':
      '{count, plural, one {Pedir el certificado nuevo} other {Pedir los certificados nuevos}}',
    'reissue.binding': 'No se cobra nada mientras los nombres sean los mismos.',
    'reissue.next.1':
      'Recibimos su petición y detenemos los avisos de {count, plural, one {este certificado} other {estos certificados}}.',
    'reissue.next.2': 'Si hace falta, le pedimos de nuevo la comprobación del dominio o de la empresa.',
    'reissue.requested.lead':
      'Su petición de {count, plural, one {un certificado nuevo para el pedido {number}} other {# certificados nuevos}} nos llegó el {at}. Desde ese momento no le enviamos más avisos sobre {count, plural, one {este certificado} other {estos certificados}}.',
    'reissue.mark': `certificado nuevo ${w.free}`,

    'requested.title': 'Petición recibida',
    'requested.headline': 'Gracias: hemos recibido su petición',
    'requested.lead': `Su petición para ${renewalIs} nos llegó el {at}. Desde ese momento no le enviamos más avisos sobre {count, plural, one {este pedido} other {estos pedidos}}.`,
    'requested.some':
      'Ya recibimos su petición para {count, plural, one {el pedido {numbers}} other {los pedidos {numbers}}}.',
    'requested.undo': 'He pulsado por error',
    'requested.undo.text': 'La petición se retira y volvemos a avisarle antes de la fecha de fin.',
    'requested.undo.tick': 'Sí, quiero retirar la petición',
    'requested.undo.button': 'Retirar la petición',
    'renewed.headline':
      '{count, plural, one {El pedido {number} ya está renovado} other {Estos pedidos ya están renovados}}',
    'renewed.lead':
      'No tiene que hacer nada más. Si todavía no ha instalado el certificado nuevo, hágalo antes del {date}.',
    'renewed.by': 'Lo continúa el pedido {number}.',
    'closed.headline': 'Este pedido ya no puede renovarse aquí',
    'closed.lead':
      'El pedido {number} está cancelado o revocado. Si necesita un certificado, escríbanos y lo vemos con usted.',

    'mute.title': 'Avisos del pedido {number}',
    'mute.headline': '¿Desactivamos los avisos de renovación del pedido {number}?',
    'mute.lead': `Es el certificado SSL de {name}, que {over, select, yes {${w.expired}} other {${w.expires}}} el {date}. Si los desactiva, nadie de su empresa recibirá avisos sobre este pedido. Los demás pedidos siguen igual.`,
    'mute.choose': '¿Por qué motivo?',
    'mute.renewed-elsewhere': 'Ya está renovado',
    'mute.no-longer-used': 'Ya no se usa',
    'mute.someone-else': 'Se ocupa otra empresa',
    'mute.button': 'Desactivar los avisos',
    'muted.headline': 'Los avisos del pedido {number} están desactivados',
    'muted.lead': 'No enviaremos más avisos sobre {name}. Puede volver a activarlos cuando quiera.',
    'muted.tick': 'Sí, quiero volver a recibirlos',
    'muted.button': 'Volver a activarlos',

    'not-mine.title': 'Este pedido no es mío',
    'not-mine.headline': '¿El pedido {number} no le corresponde?',
    'not-mine.lead':
      'Se trata del certificado SSL de {name}. Si no es cosa suya, dejamos de escribirle sobre este pedido y buscamos a la persona adecuada.',
    'not-mine.choose': '¿Qué ocurre?',
    'not-mine.left-company': 'Ya no trabajo en {company}',
    'not-mine.left-company.plain': 'Ya no trabajo en esa empresa',
    'not-mine.someone-else': 'Se ocupa otra persona de la empresa',
    'not-mine.unknown-company': 'No conozco {company}',
    'not-mine.unknown-company.plain': 'No conozco esa empresa',
    'not-mine.button': 'No es mío',
    'disowned.headline': 'Gracias por decírnoslo',
    'disowned.lead':
      'No le escribiremos más sobre el pedido {number}. Buscaremos a la persona que se ocupa de {name}.',
    'disowned.tick': 'Sí, este pedido es cosa mía',
    'disowned.button': 'Deshacer',

    'unsubscribe.title': 'Darse de baja',
    'unsubscribe.headline.offer': '¿Dejamos de enviarle ofertas?',
    'unsubscribe.headline.reminder': '¿Dejamos de enviarle recordatorios?',
    'unsubscribe.headline.safety': '¿Dejamos de enviarle todos los avisos?',
    'unsubscribe.lead':
      'Esta baja vale para la dirección a la que llegó el mensaje. No ha cambiado nada todavía: elija y confirme.',
    'unsubscribe.choose': '¿Qué no quiere recibir?',
    'unsubscribe.offer': 'Ofertas y sugerencias',
    'unsubscribe.reminder': 'Recordatorios de renovación con tiempo',
    'unsubscribe.reminder,offer': 'Ni recordatorios ni ofertas',
    'unsubscribe.safety,reminder,offer': 'Ningún mensaje, tampoco los últimos avisos',
    'unsubscribe.stays': 'Lo que seguirá llegando',
    'unsubscribe.stays.offer':
      'Los recordatorios de renovación y los avisos de seguridad, que llegan en los últimos días antes de que un certificado deje de valer y una vez después.',
    'unsubscribe.stays.reminder':
      'Los avisos de seguridad: llegan en los últimos días antes de que un certificado deje de valer y una vez después.',
    'unsubscribe.stays.safety':
      'Si elige no recibir ningún mensaje, no le avisaremos de que un certificado está a punto de terminar y los visitantes de su sitio podrían encontrarse con una advertencia.',
    'unsubscribe.button': 'Confirmar la baja',
    'unsubscribed.headline': 'Hecho: la baja ya vale',
    'unsubscribed.lead': 'Desde ahora no le enviaremos: {what}.',
    'unsubscribed.stays': 'Siguen llegando: {what}.',
    'unsubscribed.nothing': 'No le enviaremos más avisos a esta dirección.',
    'unsubscribed.tick': 'Sí, quiero volver a recibirlos',
    'unsubscribed.button': 'Deshacer la baja',
    'purpose.offer': 'ofertas',
    'purpose.reminder': 'recordatorios de renovación',
    'purpose.safety': 'avisos de seguridad',

    'choice.missing': 'Elija una de las opciones para continuar.',
    'orders.missing': 'Elija al menos un pedido para continuar.',
    'tick.missing': 'Marque la casilla para continuar.',

    'dead.title': 'Enlace no válido',
    'dead.headline': 'Este enlace no nos dice de qué pedido se trata',
    'dead.lead': 'Puede que se haya cortado al copiarlo o que ya no esté en uso.',
    'dead.1': 'Vuelva al mensaje y pulse el botón, o copie la dirección entera.',
    'dead.2': 'Si tiene un mensaje más reciente, use el enlace de ese.',
    'dead.3': 'Si no funciona, responda al mensaje: llega a una persona.',
    'error.title': 'Ahora no ha sido posible',
    'error.headline': 'Ahora no hemos podido hacerlo',
    'error.lead':
      'No es cosa suya. No se ha cambiado nada; inténtelo de nuevo dentro de unos minutos con el mismo enlace.',

    'help.title': '¿Prefiere hablar con nosotros?',
  };
}

/** Spain. */
export const esES = spanish({
  expires: 'caduca',
  expired: 'caducó',
  end: 'Caduca',
  hello: 'Buenos días',
  free: 'sin coste',
});

/** Latin America. */
export const es419 = spanish({
  expires: 'vence',
  expired: 'venció',
  end: 'Vence',
  hello: 'Buenos días',
  free: 'sin costo',
});
