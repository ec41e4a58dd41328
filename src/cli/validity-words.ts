import type { Language } from '../kernel/locale.ts';
import type { Days } from '../validity/days.ts';

/** Everything `vigente validity` says to a person. Dates come in as they are to be shown. */
export interface ValidityWords {
  readonly usage: string;
  days(count: Days): string;
  /** One sentence per way of using the command wrongly. */
  unknownOption(option: string): string;
  unexpected(text: string): string;
  missing(option: string): string;
  needsValue(option: string): string;
  takesNoValue(option: string): string;
  notADate(option: string, value: string): string;
  notATerm(value: string): string;
  notALead(value: string, longest: Days): string;
  tooLongAgo(value: string, first: string): string;
  notAPolicy(value: string, known: string): string;
  readonly seeHelp: string;
  /** The answer. */
  keeps(facts: { on: string; kept: Days; until: string; days: Days }): string;
  keepsSome(facts: { on: string; kept: Days; lost: Days; until: string; days: Days }): string;
  keepsNone(facts: { on: string; lost: Days; until: string; days: Days }): string;
  lastDay(facts: { on: string; until: string; days: Days }): string;
  lapsed(facts: { on: string; ended: string; late: Days; until: string; days: Days }): string;
  readonly window: string;
  readonly coverage: string;
  readonly policy: string;
  readonly source: string;
  /** Sources of published policies in this language, by the policy's name, where it is not the policy's own. */
  readonly sources: Readonly<Record<string, string>>;
  fromTo(from: string, to: string): string;
  parts(kept: Days, added: Days): string;
  policyTerms(windowDays: Days, carriesOver: boolean): string;
  readonly unconfirmed: string;
  keptLegend(kept: Days): string;
  addedLegend(added: Days): string;
  limitFrom(day: string, limit: Days): string;
  readonly columns: readonly [number: string, issued: string, lastDay: string, days: string, maximum: string];
  /** Refusals. */
  tooEarly(facts: { on: string; early: Days; ends: string; first: string }): string;
  renewFrom(first: string): string;
  readonly tooEarlyTitle: string;
  notInForce(policy: string, on: string): string;
  inForce(from: string | undefined, until: string | undefined): string;
  readonly notInForceTitle: string;
}

const days = (count: Days) => `${count} ${count === 1 ? 'day' : 'days'}`;
const días = (count: Days) => `${count} ${count === 1 ? 'día' : 'días'}`;

