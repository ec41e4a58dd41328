import type { HowToTexts } from '../how-to-text.ts';

export const es: HowToTexts = {
  'no-message': {
    answer:
      'De cada aviso que no sale, Vigente guarda el día y el motivo. Los dos están en el pedido; no hace falta ningún informe ni suponer nada.',
    steps: [
      'Pulse <key>/</key> en cualquier página y escriba lo que le diga el cliente: número de pedido, dominio, empresa o dirección. Abra el pedido. Si no tiene ninguno de esos datos, empiece por <orders>todos los pedidos</orders>.',
      'Mire <ui>expiring.view.timeline</ui>: cada marca es un aviso del calendario, decidido, no enviado o aún previsto. Pase el ratón por una marca, o abra <ui>expiring.view.as-list</ui>, y lea su día y su motivo.',
      'Si algún mensaje salió, está en <ui>expiring.view.messages</ui> con lo que fue de él. «Entregado» quiere decir que lo aceptó el servidor de correo; si alguien lo leyó, no se sabe.',
      'Lo que aún está por venir está en el plan: <held>lo que está en espera</held> y <silent>lo que no se envía</silent>, cada cosa con su motivo. Añada el cliente como filtro.',
      'Si nadie recibe nada, vea <sending>si el envío está activado</sending> y si alguna tanda espera una decisión.',
    ],
    worked:
      'Puede decirlo en una frase: qué aviso era, de qué día y qué lo detuvo. Envíe la dirección del pedido a un compañero y leerá lo mismo.',
    otherwise: [
      {
        when: 'El motivo dice que no hay nadie a quien escribir, o que la dirección devuelve los mensajes.',
        do: 'Falta un contacto o no es correcto; <contact>estos clientes no tienen ninguno que funcione</contact>. Cómo se arregla está en la guía de <wrong-contact>direcciones incorrectas</wrong-contact>.',
      },
      {
        when: 'Parece renovado y falta que alguien lo confirme.',
        do: 'Responda en <perhaps>Quizá renovados</perhaps>. Mientras tanto los primeros avisos esperan; los últimos antes del fin salen de todos modos.',
      },
      {
        when: 'Fuera del horario, día no laborable, festivo, ya se escribió hace pocos días, ya hay bastantes hoy.',
        do: 'Nada. Sale solo en cuanto puede. La espera por horario o por día acaba antes de que el aviso llegue tarde, y los más urgentes no esperan la distancia con el anterior.',
      },
      {
        when: 'Los avisos están desactivados, o la dirección se opuso.',
        do: 'El interruptor del pedido o del cliente lo puede mover usted. Lo que pidió el cliente es suyo: solo él lo cambia, en la página del enlace de sus mensajes.',
      },
      {
        when: 'No hay ninguna marca.',
        do: 'El pedido aún no tiene fecha de fin, o había terminado mucho antes de entrar. Mire sus fechas; si alguna es incorrecta, la corrige la siguiente importación.',
      },
    ],
  },
  'says-renewed': {
    answer:
      'Créale y anótelo: los avisos de ese pedido se detienen en ese momento. Si el pedido nuevo ya está aquí, diga que sigue al anterior.',
    steps: [
      'Busque el pedido con <key>/</key> y ábralo. Pregunte qué nombre y qué servidor ha renovado: un cliente suele tener varios certificados para el mismo nombre.',
      'Vea si en <perhaps>Quizá renovados</perhaps> aparece junto a un pedido más nuevo. Si es así, compare nombres y servidores y pulse <ui>perhaps-renewed.confirm</ui>.',
      'Si no aparece y ha renovado con ustedes, pulse <ui>expiring.ask.renew</ui> en la vista rápida, después <ui>expiring.request.see</ui>, y cierre la solicitud como <ui>requests.close.renewed</ui> con el número del pedido nuevo. El pedido puede llegar más tarde con una importación.',
      'Si ha renovado con otra empresa, pulse <ui>expiring.ask.renewed-elsewhere</ui>; si lo deja caducar, <ui>expiring.ask.declined</ui>. Escriba quién lo dijo y por qué, y pulse <ui>expiring.ask.confirm</ui>.',
    ],
    worked:
      'El pedido muestra qué se dijo, quién y cuándo; en <ui>expiring.view.timeline</ui> ya no queda nada previsto; un mensaje ofrece deshacerlo.',
    otherwise: [
      {
        when: 'Un mensaje salió justo antes de anotarlo.',
        do: 'No se puede recuperar; dígalo. El siguiente ya no llega: justo antes de que salga cada mensaje, Vigente vuelve a mirar.',
      },
      {
        when: 'En el pedido nuevo solo están algunos nombres, o menos servidores.',
        do: '<perhaps>Quizá renovados</perhaps> enumera lo que quedaría fuera. Confirme solo si es lo que se quiere; si no, deje los avisos activados para que nadie olvide el resto.',
      },
      {
        when: 'Lo anotó en otro pedido.',
        do: 'Pulse en él <ui>expiring.request.withdraw</ui>: sus avisos siguen el calendario. Los deseos abiertos están en <requests>Solicitudes</requests>.',
      },
      {
        when: 'Le siguen llegando correos.',
        do: 'Puede ser otro pedido suyo, o el correo de otra empresa. Busque el dominio en <expiring>lo que caduca</expiring> y pídale el remitente y el número de pedido que dice el correo.',
      },
    ],
  },
  'what-was-sent': {
    answer:
      'Cada mensaje se guarda como lo vio quien lo recibió, con la hora, la dirección, los pedidos y lo que respondió el servidor de correo. Lo encuentra por lo que el cliente recuerde.',
    steps: [
      'Abra <march>los mensajes del último marzo</march>. Para otros días, cámbielos en los filtros.',
      'Escriba en el buscador una dirección, una persona, una empresa, un número de pedido o un nombre de servidor. Desde <customers>la página de un cliente</customers>, la lista de mensajes lleva al mismo sitio.',
      'Abra el mensaje. Lo ve como lo vio quien lo recibió, en ancho de escritorio o de teléfono; <ui>messages.text</ui> sirve para leerlo en voz alta.',
      'Lea <ui>messages.deliveries</ui>: un mensaje puede hablar de varios pedidos, y dice cuáles no se incluyeron y por qué. En <ui>messages.events</ui> están las horas y las respuestas del servidor de correo.',
      'Si necesita una prueba, dele <ui>messages.source</ui>: el mensaje byte por byte, con su Message-ID.',
    ],
    worked: 'Puede decir el día, la dirección y el asunto, y leer en voz alta lo que decía de su pedido.',
    otherwise: [
      {
        when: 'En esos días no hay nada.',
        do: 'Entonces no salió nada. Mire el motivo en el pedido: la guía sobre <no-message>avisos que faltan</no-message> sigue desde ahí.',
      },
      {
        when: 'El mensaje dice que se ha vuelto a componer.',
        do: 'La plantilla o la marca han cambiado desde entonces. Los datos son los de aquel día; el aspecto puede no serlo.',
      },
      {
        when: 'Ya no están el asunto ni el texto.',
        do: 'Su empresa los guarda solo durante un tiempo. A quién, cuándo, de qué pedidos y qué dijo el servidor queda para siempre.',
      },
      {
        when: 'Lo quiere otra vez, o lo quiere un compañero suyo.',
        do: 'Abra el <messages>mensaje</messages> y pulse <ui>messages.resend</ui>, al mismo contacto o a otro de ese cliente. Se compone de nuevo con lo que vale hoy y no dice nada que ya no sea cierto; lo que alguien no quiere recibir se sigue respetando.',
      },
    ],
  },
  'renewal-wish': {
    answer:
      'El deseo llega desde el mensaje del cliente o de una nota suya. Detiene los avisos al momento, así que alguien tiene que tramitarlo: encárguese, ponga un día, ciérrelo.',
    steps: [
      'Abra <requests>las solicitudes abiertas</requests>. Las que están <unowned>sin responsable</unowned> esperan a alguien; las <overdue>atrasadas</overdue> y las <today>de hoy</today> van primero.',
      'Elija una y pulse <ui>requests.take</ui> (<key>t</key> en la lista). Así todos ven que es suya.',
      'Lea lo que se dijo: unos quieren lo mismo, otros quieren hablar antes. Al lado están los nombres, los servidores, el producto y el fin del pedido.',
      'Pida la renovación en la autoridad o en su facturación. Vigente no pide nada. Si va a tardar, ponga <ui>requests.next</ui> y una nota: la solicitud vuelve a usted ese día.',
      'Ciérrela: <ui>requests.close.renewed</ui> con el número del pedido nuevo, <ui>requests.close.renewed-elsewhere</ui>, o <ui>requests.close.declined</ui> con el motivo.',
    ],
    worked:
      'Ya no está entre las abiertas, su historia dice quién hizo qué, y el pedido nuevo queda enlazado con el anterior en cuanto los dos estén en la cartera. Una importación que traiga el pedido nuevo cierra la solicitud por sí sola.',
    otherwise: [
      {
        when: 'Lo pide por teléfono.',
        do: 'Busque el pedido con <key>/</key> y pulse <ui>expiring.ask.renew</ui>. Es la misma solicitud, con el nombre de usted.',
      },
      {
        when: 'Ha cambiado de idea.',
        do: '<ui>requests.withdraw</ui>, o <ui>requests.reopen</ui> si estaba cerrada: los avisos siguen, salvo que los mantenga detenidos.',
      },
      {
        when: 'El fin se acerca y la solicitud sigue abierta.',
        do: 'Ya nadie se lo recuerda al cliente: depende de usted. <expiring>Lo que caduca con una solicitud abierta</expiring> dice cuántos días quedan.',
      },
    ],
  },
  'wrong-contact': {
    answer:
      'Corrija a la persona en la página del cliente. Todos los pedidos que nombran a ese contacto le siguen, y el próximo aviso va ya a la dirección nueva.',
    steps: [
      'Busque el cliente con <key>/</key>, o abra <customers>la lista</customers>. Aquellos a quienes nada puede llegar están <contact>aquí</contact>.',
      'Si la misma persona tiene otra dirección, o alguien la sustituye en todo, pulse <ui>customers.contact.change</ui> junto al contacto y escriba nombre, dirección, idioma y zona horaria.',
      'Si el cliente no tiene ningún contacto, pulse <ui>customers.contact.add</ui>: el primero pasa a ser el principal y recibe los avisos. Otro más se puede elegir al enviar un mensaje otra vez; los avisos van por sí solos a quienes nombran los pedidos.',
      'Mire qué no quiere recibir la dirección: avisos de seguridad, recordatorios, ofertas. Cámbielo solo si se lo ha dicho el cliente; queda anotado quién lo dijo y cuándo.',
      'Deje una nota a sus compañeros: quién llamó, quién se encarga ahora.',
    ],
    worked:
      'La página muestra el contacto sin advertencias, y la vista rápida del pedido lo nombra en <ui>expiring.view.contacts</ui>.',
    otherwise: [
      {
        when: 'La dirección antigua se había opuesto a algo.',
        do: 'Eso se queda con la dirección antigua y no pasa a la nueva. Y si la antigua vuelve, lo que dijo sigue valiendo.',
      },
      {
        when: 'En un mensaje pulsaron que no es suyo.',
        do: 'Esa dirección no recibe más de este pedido; lo recibe el siguiente contacto. Solo falta preguntar quién se encarga y anotarlo.',
      },
      {
        when: 'Una importación trae otra vez la dirección antigua.',
        do: 'Vale el dato más nuevo: un archivo más antiguo no pisa lo que usted escribió. Si la dirección incorrecta sigue llegando, hay que corregirla donde nace el archivo.',
      },
      {
        when: 'La dirección es correcta y el correo vuelve.',
        do: 'Mire <bounced>lo devuelto</bounced> y lea lo que dice el servidor de correo; un buzón lleno se arregla por teléfono.',
      },
    ],
  },
  'failed-doubtful': {
    answer:
      'Son los pocos que necesitan a una persona. La página dice qué pasó y ofrece lo que tiene sentido; cuando alguien se ha ocupado de uno, deja la lista.',
    steps: [
      'Abra <attention>lo que no llegó y nadie ha atendido</attention>. También está en el panel, en <ui>dashboard.mend</ui>.',
      '<failed>Fallido</failed>: el servidor lo rechazó, o falta algún dato del pedido. Lea <ui>messages.events</ui>; ahí están las palabras del servidor y lo que significan. Corrija la causa y pulse <ui>messages.try-again</ui>.',
      '<bounced>Devuelto</bounced>: el buzón no existe o no acepta correo. Pida una dirección correcta, póngala en la página del cliente y pulse <ui>messages.resend</ui> a ese contacto.',
      '<uncertain>Dudoso</uncertain>: la conexión se cortó en el último momento, así que quizá llegó. Pregunte al cliente o busque su Message-ID en su servidor de correo. Solo si no llegó, pulse <ui>messages.repeat</ui>: con el mismo Message-ID, para que quien ya lo tenga vea uno solo.',
      'Si nada de eso ayuda, llame, y pulse <ui>messages.see</ui>.',
    ],
    worked: 'La lista está vacía, y cada mensaje dice quién se ocupó de él.',
    otherwise: [
      {
        when: 'Muchos fallaron a la vez con las mismas palabras.',
        do: 'Es el servidor de correo o los registros de su dominio, no los clientes. Avise a administración y vea la guía de <mail-records>SPF, DKIM y DMARC</mail-records>.',
      },
      {
        when: 'Un aviso de seguridad dudoso salió por segunda vez por sí solo.',
        do: 'Así está puesto: lo que advierte de un fin se repite una vez, idéntico; los recordatorios no.',
      },
      {
        when: 'Faltan pocos días para el fin.',
        do: 'No espere al próximo correo. Llame, y anote en el pedido lo que se dijo.',
      },
    ],
  },
  'import-undo': {
    answer:
      'No se escribe nada hasta que ha visto qué cambiaría; después entra todo a la vez. Si era otro archivo, basta pulsar una vez para recuperar lo que nadie haya cambiado después.',
    steps: [
      'Abra <new>Importar un archivo</new> y suelte un CSV o XLSX tal como lo exporta su autoridad o su facturación, con los encabezados que tenga.',
      'Lea lo que haría: qué es nuevo, qué cambiaría campo por campo, qué se rechaza y por qué. Desconfíe de los números grandes: un archivo que cambia todos los pedidos suele estar mal leído.',
      'Compruebe <ui>imports.readings</ui> y, si hace falta, abra <ui>imports.how-read</ui>: columnas, orden de día y mes, moneda, hoja. Después, <ui>imports.read-again</ui>.',
      'Pulse <ui>imports.apply</ui>. Entra todo, o nada.',
      'Con <ui>imports.refused.download</ui> obtiene un archivo: corrija lo que dice la última columna e impórtelo tal cual.',
      '¿Era otro archivo? Ábralo en <imports>Importaciones</imports>, pulse <ui>imports.undo</ui>, lea qué se irá, qué volverá y qué se queda, y pulse <ui>imports.undo.now</ui>.',
    ],
    worked:
      'La página de la importación dice cuántos se añadieron y cambiaron, o que se deshizo. <changes>Lo que ha cambiado en el plan</changes> nombra la importación como causa.',
    otherwise: [
      {
        when: 'Ya están saliendo mensajes por su causa.',
        do: 'Detenga antes el envío: la guía <stop-everything>«Detenerlo todo ahora mismo»</stop-everything> lleva un minuto. Lo que ha salido no se puede recuperar.',
      },
      {
        when: 'Después de deshacer, algo se queda.',
        do: 'Alguien lo cambió después, o lo confirmó un archivo posterior; la página lo enumera. Un pedido del que ya se escribió queda oculto, no borrado, y no se avisa más de él.',
      },
      {
        when: 'Hoy no puede decidirlo.',
        do: 'Déjelo. El archivo espera siete días en <imports>Importaciones</imports>, para todo compañero que pueda importar, y después se retira.',
      },
      {
        when: 'No deja deshacerla.',
        do: 'Lo que cambió una importación se guarda el tiempo que digan sus ajustes. Después solo se corrige con otro archivo.',
      },
    ],
  },
  'held-run': {
    answer:
      'Una tanda espera si es mucho mayor de lo habitual, o si su empresa aprueba cada día. Mientras espera no se pierde nada: mire por qué y dele salida o descártela.',
    steps: [
      'Abra <sending>Envío</sending>. La tanda dice cuántos mensajes tiene, cuántos son habituales y de qué etapas son.',
      'Pregúntese qué es nuevo desde ayer: <changes>los cambios del plan, por causa</changes>. Suele ser una importación, o un ajuste.',
      'Lea algunos de los mensajes. Mire los primeros destinatarios y a un cliente que conozca.',
      'Si está bien, dele salida. Si hay que aprobar los días, abra el día en <plan>el plan</plan>, escriba una nota si quiere, y apruébelo; sale también algo más de lo aprobado, y lo que pase de ahí vuelve a esperar.',
      'Si está mal, pulse <ui>sending.discard</ui> y diga por qué. Después elija: decidir de nuevo (corregida la causa, por ejemplo la importación), o pasar por alto esas etapas.',
    ],
    worked:
      'La tanda muestra por dónde va, el día queda marcado como aprobado, y al lado están el nombre y la nota de usted.',
    otherwise: [
      {
        when: 'El problema es un solo cliente.',
        do: 'Dé salida a la tanda y abra en el plan lo previsto para ese cliente: en <ui>plan.do</ui> lo pone en espera, lo omite o lo adelanta, solo ese aviso o todo lo del cliente, con una nota. <held>Lo que está en espera</held> lo enumera.',
      },
      {
        when: 'Dice que los últimos avisos antes de un fin no saldrían a tiempo.',
        do: 'Si los detiene, alguien llegaría a un corte sin haber oído nada. Siga adelante solo si va a llamar.',
      },
      {
        when: 'Espera la primera tanda después de activar el envío.',
        do: 'Es así a propósito: aún no hay nada habitual. Mírela y dele salida.',
      },
    ],
  },
  'stop-everything': {
    answer:
      'Un interruptor detiene todos los mensajes de su empresa. Lo que se está entregando en ese segundo llega; todo lo demás se queda donde está y no se pierde nada.',
    steps: [
      'Abra <sending>Envío</sending> y pulse <ui>sending.off</ui>. No hay ninguna pregunta por medio.',
      'Mire <waiting>lo que esperaba salir</waiting> y los últimos mensajes que salieron, para saber a quién llamar.',
      'Corrija la causa: deshaga <imports>la importación equivocada</imports>, traiga el calendario anterior, corrija el texto o el remitente.',
      'Descarte la tanda equivocada y haga que se decida de nuevo: los mensajes correctos se vuelven a hacer solos.',
      'Active otra vez el envío. Antes de seguir, la página dice cuántos mensajes saldrían enseguida y a quién.',
    ],
    worked:
      'La página y el panel dicen que el envío está desactivado, y el número de entregados ya no sube. Quién lo desactivó y cuándo está en el registro de auditoría.',
    otherwise: [
      {
        when: 'Solo está mal una tanda.',
        do: '<ui>sending.stop</ui> en esa tanda: lo que le quedaba espera y las demás siguen. Después la reanuda o la descarta.',
      },
      {
        when: 'Solo un cliente o un pedido no debe recibir nada.',
        do: 'Mueva su interruptor: el del pedido, en su vista rápida; el del cliente, en <customers>su página</customers>. Se puede deshacer.',
      },
      {
        when: 'Usted no puede desactivarlo.',
        do: 'Llame enseguida a un responsable de renovaciones o a administración. En la propia máquina, <code>vigente sending off</code> hace lo mismo.',
      },
      {
        when: 'Queda desactivado varios días.',
        do: 'Los avisos perdidos no salen uno tras otro: al activarlo, de cada pedido sale solo la etapa abierta más urgente, y lo que esperaba se vuelve a mirar antes de salir.',
      },
    ],
  },
  'change-calendar': {
    answer:
      'Cambie lo que quiera: nada vale hasta que guarda, y antes de guardar ve cómo serían los próximos 30 días. Una versión anterior vuelve con dos pulsaciones.',
    steps: [
      'Abra <calendars>Calendario de avisos</calendars> y elija si habla de pedidos (renovar) o de certificados (reemitir).',
      'Arrastre una etapa a otro día, ábrala para cambiar el mensaje, la finalidad o a quién se avisa también, o añada una. Un calendario propio para algunos productos, países o clientes va por delante del general.',
      'Mire <ui>settings.effect</ui>: cuántos avisos hay ahora y cuántos habría, cuántos clientes recibirían más o menos, y los primeros pedidos que cambian.',
      'Mire <ui>settings.falls</ui>: en los certificados cortos las etapas se juntan y algunas desaparecen. Lea las observaciones, si las hay.',
      'Escriba por qué y pulse <ui>settings.save</ui>.',
      'Mañana, mire <changes>qué ha cambiado en el plan</changes>; ahí está el ajuste como causa.',
    ],
    worked:
      'Se dice qué versión está en vigor, y esa versión es la primera de <ui>settings.versions</ui>, con su nombre y su motivo.',
    otherwise: [
      {
        when: 'Fue un error.',
        do: 'En <ui>settings.versions</ui>, compare la anterior, pulse <ui>settings.version.bring</ui> y guarde. Volver es una versión nueva: no se borra nada.',
      },
      {
        when: 'Un compañero guardó mientras tanto.',
        do: 'Los dos cambios se ponen uno junto a otro y se reúnen; donde los dos tocaron la misma etapa, elige usted. No se pisa el trabajo de nadie.',
      },
      {
        when: 'Teme que los clientes reciban lo mismo dos veces, o todos a la vez.',
        do: 'Una etapa que se mueve recuerda a quién ha avisado. Quien ya ha pasado el día nuevo lo recibe en el antiguo, o no lo recibe.',
      },
      {
        when: 'Lo que quiere cambiar son las horas, los festivos o cuántos mensajes hay.',
        do: 'Eso está en <rules>Reglas de envío</rules>, que muestra su efecto de la misma manera.',
      },
    ],
  },
  'mail-records': {
    answer:
      'Tres registros en el DNS de su dominio hacen que quien recibe crea que un mensaje es suyo. Vigente los consulta, dice qué falta y da el texto exacto que hay que poner.',
    steps: [
      'Abra <mail>Correo</mail> e indique el remitente: un nombre que los clientes conozcan y una dirección de un dominio suyo.',
      'Indique su servidor de correo y deje que se compruebe la conexión. La contraseña se guarda sellada y no se vuelve a mostrar.',
      'Pulse <ui>mail.key.make</ui>. Crea la clave de DKIM; los mensajes se firman con ella en cuanto se ha visto su registro en el DNS.',
      'Recorra <ui>mail.records</ui>: SPF dice qué servidores pueden enviar en nombre del dominio, DKIM demuestra que nadie ha cambiado el mensaje, DMARC dice qué hace quien recibe con el correo que no es suyo. Copie nombre y valor y déselos a quien administra el DNS.',
      'Espere a que estén (minutos, a veces un día) y pulse <ui>mail.records.again</ui>.',
      'Envíese un mensaje de prueba y mire a qué carpeta llega.',
    ],
    worked:
      'SPF, DKIM, DMARC y el camino de las respuestas dicen <ui>mail.record.state.good</ui>, y el mensaje de prueba está en la bandeja de entrada.',
    otherwise: [
      {
        when: 'Ya hay un registro SPF.',
        do: 'Solo puede haber uno. Añada al que hay lo que muestra Vigente; dos cuentan como ninguno.',
      },
      {
        when: 'Nadie ha puesto nunca DMARC.',
        do: 'Empiece por el que solo pide informes (<code>p=none</code>). Cuando los informes ya no muestren nada ajeno, sea más estricto.',
      },
      {
        when: 'La prueba acaba en el correo no deseado aunque todo esté bien.',
        do: 'Un remitente nuevo aún no tiene reputación. Empiece con pocos mensajes, use un nombre que los clientes conozcan y revise <brand>el logotipo y el texto legal</brand>.',
      },
      {
        when: 'Su servidor de correo firma por sí mismo.',
        do: 'Entonces no cree la clave. Basta una firma que valga.',
      },
    ],
  },
  'shorter-lives': {
    answer:
      'Los pedidos se siguen vendiendo por años; los certificados que contienen viven menos. Un certificado emitido desde el 15 de marzo de 2027 podrá valer 100 días como máximo, y desde el 15 de marzo de 2029, 47. Hoy son 200. Cuenta el día de emisión.',
    steps: [
      'Distinga los dos: si termina el pedido, el cliente renueva y paga; si solo termina su certificado, se reemite, lo que no cuesta nada mientras los nombres sean los mismos. <certificates>Estos certificados terminan pronto</certificates>.',
      'Vea con qué frecuencia tendrán noticias sus clientes: <reissues>las reemisiones de los próximos días</reissues>. Un año tenía un certificado; con 100 días tiene cuatro, con 47 unos ocho.',
      'Compruebe en <calendars>el calendario de avisos</calendars> cuándo se abre cada etapa con 200, 100 y 47 días. Las etapas se acercan solas, para que nadie reciba recordatorios desde el primer día.',
      'Asegúrese de que se llega a quien instala, y no solo a quien paga: primero, <contact>los clientes sin contacto válido</contact>.',
      'Busque <gaps>los nombres sin continuación</gaps> en los próximos seis meses y hable con esos clientes de automatizar antes de marzo.',
      'Diga qué se conserva: si al renovar antes se pierden días depende de la autoridad. Confírmelo en <promises>Días conservados</promises> solo con su palabra delante; sin ella ningún mensaje promete nada.',
    ],
    worked:
      'Con el cliente se habla de quién instala y cómo, no de precios. En su cartera no hay ningún certificado sin alguien que se entere.',
    otherwise: [
      {
        when: '«He comprado un año, ¿por qué mi certificado termina en primavera?»',
        do: 'El pedido dura un año. El certificado que contiene ya no puede vivir tanto; el siguiente es parte de lo que se pagó.',
      },
      {
        when: '«¿Entonces la autoridad comprueba nuestro dominio cada vez?»',
        do: 'Más a menudo que antes: la comprobación de un dominio se puede volver a usar hoy durante 200 días, desde el 15 de marzo de 2027 durante 100 y desde el 15 de marzo de 2029 durante 10. En OV y EV, los datos de la empresa valen 398 días.',
      },
      {
        when: '«Termina un día antes.»',
        do: 'Las autoridades se quedan un día por debajo del máximo, porque la regla cuenta hasta el segundo: 199, 99 y 46 días.',
      },
      {
        when: 'Alguien espera hasta 2029.',
        do: 'Cincuenta servidores a 47 días son unos ocho cambios por semana. A mano no se sostiene; quien automatiza con 200 días ya no nota el resto.',
      },
    ],
  },
};
