import type { Language } from '../kernel/locale.ts';

export interface AnswerWords {
  /** The mail server's own words. */
  readonly said: string | null;
  /** What they mean, where they follow a standard. */
  readonly means: string | null;
}

/** A mail server's answer, and what its code says (RFC 3463, 5321 4.2.3): the text beside it is in nobody's language. */
export function answerWords(event: { readonly detail: unknown }, language: Language): AnswerWords {
  const detail = (event.detail ?? {}) as { response?: string; code?: number | null };
  const said = detail.response ?? null;
  if (said === null) return { said: null, means: null };
  const enhanced = /\b([245])\.(\d{1,3})\.(\d{1,3})\b/.exec(said);
  const code = enhanced ? `${enhanced[2]}.${enhanced[3]}` : undefined;
  const known = code === undefined ? undefined : meanings[code];
  const basic = detail.code == null ? undefined : basics[detail.code];
  return { said, means: (known ?? basic)?.[language] ?? null };
}

type Meanings = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** By subject and detail of the enhanced code; the class (2, 4, 5) says whether it is for good. */
const meanings: Meanings = {
  '1.1': { es: 'Esa dirección no existe.', en: 'There is no such address.' },
  '1.2': {
    es: 'El dominio de la dirección no existe o no recibe correo.',
    en: 'The address’s domain does not exist or receives no mail.',
  },
  '1.3': { es: 'La dirección está mal escrita.', en: 'The address is misspelt.' },
  '1.6': { es: 'El buzón se ha mudado y nadie reenvía.', en: 'The mailbox has moved, and nobody forwards.' },
  '1.8': {
    es: 'El servidor no acepta la dirección del remitente.',
    en: 'The server does not accept the sender’s address.',
  },
  '1.10': { es: 'El dominio dice que no recibe correo.', en: 'The domain says that it receives no mail.' },
  '2.1': { es: 'El buzón está desactivado.', en: 'The mailbox is disabled.' },
  '2.2': { es: 'El buzón está lleno.', en: 'The mailbox is full.' },
  '2.3': {
    es: 'El mensaje es demasiado grande para ese buzón.',
    en: 'The message is too large for this mailbox.',
  },
  '3.2': { es: 'El servidor no admite mensajes por ahora.', en: 'The server takes no messages for now.' },
  '3.4': {
    es: 'El mensaje es demasiado grande para el servidor.',
    en: 'The message is too large for the server.',
  },
  '4.1': { es: 'El servidor del destinatario no responde.', en: 'The recipient’s server does not answer.' },
  '4.2': {
    es: 'La conexión con el otro servidor se cortó.',
    en: 'The connection to the other server broke.',
  },
  '4.4': { es: 'No se sabe a qué servidor entregar.', en: 'Nobody knows which server to hand it to.' },
  '4.7': { es: 'No se entregó a tiempo.', en: 'It was not delivered in time.' },
  '7.1': {
    es: 'El servidor no lo acepta: por su remitente, por sus normas o por tomarlo por no deseado.',
    en: 'The server does not accept it: because of its sender, its rules, or taking it for junk.',
  },
  '7.8': {
    es: 'El usuario o la contraseña del servidor de correo no valen.',
    en: 'The mail server’s user or password is not right.',
  },
  '7.20': { es: 'La firma DKIM no es válida.', en: 'The DKIM signature is not valid.' },
  '7.23': {
    es: 'El SPF del dominio no autoriza a este servidor.',
    en: 'The domain’s SPF does not allow this server.',
  },
  '7.26': {
    es: 'No pasa la comprobación del remitente (SPF, DKIM o DMARC).',
    en: 'It fails the sender checks (SPF, DKIM or DMARC).',
  },
};

const basics: Readonly<Record<number, Readonly<Record<Language, string>>>> = {
  421: { es: 'El servidor cierra por ahora.', en: 'The server is closing for now.' },
  450: { es: 'El buzón está ocupado; más tarde quizá.', en: 'The mailbox is busy; later perhaps.' },
  451: { es: 'El servidor pide intentarlo más tarde.', en: 'The server asks to try later.' },
  452: { es: 'El servidor no tiene sitio por ahora.', en: 'The server has no room for now.' },
  550: {
    es: 'El servidor no acepta esta dirección o este mensaje.',
    en: 'The server does not accept this address or message.',
  },
  552: {
    es: 'El buzón está lleno o el mensaje es demasiado grande.',
    en: 'The mailbox is full or the message too large.',
  },
  553: {
    es: 'El servidor no acepta cómo está escrita la dirección.',
    en: 'The server does not accept how the address is written.',
  },
  554: { es: 'El servidor rechaza el mensaje.', en: 'The server refuses the message.' },
};
