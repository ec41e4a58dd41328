import type { FaultCode } from '../kernel/fault.ts';

interface Said {
  readonly text: string;
  readonly hint?: string;
}

/** In Spanish what the throwing place, which knows no language, says in English. `{name}` stands for a value. */
const spanish: Readonly<Record<FaultCode, Said>> = {
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
  'no-partner': {
    text: 'no existe el distribuidor «{slug}»',
    hint: '«vigente partner list» los muestra; «vigente partner set» lo crea',
  },
  'bad-slug': {
    text: '«{slug}» no puede ser el nombre de un distribuidor: se esperan de 1 a 63 minúsculas sin acentos, cifras y guiones, y no empieza por guion',
    hint: 'un archivo de ajustes se indica con --settings ARCHIVO.json',
  },
  'no-message': { text: 'no existe el mensaje {id}', hint: '«vigente outbox» los muestra' },
  'no-preview': {
    text: 'no existe la vista previa p{id}; quizá otra más nueva la ha sustituido',
    hint: '«vigente outbox» las muestra',
  },
  'message-without-orders': { text: 'aquello de lo que hablaba este mensaje se ha retirado de la cartera' },
};

/** A coded fault in Spanish. */
export function spanishFault(code: FaultCode, params: Readonly<Record<string, string | number>>): Said {
  const { text, hint } = spanish[code];
  const filled = text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '?'));
  return hint === undefined ? { text: filled } : { text: filled, hint };
}