const en: ValidityWords = {
  usage: `Usage: vigente validity --expires DATE --renew-on DATE [options]

Says what renewing an order on a day leads to: the days that are kept, until when it is covered,
and the certificates that cover it under the limits of their days of issue.

  --expires DATE     last day of the order to renew, such as 2027-01-31
  --renew-on DATE    day of renewal
  --term TERM        what is bought: 365d, 1y, 3y (1y if absent)
  --policy NAME      rule for renewing early: guide-2020 (if absent), none, digicert-2025, globalsign-2026
  --authority NAME   use this authority's own limits as well: digicert, sectigo, globalsign
  --lead DAYS        issue each certificate so many days before the one before it ends (0 if absent)
  --json             answer as JSON
  --lang es|en       language of the answer
`,
  days,
  unknownOption: (option) => `there is no option ${option}`,
  unexpected: (text) => `"${text}" is not expected here`,
  missing: (option) => `${option} is missing`,
  needsValue: (option) => `${option} needs a value`,
  takesNoValue: (option) => `${option} takes no value`,
  notADate: (option, value) => `${option} "${value}" is not a date of the calendar such as 2027-01-31`,
  notATerm: (value) => `--term "${value}" is not a term such as 365d or 1y, of ten years at most`,
  notALead: (value, longest) => `--lead "${value}" is not a whole number of days from 0 to ${longest}`,
  tooLongAgo: (value, first) =>
    `--renew-on ${value} is too long ago: limits in days are known for certificates issued from ${first} on`,
  notAPolicy: (value, known) => `--policy "${value}" is not one of ${known}`,
  seeHelp: 'vigente validity --help shows every option',
  keeps: (f) =>
    `Renewed on ${f.on}, the ${days(f.kept)} left ${f.kept === 1 ? 'is' : 'are'} kept: covered until ${f.until} (${days(f.days)}).`,
  keepsSome: (f) =>
    `Renewed on ${f.on}, ${days(f.kept)} of ${f.kept + f.lost} are kept and ${f.lost} lost: covered until ${f.until} (${days(f.days)}).`,
  keepsNone: (f) =>
    `Renewed on ${f.on}, the ${days(f.lost)} left ${f.lost === 1 ? 'is' : 'are'} lost: covered until ${f.until} (${days(f.days)}).`,
  lastDay: (f) => `Renewed on ${f.on}, the last day: covered until ${f.until} (${days(f.days)}).`,
  lapsed: (f) =>
    `Renewed on ${f.on}, ${days(f.late)} after the end on ${f.ended}, nothing is left to keep: covered until ${f.until} (${days(f.days)}).`,
  window: 'Window',
  coverage: 'Coverage',
  policy: 'Rule',
  source: 'Source',
  sources: {},
  fromTo: (from, to) => `${from} to ${to}`,
  parts: (kept, added) => (kept > 0 ? `${kept} kept + ${added} new` : `${added} new`),
  policyTerms: (windowDays, carriesOver) =>
    `from ${days(windowDays)} before the end; days left are ${carriesOver ? 'added' : 'not added'}`,
  unconfirmed: 'Not confirmed for your orders: promise customers no days on it.',
  keptLegend: (kept) => `▓ ${days(kept)} kept`,
  addedLegend: (added) => `░ ${days(added)} new`,
  limitFrom: (day, limit) => `from ${day} at most ${limit}`,
  columns: ['#', 'issued', 'last day', 'days', 'limit'],
  tooEarly: (f) =>
    `renewing on ${f.on} is ${days(f.early)} too early: for an order that ends on ${f.ends} the window opens on ${f.first}`,
  renewFrom: (first) => `the first possible day is ${first}`,
  tooEarlyTitle: 'Too early to renew',
  notInForce: (policy, on) => `the rule ${policy} is not in force on ${on}`,
  inForce: (from, until) =>
    `it applies to renewals ${[from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(' ')}`,
  notInForceTitle: 'Rule not in force',
};

