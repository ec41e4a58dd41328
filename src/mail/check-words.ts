import type { ServerFailure } from '../channels/channel.ts';
import type { Language } from '../kernel/locale.ts';
import type { RecordCode } from './record-judgement.ts';

export interface CheckWords {
  readonly words: string;
  /** Null where nothing has to be done. */
  readonly todo: string | null;
}

interface Place {
  readonly host: string;
  readonly port: number;
  readonly user: string | null;
  readonly sender: string;
}

type ServerWords = Readonly<Record<ServerFailure | 'ready', (at: Place) => CheckWords>>;
type RecordWords = Readonly<
  Record<RecordCode, (at: { domain: string; lookups: number | null }) => CheckWords>
>;

/** What a trial of the mail server came to, and what to do. */
export function serverWords(outcome: ServerFailure | 'ready', language: Language, at: Place): CheckWords {
  return (language === 'es' ? serverEs : serverEn)[outcome](at);
}

/** What is thought of a record of the domain, and what to do. */
export function recordWords(
  code: RecordCode,
  language: Language,
  at: { readonly domain: string; readonly lookups: number | null },
): CheckWords {
  return (language === 'es' ? recordEs : recordEn)[code](at);
}

const say = (words: string, todo: string | null = null): CheckWords => ({ words, todo });

const serverEs: ServerWords = {
  ready: ({ host, sender }) => say(`${host} acepta el correo de ${sender}.`),
  'no-such-host': ({ host }) =>
    say(
      `El nombre ${host} no existe en el DNS.`,
      'Compruebe cómo está escrito; suele empezar por smtp. o mail.',
    ),
  'address-forbidden': ({ host }) =>
    say(
      `${host} lleva a una dirección de este equipo o de su red, y esta instalación no permite usarlas.`,
      'Indique un servidor accesible desde internet, o pida a quien instaló Vigente que defina MAIL_PRIVATE_HOSTS=yes.',
    ),
  'port-forbidden': ({ port }) =>
    say(
      `El puerto ${port} no es de un servidor de correo.`,
      'Use 587 (STARTTLS) o 465 (TLS), salvo que su proveedor diga 25 o 2525.',
    ),
  refused: ({ host, port }) =>
    say(
      `${host} rechaza las conexiones al puerto ${port}.`,
      'Pruebe con 587 o 465 y compruebe que un cortafuegos no lo impida.',
    ),
  silent: ({ host, port }) =>
    say(
      `${host} no responde en el puerto ${port}.`,
      'Compruebe el puerto. Muchos proveedores de alojamiento cierran el 25: use 587 o 465.',
    ),
  'no-mail-server': ({ host, port }) =>
    say(
      `Lo que responde en ${host}:${port} no es un servidor de correo.`,
      'Compruebe el nombre y el puerto.',
    ),
  'tls-missing': ({ host }) =>
    say(
      `${host} no ofrece cifrado (STARTTLS) en este puerto.`,
      'Elija «TLS desde el principio» con el puerto 465. Sin cifrado, la contraseña viajaría a la vista.',
    ),
  'tls-failed': ({ host, port }) =>
    say(
      `No se pudo acordar el cifrado con ${host}:${port}.`,
      'Con el puerto 465 elija «TLS desde el principio»; con 587, «STARTTLS».',
    ),
  'certificate-invalid': ({ host }) =>
    say(
      `El certificado de ${host} no es válido para ese nombre o nadie responde por él.`,
      'Use el nombre que figura en el certificado, o corrija el certificado del servidor.',
    ),
  'sign-in-missing': ({ host }) =>
    say(
      `${host} no pide usuario y contraseña en esta conexión.`,
      'Quite el usuario, o elija una conexión cifrada: muchos servidores solo los piden así.',
    ),
  'sign-in-refused': ({ user }) =>
    say(
      `El servidor no acepta el usuario ${user ?? ''} con esa contraseña.`,
      'Compruebe ambos. Con segundo factor, algunos proveedores exigen una contraseña de aplicación.',
    ),
  'sender-refused': ({ sender }) =>
    say(
      `El servidor no deja enviar como ${sender}.`,
      'Dé de alta ese remitente en su proveedor, o elija como remitente una dirección de su cuenta.',
    ),
  lost: ({ host }) =>
    say(
      `${host} cerró la conexión antes de tiempo.`,
      'Inténtelo de nuevo. Si se repite, pregunte a su proveedor.',
    ),
};

