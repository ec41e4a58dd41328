import type { Language } from '../kernel/locale.ts';
import type { TestOutcome } from './send-test-message.ts';

export interface TestMessageTold {
  readonly outcome: 'submitted' | 'refused' | 'failed' | 'kept';
  readonly words: string;
  readonly todo: string | null;
  readonly said: string | null;
}

/** What became of a test message, and what to do. */
export function testMessageWords(outcome: TestOutcome, language: Language): TestMessageTold {
  const say = words[language];
  switch (outcome.kind) {
    case 'submitted':
      return { outcome: 'submitted', ...say.submitted, said: outcome.response };
    case 'refused':
      return { outcome: 'refused', ...say.refused, said: outcome.response };
    case 'kept':
      return { outcome: 'kept', ...say.kept, said: null };
    case 'deferred':
      return { outcome: 'failed', ...say.failed, said: outcome.response };
    case 'uncertain':
      return { outcome: 'failed', ...say.doubt, said: outcome.reason };
    case 'abandoned':
      return { outcome: 'failed', ...say.failed, said: null };
  }
}

const words = {
  es: {
    submitted: {
      words: 'El servidor de correo ha aceptado el mensaje de prueba.',
      todo: 'Mire su bandeja de entrada; si no llega en unos minutos, también la de correo no deseado.',
    },
    refused: {
      words: 'El servidor de correo ha rechazado el mensaje.',
      todo: 'Lea lo que dice el servidor; casi siempre es el remitente o la dirección de destino.',
    },
    failed: {
      words: 'No se ha podido entregar el mensaje.',
      todo: 'Compruebe la conexión y vuelva a intentarlo.',
    },
    doubt: {
      words: 'La conexión se cortó al entregar: quizá haya llegado.',
      todo: 'Mire su bandeja de entrada antes de repetirlo.',
    },
    kept: {
      words: 'Esta instalación guarda los mensajes y no envía ninguno.',
      todo: 'Indique un servidor de correo.',
    },
  },
  en: {
    submitted: {
      words: 'The mail server took the test message.',
      todo: 'Look in your inbox; if it does not arrive within minutes, in the junk folder too.',
    },
    refused: {
      words: 'The mail server refused the message.',
      todo: 'Read what the server says; it is nearly always the sender or the recipient.',
    },
    failed: { words: 'The message could not be handed over.', todo: 'Check the connection, then try again.' },
    doubt: {
      words: 'The connection broke while it was handed over: it perhaps arrived.',
      todo: 'Look in your inbox before you repeat it.',
    },
    kept: { words: 'This installation keeps messages and sends none.', todo: 'Name a mail server.' },
  },
} as const;