const es: ValidityWords = {
  usage: `Uso: vigente validity --expires FECHA --renew-on FECHA [opciones]

Dice qué se obtiene al renovar un pedido en un día dado: los días que se conservan, hasta cuándo
queda vigente y los certificados que lo cubren con los límites del día en que se emite cada uno.

  --expires FECHA    último día del pedido que se renueva, por ejemplo 2027-01-31
  --renew-on FECHA   día de la renovación
  --term PLAZO       lo que se compra: 365d, 1y (un año), 3y (1y si no se indica)
  --policy NOMBRE    regla de renovación anticipada: guide-2020 (si no se indica), none,
                     digicert-2025, globalsign-2026
  --authority NOMBRE aplica también los límites propios de digicert, sectigo o globalsign
  --lead DÍAS        emite cada certificado tantos días antes de que termine el anterior (0 si no se indica)
  --json             responde en JSON
  --lang es|en       idioma de la respuesta
`,
  days: días,
  unknownOption: (option) => `no existe la opción ${option}`,
  unexpected: (text) => `aquí no se espera «${text}»`,
  missing: (option) => `falta ${option}`,
  needsValue: (option) => `${option} necesita un valor`,
  takesNoValue: (option) => `${option} no lleva valor`,
  notADate: (option, value) => `${option} «${value}» no es una fecha del calendario como 2027-01-31`,
  notATerm: (value) => `--term «${value}» no es un plazo como 365d o 1y, de diez años como máximo`,
  notALead: (value, longest) => `--lead «${value}» no es un número entero de días entre 0 y ${longest}`,
  tooLongAgo: (value, first) =>
    `--renew-on ${value} queda demasiado lejos: se conocen límites en días para certificados emitidos desde el ${first}`,
  notAPolicy: (value, known) => `--policy «${value}» no es ninguna de estas: ${known}`,
  seeHelp: 'vigente validity --help muestra todas las opciones',
  keeps: (f) =>
    f.kept === 1
      ? `Si se renueva el ${f.on}, se conserva el día que queda: vigente hasta el ${f.until} (${días(f.days)}).`
      : `Si se renueva el ${f.on}, se conservan los ${f.kept} días que quedan: vigente hasta el ${f.until} (${días(f.days)}).`,
  keepsSome: (f) =>
    `Si se renueva el ${f.on}, de los ${f.kept + f.lost} días que quedan se conservan ${f.kept} y se pierden ${f.lost}: vigente hasta el ${f.until} (${días(f.days)}).`,
  keepsNone: (f) =>
    f.lost === 1
      ? `Si se renueva el ${f.on}, se pierde el día que queda: vigente hasta el ${f.until} (${días(f.days)}).`
      : `Si se renueva el ${f.on}, se pierden los ${f.lost} días que quedan: vigente hasta el ${f.until} (${días(f.days)}).`,
  lastDay: (f) => `Si se renueva el ${f.on}, el último día: vigente hasta el ${f.until} (${días(f.days)}).`,
  lapsed: (f) =>
    `Si se renueva el ${f.on}, ${días(f.late)} después de terminar el ${f.ended}, ya no quedan días que conservar: vigente hasta el ${f.until} (${días(f.days)}).`,
  window: 'Plazo',
  coverage: 'Vigencia',
  policy: 'Regla',
  source: 'Fuente',
  sources: {
    'guide-2020':
      'guía de renovaciones para distribuidores (2020), práctica 5: renovar antes no resta vigencia',
    none: 'sin suma de días: el plazo nuevo empieza el día de la renovación',
    'digicert-2025':
      'DigiCert, texto en uso hasta 2026: los días que quedan pasan al certificado hasta donde su límite permite; el resto queda en el pedido',
    'globalsign-2026': 'GlobalSign, planes anuales de 2026: no se suman días',
  },
  fromTo: (from, to) => `del ${from} al ${to}`,
  parts: (kept, added) =>
    kept > 0
      ? `${kept} ${kept === 1 ? 'conservado' : 'conservados'} + ${added} ${added === 1 ? 'nuevo' : 'nuevos'}`
      : `${added} ${added === 1 ? 'nuevo' : 'nuevos'}`,
  policyTerms: (windowDays, carriesOver) =>
    `desde ${días(windowDays)} antes del final; los días que quedan ${carriesOver ? 'se suman' : 'no se suman'}`,
  unconfirmed: 'Sin confirmar para sus pedidos: no prometa días a sus clientes con ella.',
  keptLegend: (kept) => `▓ ${días(kept)} ${kept === 1 ? 'conservado' : 'conservados'}`,
  addedLegend: (added) => `░ ${días(added)} ${added === 1 ? 'nuevo' : 'nuevos'}`,
  limitFrom: (day, limit) => `desde el ${day}, ${limit} como máximo`,
  columns: ['n.º', 'emisión', 'último día', 'días', 'límite'],
  tooEarly: (f) =>
    `renovar el ${f.on} es ${días(f.early)} demasiado pronto: para un pedido que termina el ${f.ends} el plazo se abre el ${f.first}`,
  renewFrom: (first) => `el primer día posible es el ${first}`,
  tooEarlyTitle: 'Demasiado pronto para renovar',
  notInForce: (policy, on) => `la regla ${policy} no está en vigor el ${on}`,
  inForce: (from, until) =>
    `se aplica a renovaciones ${[from && `desde el ${from}`, until && `hasta el ${until}`].filter(Boolean).join(' ')}`,
  notInForceTitle: 'Regla que no está en vigor',
};

export const validityWords: Readonly<Record<Language, ValidityWords>> = { en, es };