const serverEn: ServerWords = {
  ready: ({ host, sender }) => say(`${host} takes mail from ${sender}.`),
  'no-such-host': ({ host }) =>
    say(`The name ${host} is not in the DNS.`, 'Check its spelling; it often begins with smtp. or mail.'),
  'address-forbidden': ({ host }) =>
    say(
      `${host} leads to an address of this machine or its network, which this installation does not allow.`,
      'Name a server on the internet, or ask whoever installed Vigente to set MAIL_PRIVATE_HOSTS=yes.',
    ),
  'port-forbidden': ({ port }) =>
    say(
      `Port ${port} is not one of mail servers.`,
      'Use 587 (STARTTLS) or 465 (TLS), unless your provider says 25 or 2525.',
    ),
  refused: ({ host, port }) =>
    say(
      `${host} refuses connections to port ${port}.`,
      'Try 587 or 465, and check that no firewall stands between.',
    ),
  silent: ({ host, port }) =>
    say(
      `${host} does not answer on port ${port}.`,
      'Check the port. Many hosting companies close 25: use 587 or 465.',
    ),
  'no-mail-server': ({ host, port }) =>
    say(`What answers at ${host}:${port} is no mail server.`, 'Check the name and the port.'),
  'tls-missing': ({ host }) =>
    say(
      `${host} offers no encryption (STARTTLS) on this port.`,
      'Choose “TLS from the start” with port 465. Without encryption the password would travel in the open.',
    ),
  'tls-failed': ({ host, port }) =>
    say(
      `No encryption could be agreed on with ${host}:${port}.`,
      'With port 465 choose “TLS from the start”, with 587 “STARTTLS”.',
    ),
  'certificate-invalid': ({ host }) =>
    say(
      `The certificate of ${host} is not valid for that name, or nobody vouches for it.`,
      'Use the name that stands in the certificate, or mend the server’s certificate.',
    ),
  'sign-in-missing': ({ host }) =>
    say(
      `${host} does not ask for a user and password on this connection.`,
      'Leave the user out, or choose an encrypted connection: many servers ask only there.',
    ),
  'sign-in-refused': ({ user }) =>
    say(
      `The server does not accept the user ${user ?? ''} with this password.`,
      'Check both. With a second factor, some providers want an app password.',
    ),
  'sender-refused': ({ sender }) =>
    say(
      `The server does not let ${sender} send.`,
      'Register this sender with your provider, or choose an address of your account as sender.',
    ),
  lost: ({ host }) =>
    say(`${host} closed the connection too early.`, 'Try again. If it happens again, ask your provider.'),
};

