import type { Messages } from '../catalogue.ts';

export const playbook: Messages = {
  'playbook.title': 'Cómo se hace',
  'playbook.line': 'El trabajo de cada día, paso a paso y con el camino a cada página.',
  'playbook.find': 'Una palabra de su pregunta',
  'playbook.filter.role': 'Para quién',
  'playbook.says.role': 'para {role}',
  'playbook.found':
    '{count, plural, =0 {Ninguna guía encontrada} one {# guía encontrada} other {# guías encontradas}}',
  'playbook.topic.customers': 'Preguntas de clientes',
  'playbook.topic.inventory': 'La cartera',
  'playbook.topic.sending': 'El envío',
  'playbook.topic.ahead': 'Lo que viene',
  'playbook.minutes': '{minutes, plural, one {# minuto} other {# minutos}}',
  'playbook.for': 'Para:',
  'playbook.everybody': 'Todos los perfiles',
  'playbook.back': 'Todas las guías',
  'playbook.whole': 'Abrirla como página, para imprimirla o enviarla',
  'playbook.print': 'Imprimir',
  'playbook.steps': 'Pasos',
  'playbook.worked': 'Si ha salido bien',
  'playbook.otherwise': 'Si no es así',
  'playbook.related': 'Tiene que ver',
  'playbook.not-for-you':
    'Parte de esto pide un perfil que usted no tiene. Lea qué hay que hacer y pídaselo a un compañero que lo tenga.',
  'playbook.how-to.no-message': '¿Por qué este cliente no recibió ningún aviso?',
  'playbook.find.no-message':
    'sin aviso, silencio, no llegó el correo, motivo, no se envía, en espera, no le escriben, no avisado',
  'playbook.ask.no-message': '¿Por qué no se avisó?',
  'playbook.how-to.says-renewed': 'Un cliente dice que ya ha renovado',
  'playbook.find.says-renewed':
    'renovado en otro sitio, otro proveedor, siguen llegando avisos, insisten, detener los avisos de un pedido, quizá renovado, no renueva',
  'playbook.ask.says-renewed': '¿Y si ya ha renovado?',
  'playbook.how-to.what-was-sent': '«¿Qué me enviaron en marzo?»',
  'playbook.find.what-was-sent':
    'historial, prueba, copia de un mensaje, qué se dijo, qué correo, mes, fecha, reclamación, descargar eml, reenviar, enviar otra vez',
  'playbook.ask.what-was-sent': '¿Cómo encuentro un mensaje antiguo?',
  'playbook.how-to.renewal-wish': 'Un cliente quiere renovar: del deseo al pedido nuevo',
  'playbook.find.renewal-wish':
    'solicitud, renovar, cerrar una solicitud, próxima fecha, atrasada, encargarse, llamar, no renueva, presupuesto, venta',
  'playbook.ask.renewal-wish': '¿Cómo se lleva una solicitud hasta el final?',
  'playbook.how-to.wrong-contact': 'La dirección no es correcta, o ahora se encarga otra persona',
  'playbook.find.wrong-contact':
    'contacto, persona nueva, dejó la empresa, cambiar el correo, nadie a quien escribir, no es nuestro, devuelto, oposición, consentimiento, baja',
  'playbook.ask.wrong-contact': '¿Se encarga otra persona?',
  'playbook.how-to.failed-doubtful': 'Un mensaje ha fallado, ha sido devuelto o es dudoso',
  'playbook.find.failed-doubtful':
    'rechazado, servidor de correo, error, reintentar, reenviar, repetir, rebote, no llegó, se cortó la conexión, requiere atención',
  'playbook.ask.failed-doubtful': '¿Qué se hace con estos?',
  'playbook.how-to.import-undo': 'Traer un archivo nuevo, y deshacer uno equivocado',
  'playbook.find.import-undo':
    'importar, importación, cartera, CSV, XLSX, Excel, columnas, líneas rechazadas, fechas, día y mes, deshacer, archivo equivocado',
  'playbook.ask.import-undo': '¿Cómo se trae un archivo, o se retira?',
  'playbook.how-to.held-run': 'Una tanda me espera, o hay que aprobar un día',
  'playbook.find.held-run':
    'en espera, muchos más de lo habitual, aprobación, aprobar, dar salida, descartar, poner un cliente en espera, omitir un aviso, adelantar',
  'playbook.ask.held-run': '¿Qué miro antes de darle salida?',
  'playbook.how-to.stop-everything': 'Detenerlo todo ahora mismo',
  'playbook.find.stop-everything':
    'emergencia, desactivar, pausar, salen mensajes equivocados, parar, alto, detener el envío',
  'playbook.ask.stop-everything': '¿Cómo lo detengo todo?',
  'playbook.how-to.change-calendar': 'Cambiar el calendario de avisos sin sobresaltos',
  'playbook.find.change-calendar':
    'etapa, días antes, más avisos, menos avisos, avisar también a, efecto, versión, volver atrás, cadencia',
  'playbook.ask.change-calendar': '¿Cómo se cambia sin sobresaltos?',
  'playbook.how-to.mail-records': 'SPF, DKIM y DMARC: que los avisos lleguen',
  'playbook.find.mail-records':
    'DNS, correo no deseado, spam, registros, dominio, servidor de correo, firma, clave, mensaje de prueba',
  'playbook.ask.mail-records': '¿Para qué sirven estos registros?',
  'playbook.how-to.shorter-lives': 'Certificados de 100 y de 47 días: qué cambia y qué hacer antes',
  'playbook.find.shorter-lives':
    'validez, 200 días, 2027, 2029, certificados más cortos, reemisión, duración, automatizar, validación del dominio, qué cambia',
  'playbook.ask.shorter-lives': '¿Qué cambia con 100 y 47 días?',
};
