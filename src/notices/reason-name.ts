import type { ReasonCode } from '../cadence/reason.ts';
import type { Language } from '../kernel/locale.ts';

/** Besides the reasons of touches, what a whole message is withdrawn for. */
type Names = Readonly<Record<ReasonCode | 'dropped-out', string>>;

const english: Names = {
  'stage-open': 'stage open',
  'pulled-forward': 'pulled forward into a message that goes anyway',
  'rides-along': 'rides along with a message that goes anyway',
  'perhaps-renewed': 'perhaps renewed: a person has to confirm',
  gap: 'too soon after the last message to this address',
  'daily-cap': 'enough messages to this address today',
  'quiet-hours': 'outside office hours where the contact is',
  'day-off': 'not a working day where the contact is',
  holiday: 'a holiday where the contact is',
  'no-contact': 'no usable contact',
  'sending-off': 'sending is off',
  'run-too-large': 'far more messages than usual: a person has to confirm',
  renewed: 'renewed',
  replaced: 'a newer certificate of the order is in place',
  'renewal-requested': 'renewal requested',
  'automation-on': 'renews automatically',
  'notices-off': 'notices switched off',
  revoked: 'revoked',
  'revoked-unplanned': 'revoked unexpectedly: an incident for a person',
  canceled: 'cancelled',
  rejected: 'rejected',
  pending: 'not issued yet',
  'coverage-ends-too': 'the order ends with its certificate and speaks for both',
  unsubscribed: 'the address objected',
  bouncing: 'the address bounces',
  superseded: 'a later stage took its place',
  'window-closed': 'its time passed',
  'ended-long-ago': 'ended long ago',
  'said-before': 'said before the stage was moved',
  'stage-removed': 'the calendar no longer has the stage',
  'opens-later': 'opens later',
  withdrawn: 'taken out of the inventory',
  'new-cycle': 'another period has begun',
  'contact-changed': 'the contact’s address has changed',
  'facts-missing': 'facts of the order are missing',
  discarded: 'its run was discarded by a person',
  'dropped-out': 'nothing was left to say',
};

const spanish: Names = {
  'stage-open': 'etapa abierta',
  'pulled-forward': 'adelantado a un mensaje que sale de todos modos',
  'rides-along': 'acompaña a un mensaje que sale de todos modos',
  'perhaps-renewed': 'quizá renovado: debe confirmarlo una persona',
  gap: 'demasiado pronto tras el último mensaje a esta dirección',
  'daily-cap': 'ya hay bastantes mensajes hoy para esta dirección',
  'quiet-hours': 'fuera del horario laboral del contacto',
  'day-off': 'día no laborable para el contacto',
  holiday: 'festivo para el contacto',
  'no-contact': 'sin contacto utilizable',
  'sending-off': 'el envío está desactivado',
  'run-too-large': 'muchos más mensajes de lo habitual: debe confirmarlo una persona',
  renewed: 'renovado',
  replaced: 'ya hay un certificado más nuevo del pedido',
  'renewal-requested': 'renovación solicitada',
  'automation-on': 'se renueva automáticamente',
  'notices-off': 'avisos desactivados',
  revoked: 'revocado',
  'revoked-unplanned': 'revocado sin previsión: incidencia para una persona',
  canceled: 'cancelado',
  rejected: 'rechazado',
  pending: 'aún no emitido',
  'coverage-ends-too': 'el pedido termina con su certificado y avisa por los dos',
  unsubscribed: 'la dirección se opuso',
  bouncing: 'la dirección devuelve los mensajes',
  superseded: 'una etapa posterior ocupó su lugar',
  'window-closed': 'pasó su momento',
  'ended-long-ago': 'terminó hace mucho',
  'said-before': 'ya se dijo antes de mover la etapa',
  'stage-removed': 'el calendario ya no tiene la etapa',
  'opens-later': 'se abre más adelante',
  withdrawn: 'retirado de la cartera',
  'new-cycle': 'ha empezado otro período',
  'contact-changed': 'la dirección del contacto ha cambiado',
  'facts-missing': 'faltan datos del pedido',
  discarded: 'una persona descartó su tanda',
  'dropped-out': 'no quedaba nada que decir',
};

const names: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: english, es: spanish };

/** A reason as a short label for counts and columns. A code from a later version is shown as it is. */
export function reasonName(code: string, language: Language): string {
  return names[language][code] ?? code;
}