const recordEs: RecordWords = {
  'dns-silent': ({ domain }) =>
    say(`El DNS de ${domain} no ha respondido.`, 'Compruébelo otra vez dentro de unos minutos.'),
  'no-server': () =>
    say('Aún no hay servidor de correo: no se sabe a quién autorizar.', 'Indique primero el servidor.'),
  'spf-good': ({ lookups }) =>
    say(`El dominio autoriza a su servidor de correo (${lookups ?? 0} de 10 consultas).`),
  'spf-missing': () =>
    say(
      'El dominio no dice quién puede enviar en su nombre.',
      'Cree este registro TXT en el DNS del dominio.',
    ),
  'spf-twice': () =>
    say('El dominio tiene varios registros SPF, y así no vale ninguno.', 'Déjelos en uno solo, como este.'),
  'spf-without-server': () =>
    say(
      'El registro SPF no autoriza a su servidor de correo.',
      'Cambie el registro por este, que añade su servidor a los demás.',
    ),
  'spf-too-many': ({ lookups }) =>
    say(
      `El registro SPF exige ${lookups ?? 0} consultas y el máximo es 10: quien recibe lo da por fallido.`,
      'Quite los «include» de servicios que ya no use.',
    ),
  'spf-open': () =>
    say('El registro SPF termina en +all: cualquiera puede enviar en su nombre.', 'Cambie +all por ~all.'),
  'dkim-good': () => say('La clave está publicada y los mensajes se firman con ella.'),
  'dkim-no-key': () => say('Los mensajes no se firman.', 'Cree una clave y publique su registro.'),
  'dkim-missing': () =>
    say(
      'La clave existe, pero su registro aún no está en el DNS.',
      'Cree este registro TXT. Puede tardar unas horas en verse.',
    ),
  'dkim-other-key': () => say('En el DNS hay otra clave con este nombre.', 'Sustituya el registro por este.'),
  'dkim-revoked': () =>
    say('El registro dice que la clave se ha retirado.', 'Sustituya el registro por este.'),
  'dmarc-good': () => say('El dominio pide apartar o rechazar el correo que no es suyo.'),
  'dmarc-watching': () =>
    say(
      'El dominio pide informes y aún no rechaza nada (p=none): es el buen comienzo. Cuando los informes estén limpios, pase a p=quarantine.',
    ),
  'dmarc-missing': () =>
    say(
      'El dominio no tiene DMARC; Gmail y Outlook lo exigen a quien envía mucho.',
      'Cree este registro TXT: solo pide informes.',
    ),
  'dmarc-twice': () => say('Hay varios registros DMARC, y así no vale ninguno.', 'Deje uno solo.'),
  'dmarc-wrong': () =>
    say('El registro DMARC no se entiende: le falta p=.', 'Sustituya el registro por este.'),
  'mx-good': () => say('El dominio recibe correo: las respuestas y los rebotes llegan.'),
  'mx-missing': ({ domain }) =>
    say(
      `${domain} no recibe correo: las respuestas y los rebotes se perderán.`,
      'Elija un remitente de un dominio que reciba correo, o cree su registro MX.',
    ),
};

const recordEn: RecordWords = {
  'dns-silent': ({ domain }) => say(`The DNS of ${domain} did not answer.`, 'Check again in a few minutes.'),
  'no-server': () => say('There is no mail server yet, so nobody to authorise.', 'Name the server first.'),
  'spf-good': ({ lookups }) => say(`The domain lets your mail server send (${lookups ?? 0} of 10 look-ups).`),
  'spf-missing': () =>
    say('The domain does not say who may send for it.', 'Create this TXT record in the domain’s DNS.'),
  'spf-twice': () =>
    say('The domain has several SPF records, so that none counts.', 'Make one of them, such as this.'),
  'spf-without-server': () =>
    say(
      'The SPF record does not let your mail server send.',
      'Change it to this one, which adds your server to the others.',
    ),
  'spf-too-many': ({ lookups }) =>
    say(
      `The SPF record takes ${lookups ?? 0} look-ups, and 10 are the limit: receivers take it for failed.`,
      'Remove the “include” of services that are no longer used.',
    ),
  'spf-open': () => say('The SPF record ends in +all: anybody may send for you.', 'Change +all to ~all.'),
  'dkim-good': () => say('The key is published, and messages are signed with it.'),
  'dkim-no-key': () => say('Messages are not signed.', 'Make a key and publish its record.'),
  'dkim-missing': () =>
    say(
      'There is a key, but its record is not in the DNS yet.',
      'Create this TXT record. It may take some hours to be seen.',
    ),
  'dkim-other-key': () => say('The DNS has another key of this name.', 'Replace the record with this one.'),
  'dkim-revoked': () =>
    say('The record says that the key was taken back.', 'Replace the record with this one.'),
  'dmarc-good': () => say('The domain asks to set aside or refuse mail that is not its own.'),
  'dmarc-watching': () =>
    say(
      'The domain asks for reports and refuses nothing yet (p=none): a good beginning. Once the reports are clean, go on to p=quarantine.',
    ),
  'dmarc-missing': () =>
    say(
      'The domain has no DMARC; Gmail and Outlook demand it of whoever sends much.',
      'Create this TXT record: it only asks for reports.',
    ),
  'dmarc-twice': () => say('There are several DMARC records, so that none counts.', 'Leave only one.'),
  'dmarc-wrong': () =>
    say('The DMARC record cannot be understood: p= is missing.', 'Replace the record with this one.'),
  'mx-good': () => say('The domain receives mail: answers and bounces arrive.'),
  'mx-missing': ({ domain }) =>
    say(
      `${domain} receives no mail: answers and bounces will be lost.`,
      'Choose a sender of a domain that receives mail, or create its MX record.',
    ),
};
