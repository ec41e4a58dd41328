/** One sentence and, where there is one, what the reader can do. No capital and no full stop; ICU, `{name}` stands for a value. */
interface Words {
  readonly text: string;
  readonly hint?: string;
}

/**
 * Every fault that people meet, in Spanish. The place that throws it says it in English, with the same values as
 * parameters; a code that has no words here is no code.
 */
export const spanishFaults = {
  // The machine and the database.
  'database-silent': {
    text: 'la base de datos no responde',
    hint: 'compruebe DATABASE_URL, y que el servidor está en marcha y admite a este equipo',
  },
  'database-too-old': {
    text: 'el servidor de base de datos es PostgreSQL {version}; Vigente necesita el 15 o posterior',
  },
  'database-too-new': {
    text: 'la base de datos tiene el esquema {newest} y esta versión de Vigente conoce hasta el {known}',
    hint: 'ponga en marcha la versión más nueva de Vigente a la que pertenece esta base de datos',
  },
  'data-folder': { text: 'no se puede usar {folder} como carpeta de datos: {why}' },
  secret: {
    text: 'no se puede guardar un secreto en {path}: {why}',
    hint: 'permita que este usuario escriba ahí o defina VIGENTE_SECRET',
  },
  'ports-taken': {
    text: 'no hay ningún puerto libre en {host} de {first} a {last}',
    hint: 'defina PORT con un puerto libre o termine el programa que lo usa',
  },
  'cannot-listen': {
    text: 'no se puede escuchar en {where}: {why}',
    hint: 'defina HOST con una dirección de este equipo y PORT con un puerto que este usuario pueda usar',
  },

  // Partners and messages.
  'resend-refused': { text: 'este mensaje no se reenvía: {why}' },
  'resend-contact': { text: 'ese contacto no es de este cliente' },
  'resend-holder': { text: 'es el titular detrás de una agencia y nunca se le escribe' },
  'resend-nothing': { text: 'ya no queda nada de lo que decía este mensaje' },
  'try-bouncing': { text: 'esta dirección devuelve los mensajes; corrija el contacto y reenvíe' },
  'repeat-without-bytes': { text: 'no se conservó el original; reenvíelo como mensaje nuevo' },
  'message-moved-on': { text: 'el mensaje ya ha cambiado de estado; mire cómo está ahora' },
  'mail-password': {
    text: 'falta la contraseña de este usuario en este servidor',
    hint: 'una contraseña guardada solo se usa con el servidor y el usuario para los que se escribió',
  },
  'mail-sealed': {
    text: 'la contraseña del correo se guardó con otro VIGENTE_SECRET y ya no se puede leer',
    hint: 'escriba otra vez la contraseña del servidor de correo',
  },
  'dkim-sealed': {
    text: 'la clave de firma se guardó con otro VIGENTE_SECRET y ya no se puede leer',
    hint: 'cree una clave nueva y publique su registro',
  },
  'no-mail-server': {
    text: 'el distribuidor no tiene un servidor de correo propio con el que hablar',
    hint: 'indique uno, o deje el de la instalación',
  },
  logo: { text: 'el logotipo no sirve: {why}' },
  'step-not-by-word': {
    text: 'el paso «{step}» está hecho cuando se ajusta: nadie puede confirmarlo en su lugar',
  },
  'no-partner': {
    text: 'no existe el distribuidor «{slug}»',
    hint: '«vigente partner list» los muestra; «vigente partner set» lo crea',
  },
  'bad-slug': {
    text: '«{slug}» no puede ser el nombre de un distribuidor: se esperan de 1 a 63 minúsculas sin acentos, cifras y guiones, y no empieza por guion',
    hint: 'un archivo de ajustes se indica con --settings ARCHIVO.json',
  },
  'no-message': { text: 'no existe el mensaje {id}' },
  'no-preview': { text: 'no existe la vista previa p{id}; quizá otra más nueva la ha sustituido' },
  'content-removed': {
    text: 'lo que decía el mensaje {id} se borró el {day}: ya no se conserva',
    hint: 'a quién llegó, cuándo y de qué trataba sigue en la lista de mensajes',
  },
  'import-changes-removed': {
    text: 'esta importación ya no se puede deshacer: lo que cambió se borró el {day}',
    hint: 'cuánto se conserva se decide en Ajustes, Conservación',
  },
  'message-without-orders': { text: 'aquello de lo que hablaba este mensaje se ha retirado de la cartera' },

  // Requests.
  request: { text: '{field}: {what}' },
  'version-needed': {
    text: 'falta If-Match: hay que decir qué versión se cambia',
    hint: 'lea el dato otra vez y envíe el ETag que traiga',
  },
  'password-too-short': { text: 'la contraseña necesita al menos {least, number} caracteres' },
  'password-too-long': { text: 'la contraseña puede tener como máximo {most, number} caracteres' },
  'password-too-simple': {
    text: 'la contraseña es demasiado fácil de adivinar',
    hint: 'junte varias palabras que no vayan juntas',
  },
  'password-own-name': { text: 'la contraseña no puede ser poco más que el propio nombre o la dirección' },
  'unknown-locale': { text: 'no existe el idioma «{locale}»; se espera uno como es-MX' },
  template: { text: 'el mensaje no se puede componer: {said}' },
  setting: { text: 'el ajuste {place} no es válido: {said}' },
  brand: { text: 'la marca no es válida en {place}: {said}' },

  // What people do.
  'key-dead': { text: 'la clave de API es errónea, ha caducado o se ha revocado' },
  'not-your-partner': { text: 'usted no pertenece a este distribuidor' },
  'not-signed-in': { text: 'nadie ha iniciado sesión', hint: 'inicie sesión o envíe una clave de API' },
  'foreign-page': {
    text: 'un cambio tiene que venir de una página de esta instalación',
    hint: 'cargue de nuevo la página y repita el cambio',
  },
  'no-address': { text: 'en esta dirección no hay nada' },
  'body-too-large': { text: 'lo enviado ocupa más de {bytes, number} bytes' },
  'stale-edit': {
    text: 'otra persona ha cambiado esto mientras tanto: {fields}',
    hint: 'mire lo que contiene ahora y repita el cambio',
  },
  'unknown-time-zone': { text: 'no existe la zona horaria «{zone}»; se espera una como Europe/Madrid' },
  'no-customer': { text: 'no existe el cliente {id}' },
  'key-without-account': {
    text: 'una clave de API no tiene cuenta propia',
    hint: 'haga esto con su sesión, en la consola',
  },
  'no-person': { text: 'no existe esa persona' },
  'no-audit-entry': { text: 'no existe esa entrada del registro de auditoría' },
  'wrong-place': {
    text: '«after» no es un lugar de esta lista en este orden',
    hint: 'empiece de nuevo sin «after»',
  },
  'bad-idempotency-key': { text: 'Idempotency-Key: se esperan hasta 200 caracteres ASCII visibles' },
  'idempotency-key-used': {
    text: 'esta Idempotency-Key ya se usó para otra petición',
    hint: 'use una clave nueva para cada petición nueva',
  },
  'shown-once': {
    text: 'esto ya se hizo; la respuesta se mostró una sola vez y no se guarda',
  },
  'still-answering': { text: 'la primera petición con esta Idempotency-Key se está contestando todavía' },
  'too-many-requests': { text: 'demasiadas peticiones en poco tiempo' },
  'partner-gone': { text: 'este distribuidor ya no existe' },
  'original-names-prices': {
    text: 'el original contiene precios, y usted no tiene acceso a ellos',
    hint: 'mire el mensaje sin importes o pida el permiso para ver precios',
  },
  'no-contact': { text: 'este cliente no tiene ningún contacto {id}' },
  'said-in-future': { text: 'la fecha está en el futuro: eso no se ha podido decir todavía' },
  'cannot-be-its-renewal': {
    text: 'el pedido {number} no puede ser la renovación de {of}: es el mismo pedido, termina antes, o se revocó, canceló o rechazó',
    hint: 'compruebe el número, o cierre la solicitud sin él',
  },
  'one-new-order-one-request': { text: 'un pedido nuevo lleva a cabo una sola solicitud: elija una' },
  'no-request': { text: 'no existe la solicitud {id}' },
  'no-domain': { text: 'ningún pedido tiene un nombre bajo {domain}' },
  'no-open-request': {
    text: 'este pedido no tiene ninguna solicitud abierta',
    hint: 'cargue el pedido de nuevo: quizá otra persona la haya cerrado',
  },
  'no-order': { text: 'no existe el pedido {id}' },
  'no-session': { text: 'esa sesión ya no existe' },
  'wrong-present-password': { text: 'la contraseña actual no es correcta' },
  'needs-permission': {
    text: 'hace falta el permiso «{permission}»',
    hint: 'pídalo a quien administra Vigente en su empresa; una clave de API necesita además ese alcance',
  },
  'wrong-account-password': { text: 'esta no es la contraseña de la cuenta que ya tiene esa dirección' },
  'invitation-over': {
    text: 'esta invitación se ha usado, se ha retirado o ha caducado',
    hint: 'pida a quien le invitó que la envíe de nuevo',
  },
  'key-without-scope': { text: 'una clave necesita al menos un alcance' },
  'no-such-scope': { text: '«{scope}» no es un alcance que una clave pueda tener' },
  'scope-not-held': { text: 'nadie puede dar lo que no tiene: {scope}' },
  'no-key': { text: 'no existe ninguna clave así que funcione' },
  'person-belongs': { text: 'esta persona ya pertenece a la empresa' },
  'person-invited': { text: 'esta persona ya está invitada', hint: 'vuelva a enviar la invitación' },
  'no-invitation': { text: 'no existe ninguna invitación pendiente así' },
  'administrator-limited': { text: 'quien administra no puede estar limitado a algunos clientes' },
  'too-many-customers': { text: 'una persona puede estar limitada a 1000 clientes como máximo' },
  'not-an-email': { text: 'el correo tiene que ser una dirección de correo' },
  'empty-name': { text: 'el nombre no puede quedar vacío' },
  'too-many-guesses': {
    text: 'demasiados intentos erróneos: la entrada queda cerrada por un rato',
    hint: '{seconds, plural, one {Vuelva a intentarlo dentro de un segundo.} other {Vuelva a intentarlo dentro de # segundos.}}',
  },
  'first-run-elsewhere': {
    text: 'la primera cuenta se crea en el propio equipo o con el enlace que este muestra',
    hint: 'abra el enlace que «vigente serve» ha escrito en su terminal',
  },
  'first-run-done': { text: 'esta instalación ya tiene su primera cuenta', hint: 'inicie sesión' },
  'wrong-password': { text: 'el correo o la contraseña no son correctos' },
  'own-rights': { text: 'nadie cambia sus propios derechos', hint: 'pídalo a otra persona que administre' },
  'last-administrator': {
    text: 'es la última persona que administra',
    hint: 'dé antes el perfil de administración a otra persona',
  },
  'sign-in-too-old': {
    text: 'ha pasado demasiado tiempo desde que escribió la contraseña',
    hint: 'empiece de nuevo con su contraseña',
  },
  'wrong-code': { text: 'el código no es correcto' },
  'wrong-new-code': { text: 'el código no es correcto', hint: 'compruebe la hora del teléfono' },
  'second-factor-on': { text: 'el segundo factor ya está activado' },
  'mail-refused': { text: 'el servidor de correo no ha aceptado el mensaje' },
  'link-over': { text: 'este enlace se ha usado o ha caducado', hint: 'pida uno nuevo' },
  'account-exists': { text: 'ya hay una cuenta con esa dirección' },
  'cannot-be-named': {
    text: 'la nota menciona a alguien que ya no trabaja aquí o que no ve a este cliente',
  },
  'not-a-day-to-come': { text: 'el día {day} no sirve: se espera uno posterior a hoy' },
  'no-note': { text: 'no existe ninguna nota suya así' },
  'contact-elsewhere': { text: 'este contacto pertenece a otro cliente' },
  'address-taken': { text: 'este cliente ya tiene un contacto con esa dirección' },
  'not-an-address': {
    text: 'no es una dirección a la que se pueda escribir; se espera una como nombre@empresa.example',
  },
  'undo-over': { text: 'esto ya no se puede deshacer: ya se deshizo o han pasado 15 minutos' },
  'sending-off': {
    text: 'el envío está desactivado: no sale nada',
    hint: 'quien lleva las renovaciones puede activarlo en Envío',
  },
  'not-a-currency': { text: '«{currency}» no es un código de moneda ISO 4217' },
  'notice-facts': {
    text: 'al mensaje le faltan datos o no son válidos: {said}',
    hint: 'complete el pedido en la cartera; el aviso se hace en cuanto estén todos sus datos',
  },
  'no-import': { text: 'no existe la importación {id}' },
  'import-undone': { text: 'esta importación ya se deshizo' },
  'upload-busy': {
    text: 'con este archivo se está trabajando, o ya se ha importado o descartado',
    hint: 'espere un momento y cargue la página de nuevo',
  },
  'upload-not-discarded': {
    text: 'este archivo no está descartado, o ha pasado la hora en la que se podía recuperar',
  },
  'for-all-customers': { text: 'esto es para quien puede ver a todos los clientes' },
  'wrong-version-tag': { text: 'If-Match: se espera el ETag de los calendarios que se editaron, como "v3"' },
  'stale-calendars': {
    text: 'mientras tanto ha entrado en vigor la versión {version} de los calendarios de avisos',
    hint: 'mire qué ha cambiado, reúna lo uno y lo otro y guarde sobre esa versión',
  },
  'no-upload': {
    text: 'no existe ese archivo recibido, o se ha descartado o ha pasado su plazo de siete días',
  },
  'run-moved': {
    text: 'la tanda {run} está ahora en otro estado ({state}); se esperaba {expected}',
    hint: 'cargue la página de nuevo: quizá otra persona ya haya decidido',
  },
  'no-run': { text: 'no existe la tanda {id}' },
  'no-calendar-version': { text: 'no existe la versión {version} de los calendarios de avisos' },
  'day-missing': { text: 'falta un día: hasta cuándo, o a qué día' },
  'day-over': { text: 'ese día ya ha pasado; se espera uno por venir' },
  'touch-gone': {
    text: 'esto ya no está previsto, o no es de este cliente',
    hint: 'cargue la página de nuevo',
  },
  'silences-safety': {
    text: 'los últimos avisos antes del fin no saldrían a tiempo',
    hint: 'confírmelo si es lo que quiere',
  },
  'no-instruction': { text: 'esta indicación ya se había retirado o nunca se dio' },
  'not-in-plan': {
    text: 'el plan ha cambiado y esto ya no figura en él',
    hint: 'vuelva a mirar el plan',
  },
  'others-in-message': { text: 'este mensaje habla también de clientes a los que usted no tiene acceso' },
  'nobody-to-show': {
    text: 'no hay nadie para quien mostrar este mensaje',
    hint: 'dé al pedido un contacto con una dirección válida',
  },
  'no-own-address': {
    text: 'no hay ninguna dirección suya a la que escribir',
    hint: 'ponga su dirección de correo en su cuenta',
  },
  'no-mail-setup': { text: 'los ajustes de correo no están al alcance de este proceso' },
  'sender-no-address': { text: 'remitente: se espera una dirección como avisos@example.com' },
  'no-view': { text: 'no existe esta vista, o ya no está compartida' },
  'view-of-all': {
    text: 'esta vista está compartida: solo la cambia quien puede compartir vistas',
    hint: 'guárdela con otro nombre como vista suya',
  },
  'view-name-taken': {
    text: 'ya hay una vista «{name}» en esta página',
    hint: 'elija otro nombre o cambie esa vista',
  },
  'views-full': { text: 'ya hay {most} vistas; quite alguna antes de guardar otra' },
} as const satisfies Readonly<Record<string, Words>>;

/** What a fault is, in any language. */
export type FaultCode = keyof typeof spanishFaults;
