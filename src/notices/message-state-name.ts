import type { Language } from '../kernel/locale.ts';
import type { MessageState } from './list-messages.ts';

const names: Readonly<Record<Language, Readonly<Record<MessageState, string>>>> = {
  es: {
    waiting: 'previsto',
    claimed: 'tomado',
    attempted: 'en entrega',
    submitted: 'entregado al servidor de correo',
    delivered: 'recibido',
    bounced: 'devuelto',
    failed: 'fallido',
    uncertain: 'dudoso',
    withdrawn: 'retirado',
  },
  en: {
    waiting: 'waiting',
    claimed: 'claimed',
    attempted: 'being handed over',
    submitted: 'submitted',
    delivered: 'delivered',
    bounced: 'bounced',
    failed: 'failed',
    uncertain: 'uncertain',
    withdrawn: 'withdrawn',
  },
};

/** Where a message stands, in one word or two. */
export function messageStateName(state: MessageState, language: Language): string {
  return names[language][state];
}
