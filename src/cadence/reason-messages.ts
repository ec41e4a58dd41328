import type { Language } from '../kernel/locale.ts';
import type { ReasonCode } from './reason.ts';

/** ICU messages. `last` is the words of another reason, or empty; dates arrive as instants. */
export const reasonMessages: Readonly<Record<Language, Readonly<Record<ReasonCode, string>>>> = {
  es: {
    'stage-open':
      '{past, select, yes {Terminó hace {daysPast, plural, one {# día} other {# días}}} other {{daysLeft, plural, =0 {Termina hoy} one {Queda # día} other {Quedan # días}}}}',
    'pulled-forward':
      'Se adelanta: su etapa se abre el {opensAt, date, medium} y ya sale un mensaje a esta dirección',
    'rides-along': 'Acompaña a otro aviso que sale hoy a la misma dirección',
    'brought-forward':
      'Adelantado por {by}: le tocaba el {opensAt, date, medium}{hasNote, select, yes {. «{note}»} other {}}',
    'on-hold':
      'En espera por {by} hasta el {until, date, medium}{isLate, select, yes {, cuando su plazo ya habrá pasado} other {}}{hasNote, select, yes {: «{note}»} other {}}',
    'not-approved': 'Falta aprobar los avisos de este día',
    skipped:
      'Omitido por {by}{hasUntil, select, yes {, como todo lo del cliente hasta el {until, date, medium}} other {}}{hasNote, select, yes {: «{note}»} other {}}',
    'perhaps-renewed': 'Parece renovado; falta que alguien lo confirme',
    gap: 'Última comunicación el {lastNoticeAt, date, medium}; se dejan al menos {days, plural, one {# día} other {# días}} entre avisos a una dirección',
    'daily-cap': 'Esta dirección ya recibió {cap, plural, one {# aviso} other {# avisos}} hoy',
    'quiet-hours': 'Fuera del horario de avisos en {timeZone}',
    'day-off': 'No es día laborable en {timeZone}',
    holiday: 'El {date} es festivo en {country}',
    'no-contact': 'Nadie a quien escribir: el pedido no tiene un contacto con dirección válida',
    'sending-off': 'El envío está desactivado',
    'run-too-large':
      'Se enviarían {count, number} avisos y lo habitual son {usual, number}; hace falta que alguien lo apruebe',
    renewed: 'Ya está renovado',
    replaced: 'Sustituido por un certificado más reciente del mismo pedido desde el {at, date, medium}',
    'renewal-requested': 'La renovación se solicitó el {at, date, medium}',
    'automation-on': 'Se renueva automáticamente',
    'notices-off': 'Los avisos de este pedido están desactivados',
    revoked: 'El certificado se revocó a propósito',
    'revoked-unplanned': 'Revocación imprevista: es una incidencia y se atiende aparte',
    canceled: 'El pedido está cancelado',
    rejected: 'El pedido fue rechazado',
    pending: 'El pedido aún no se ha emitido',
    'coverage-ends-too':
      'La vigencia del pedido termina el {coverageEndsAt, date, medium}, como máximo {withinDays, plural, one {# día} other {# días}} después que el certificado: avisa el calendario del pedido',
    unsubscribed:
      'Se dio de baja de {purpose, select, safety {los avisos de seguridad} reminder {los recordatorios} other {las ofertas}}',
    bouncing: 'La dirección devuelve los mensajes',
    superseded: 'Reemplazada por la etapa de {stage}{hasLast, select, yes { (antes: {last})} other {}}',
    'window-closed': 'Pasó su plazo{hasLast, select, yes { ({last})} other {}}',
    'said-before': 'Ya se dijo en la etapa de {stage}, de donde se movió esta',
    'stage-removed':
      'El calendario de avisos ya no tiene esta etapa{hasLast, select, yes { ({last})} other {}}',
    'ended-long-ago': 'Terminó el {endedAt, date, medium}; ya no se avisa',
    withdrawn: 'El pedido se ha retirado de la cartera',
    'new-cycle': 'Ha empezado otro período',
    'contact-changed': 'El contacto del pedido o su dirección ha cambiado',
    'facts-missing': 'Faltan datos del pedido en la cartera',
    discarded: 'Una persona descartó la tanda en la que iba a salir',
    'opens-later': 'Se abre el {at, date, medium}',
  },
  en: {
    'stage-open':
      '{past, select, yes {Ended {daysPast, plural, one {# day} other {# days}} ago} other {{daysLeft, plural, =0 {Ends today} one {# day left} other {# days left}}}}',
    'pulled-forward':
      'Brought forward: its stage opens on {opensAt, date, medium} and a message to this address leaves now',
    'rides-along': 'Goes with another notice that leaves for the same address today',
    'brought-forward':
      'Brought forward by {by}: it would have opened on {opensAt, date, medium}{hasNote, select, yes {. “{note}”} other {}}',
    'on-hold':
      'On hold by {by} until {until, date, medium}{isLate, select, yes {, when its time will have passed} other {}}{hasNote, select, yes {: “{note}”} other {}}',
    'not-approved': 'This day’s notices are still to be approved',
    skipped:
      'Skipped by {by}{hasUntil, select, yes {, like everything of this customer until {until, date, medium}} other {}}{hasNote, select, yes {: “{note}”} other {}}',
    'perhaps-renewed': 'Looks renewed; a person should confirm it',
    gap: 'Last written to on {lastNoticeAt, date, medium}; notices to one address keep at least {days, plural, one {# day} other {# days}} between them',
    'daily-cap': 'This address already got {cap, plural, one {# notice} other {# notices}} today',
    'quiet-hours': 'Outside the hours for notices in {timeZone}',
    'day-off': 'Not a working day in {timeZone}',
    holiday: '{date} is a public holiday in {country}',
    'no-contact': 'Nobody to write to: the order has no contact with a valid address',
    'sending-off': 'Sending is off',
    'run-too-large':
      '{count, number} notices would leave where {usual, number} are usual; a person has to approve it',
    renewed: 'Already renewed',
    replaced: 'Replaced by a newer certificate of the same order since {at, date, medium}',
    'renewal-requested': 'Renewal was requested on {at, date, medium}',
    'automation-on': 'Renews automatically',
    'notices-off': 'Notices for this order are switched off',
    revoked: 'The certificate was revoked on purpose',
    'revoked-unplanned': 'Unplanned revocation: an incident, handled separately',
    canceled: 'The order was cancelled',
    rejected: 'The order was rejected',
    pending: 'The order has not been issued yet',
    'coverage-ends-too':
      'The order itself ends on {coverageEndsAt, date, medium}, no more than {withinDays, plural, one {# day} other {# days}} after the certificate: the order’s own notices speak',
    unsubscribed:
      'Unsubscribed from {purpose, select, safety {safety notices} reminder {reminders} other {offers}}',
    bouncing: 'The address returns messages',
    superseded: 'Overtaken by the stage {stage}{hasLast, select, yes { (before that: {last})} other {}}',
    'window-closed': 'Its time passed{hasLast, select, yes { ({last})} other {}}',
    'said-before': 'Already said in the stage {stage}, from where this one was moved',
    'stage-removed':
      'The calendar of notices no longer has this stage{hasLast, select, yes { ({last})} other {}}',
    'ended-long-ago': 'Ended on {endedAt, date, medium}; no longer written about',
    withdrawn: 'The order was taken out of the inventory',
    'new-cycle': 'Another period has begun',
    'contact-changed': 'The order’s contact or its address has changed',
    'facts-missing': 'Facts of the order are missing in the inventory',
    discarded: 'A person discarded the run in which it was to go',
    'opens-later': 'Opens on {at, date, medium}',
  },
};
