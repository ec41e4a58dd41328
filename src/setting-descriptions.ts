import type { Language } from './kernel/locale.ts';

type Words = Readonly<Record<Language, string>>;

/** One environment variable, as people read of it. */
export interface SettingDescription {
  readonly summary: Words;
  readonly expected: Words;
  /** What holds when it is not set; absent when that is nothing. */
  readonly otherwise?: Words;
  /** Its value may hold a password or a key and is never shown to anyone. */
  readonly secret?: true;
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** All settings, in the order in which they are listed. */
export const settingDescriptions = {
  DATABASE_URL: {
    summary: {
      en: 'A PostgreSQL 15 or newer of your own.',
      es: 'Un PostgreSQL 15 o posterior propio.',
    },
    expected: {
      en: 'postgresql://user:password@host:5432/name',
      es: 'postgresql://usuario:contraseña@servidor:5432/nombre',
    },
    otherwise: {
      en: 'the PostgreSQL that Vigente brings, in the data folder',
      es: 'el PostgreSQL que trae Vigente, en la carpeta de datos',
    },
    secret: true,
  },
  VIGENTE_DATA_DIR: {
    summary: {
      en: 'The data folder: the database that Vigente brings, and its secret.',
      es: 'La carpeta de datos: la base de datos que trae Vigente y su secreto.',
    },
    expected: { en: 'the path of a folder', es: 'la ruta de una carpeta' },
    otherwise: { en: '.vigente in the current folder', es: '.vigente en la carpeta actual' },
  },
  HOST: {
    summary: {
      en: 'The address that the web server listens on.',
      es: 'La dirección en la que escucha el servidor web.',
    },
    expected: {
      en: 'an IP address or a host name, without a port',
      es: 'una dirección IP o un nombre de servidor, sin puerto',
    },
    otherwise: { en: '127.0.0.1: this machine only', es: '127.0.0.1: solo este equipo' },
  },
  PORT: {
    summary: {
      en: 'The port that the web server listens on.',
      es: 'El puerto en el que escucha el servidor web.',
    },
    expected: { en: 'a whole number from 0 to 65535', es: 'un número entero de 0 a 65535' },
    otherwise: { en: '4100', es: '4100' },
  },
  PUBLIC_URL: {
    summary: {
      en: 'Where customers reach this installation; the links in messages begin with it.',
      es: 'Dónde llegan los clientes a esta instalación; así empiezan los enlaces de los mensajes.',
    },
    expected: {
      en: 'an http or https address without a user, a query or a fragment',
      es: 'una dirección http o https sin usuario, consulta ni fragmento',
    },
    otherwise: { en: 'http://, HOST and PORT', es: 'http://, HOST y PORT' },
  },
  SMTP_URL: {
    summary: {
      en: 'The mail server that takes the messages; with outbox: they stay here and go nowhere.',
      es: 'El servidor de correo que recibe los mensajes; con outbox: se quedan aquí y no salen.',
    },
    expected: {
      en: 'smtp://user:password@host:587, smtps://host:465 or outbox:',
      es: 'smtp://usuario:contraseña@servidor:587, smtps://servidor:465 u outbox:',
    },
    otherwise: { en: 'outbox:', es: 'outbox:' },
    secret: true,
  },
  VIGENTE_SECRET: {
    summary: {
      en: 'Signs the links in messages. Keep it: with another one, links already sent stop working.',
      es: 'Firma los enlaces de los mensajes. Consérvelo: con otro, los enlaces ya enviados dejan de funcionar.',
    },
    expected: { en: 'at least 32 characters', es: 'al menos 32 caracteres' },
    otherwise: {
      en: 'a random one, made once and kept in the data folder',
      es: 'uno aleatorio, creado una vez y conservado en la carpeta de datos',
    },
    secret: true,
  },
  LOG_LEVEL: {
    summary: { en: 'How much is logged.', es: 'Cuánto se registra.' },
    expected: { en: `one of ${logLevels.join(', ')}`, es: `uno de ${logLevels.join(', ')}` },
    otherwise: { en: 'info', es: 'info' },
  },
  MAIL_FROM: {
    summary: {
      en: 'The sender, for a partner that has none of its own.',
      es: 'El remitente, para un distribuidor que no tenga el suyo.',
    },
    expected: {
      en: 'an address, or a name and an address: Renewals <renewals@example.com>',
      es: 'una dirección, o un nombre y una dirección: Renovaciones <renovaciones@example.com>',
    },
  },
  MAIL_RETURN_PATH_DOMAIN: {
    summary: {
      en: 'The domain that bounces come back to, with an address of its own for each message.',
      es: 'El dominio al que vuelven los rebotes, con una dirección propia para cada mensaje.',
    },
    expected: {
      en: 'a domain name, such as bounces.example.com',
      es: 'un dominio, como rebotes.example.com',
    },
    otherwise: { en: 'bounces go to the sender', es: 'los rebotes van al remitente' },
  },
  MAIL_RATE_PER_SECOND: {
    summary: {
      en: 'Messages per second at most, over all connections of this process.',
      es: 'Mensajes por segundo como máximo, entre todas las conexiones de este proceso.',
    },
    expected: { en: 'a number above 0, at most 1000000', es: 'un número mayor que 0, como máximo 1000000' },
    otherwise: {
      en: 'as fast as the mail server takes them',
      es: 'tan rápido como el servidor de correo los acepte',
    },
  },
  MAIL_PRIVATE_HOSTS: {
    summary: {
      en: 'Whether partners may name mail servers at private addresses: this machine, its network.',
      es: 'Si los distribuidores pueden indicar servidores de correo en direcciones privadas: este equipo, su red.',
    },
    expected: { en: 'yes or no', es: 'yes o no' },
    otherwise: { en: 'no', es: 'no' },
  },
  DKIM_DOMAIN: {
    summary: {
      en: 'The domain that signs messages (DKIM); set all three DKIM settings or none.',
      es: 'El dominio que firma los mensajes (DKIM); defina los tres ajustes DKIM o ninguno.',
    },
    expected: { en: 'a domain name', es: 'un dominio' },
    otherwise: { en: 'messages are not signed here', es: 'los mensajes no se firman aquí' },
  },
  DKIM_SELECTOR: {
    summary: {
      en: 'The selector under which DNS publishes the DKIM key.',
      es: 'El selector con el que el DNS publica la clave DKIM.',
    },
    expected: {
      en: 'letters, digits, dots and hyphens, such as mail2026',
      es: 'letras, cifras, puntos y guiones, como mail2026',
    },
  },
  DKIM_KEY_FILE: {
    summary: { en: 'The file with the private DKIM key.', es: 'El archivo con la clave privada DKIM.' },
    expected: {
      en: 'the path of a readable private key in PEM without a passphrase',
      es: 'la ruta de una clave privada PEM legible y sin contraseña',
    },
  },
} as const satisfies Record<string, SettingDescription>;

export type SettingName = keyof typeof settingDescriptions;
