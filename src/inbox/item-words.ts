import type { Language } from '../kernel/locale.ts';
import type { InboxItem } from './inbox-item.ts';

/** What a thing is and whose, in a mail: two lines of plain words. */
export interface ItemWords {
  readonly what: string;
  readonly whose: string;
}

export function itemWords(item: InboxItem, language: Language, now: Temporal.Instant): ItemWords {
  const whose = [
    item.customerName,
    item.orderNumber && `${words[language].order} ${item.orderNumber}`,
    item.commonName,
    item.facts.file,
  ].filter((one) => one);
  return { what: words[language][item.kind](item, now), whose: whose.join(' · ') };
}

type Say = (item: InboxItem, now: Temporal.Instant) => string;
const isPast = ({ dueAt }: InboxItem, now: Temporal.Instant): boolean =>
  dueAt !== null && Temporal.Instant.compare(dueAt, now) <= 0;
type Words = Readonly<Record<InboxItem['kind'], Say>> & { readonly order: string };

const day = (on: string | null, locale: string): string =>
  on === null ? '' : Temporal.PlainDate.from(on).toLocaleString(locale, { day: 'numeric', month: 'long' });
/** A coverage ends when its last day is over. */
const lastDay = ({ dueAt }: InboxItem): string | null =>
  dueAt === null ? null : dueAt.subtract({ hours: 1 }).toZonedDateTimeISO('UTC').toPlainDate().toString();

const words: Readonly<Record<Language, Words>> = {
  es: {
    order: 'pedido',
    mentioned: ({ by }) => `${by ?? 'Un compañero'} le menciona en una nota`,
    request: ({ askedBy }) =>
      askedBy ? `${askedBy} ha anotado una solicitud de renovación` : 'El cliente quiere renovar',
    'request-day': ({ nextOn }) => `Solicitud para el ${day(nextOn, 'es-ES')}`,
    lapsing: (item, now) =>
      `${isPast(item, now) ? 'Terminó' : 'Termina'} el ${day(lastDay(item), 'es-ES')} y nadie ha respondido`,
    'failed-notice': ({ facts }) =>
      ({
        bounced: 'Un aviso ha sido devuelto',
        uncertain: 'No se sabe si un aviso ha llegado',
      })[facts.state ?? ''] ?? 'Un aviso ha fallado',
    perhaps: () => 'Quizá renovado: falta confirmarlo',
    'held-run': ({ facts }) => `Una tanda de ${facts.messages ?? 0} avisos está en espera`,
    'approve-day': () => 'Los avisos de hoy esperan su aprobación',
    'import-failed': () => 'No se ha podido leer un archivo',
  },
  en: {
    order: 'order',
    mentioned: ({ by }) => `${by ?? 'A colleague'} mentions you in a note`,
    request: ({ askedBy }) =>
      askedBy ? `${askedBy} has noted a renewal request` : 'The customer wants to renew',
    'request-day': ({ nextOn }) => `Request for ${day(nextOn, 'en-GB')}`,
    lapsing: (item, now) =>
      `${isPast(item, now) ? 'Ended' : 'Ends'} on ${day(lastDay(item), 'en-GB')}, and nobody has answered`,
    'failed-notice': ({ facts }) =>
      ({
        bounced: 'A notice came back',
        uncertain: 'Nobody knows whether a notice arrived',
      })[facts.state ?? ''] ?? 'A notice failed',
    perhaps: () => 'Perhaps renewed: to be confirmed',
    'held-run': ({ facts }) => `A run of ${facts.messages ?? 0} notices is held`,
    'approve-day': () => 'Today’s notices wait for your approval',
    'import-failed': () => 'A file could not be read',
  },
};
