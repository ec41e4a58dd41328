import type { Language } from '../kernel/locale.ts';
import { reasonName } from './reason-name.ts';

/** An event of the ledger as staff read it. A server's own words are theirs and stay as they are. */
export function eventWords(
  event: { readonly kind: string; readonly detail: unknown },
  language: Language,
): string {
  const detail = (event.detail ?? {}) as { response?: string; reason?: string; code?: number | null };
  const said = detail.response ?? detail.reason;
  const head = names[language][event.kind] ?? reasonName(event.kind, language);
  return said ? `${head}: ${said}` : head;
}

const names: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    attempted: 'handed to the mail server',
    submitted: 'submitted to the mail server',
    refused: 'refused by the mail server',
    deferred: 'not taken yet, will be tried again',
    stopped: 'stopped before it left; it waits',
    discarded: 'its run was discarded',
    repeated: 'a person asked for the same message again',
    'try-again': 'a person asked to try it again',
    resent: 'sent again at a person’s request',
    'resent-as': 'sent again as another message',
    'gave-up': 'not taken in good time, given up',
    uncertain: 'lost before the answer: it perhaps arrived',
    'worker-lost': 'the sending process ended in between: it perhaps arrived and is not repeated',
    'cannot-repeat': 'it perhaps arrived and cannot be repeated exactly as it was',
    'dropped-out': 'withdrawn: nothing was left to say',
  },
  es: {
    attempted: 'en entrega al servidor de correo',
    submitted: 'entregado al servidor de correo',
    refused: 'rechazado por el servidor de correo',
    deferred: 'aún no aceptado, se intentará de nuevo',
    stopped: 'detenido antes de salir; sigue en espera',
    discarded: 'se descartó su tanda',
    repeated: 'una persona pidió repetir el mismo mensaje',
    'try-again': 'una persona pidió intentarlo otra vez',
    resent: 'reenvío a petición de una persona',
    'resent-as': 'reenviado en otro mensaje',
    'gave-up': 'no se aceptó a tiempo y se abandonó',
    uncertain: 'se perdió antes de la respuesta: quizá llegó',
    'worker-lost': 'el proceso de envío terminó a medias: quizá llegó y no se repite',
    'cannot-repeat': 'quizá llegó y no se puede repetir exactamente igual',
    'dropped-out': 'retirado: no quedaba nada que decir',
  },
};
