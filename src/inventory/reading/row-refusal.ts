import type { Language } from '../../kernel/locale.ts';

/** Why a line did not become a row. `params` fills the words. */
export interface RefusalReason {
  readonly code: RefusalCode;
  readonly params: Readonly<Record<string, string | number>>;
}

type Words = Readonly<Record<Language, string>>;

const words = {
  'no-order-number': {
    es: 'falta el número de pedido',
    en: 'there is no order number',
  },
  'mangled-number': {
    es: 'la hoja de cálculo ha convertido el número y se han perdido cifras: dé formato de texto a la columna',
    en: 'the spreadsheet has rewritten the number and digits are lost: format the column as text',
  },
  'repeated-order': {
    es: 'el pedido ya está en la línea {firstLine} con otros valores',
    en: 'the order is already on line {firstLine} with other values',
  },
  'no-such-date': {
    es: 'esa fecha no existe',
    en: 'there is no such date',
  },
  'not-a-date': {
    es: 'no es una fecha que se pueda leer; por ejemplo 2027-01-31',
    en: 'not a date that can be read; for example 2027-01-31',
  },
  'two-digit-year': {
    es: 'el año tiene dos cifras y puede leerse de varias maneras: escriba cuatro',
    en: 'the year has two digits and can be read in several ways: write four',
  },
  'implausible-date': {
    es: 'el año queda fuera de {from}–{until}',
    en: 'the year is outside {from}–{until}',
  },
  'date-order-unknown': {
    es: 'no se sabe si va primero el día o el mes: indique --date-order dmy o mdy',
    en: 'whether day or month comes first is not known: say --date-order dmy or mdy',
  },
  'ends-before-start': {
    es: 'termina antes de empezar ({start})',
    en: 'it ends before it starts ({start})',
  },
  'not-an-address': {
    es: 'no es una dirección de correo',
    en: 'not an e-mail address',
  },
  'not-a-name': {
    es: '«{name}» no es un nombre de servidor',
    en: '"{name}" is not a host name',
  },
  'bad-number': {
    es: 'no es un número que se pueda leer',
    en: 'not a number that can be read',
  },
  'bad-price': {
    es: 'no es un precio que se pueda leer; por ejemplo 1.250,00 €',
    en: 'not a price that can be read; for example 1,250.00 EUR',
  },
  'two-currencies': {
    es: 'el precio está en {price} y la columna de moneda dice {column}',
    en: 'the price is in {price} and the currency column says {column}',
  },
  'bad-term': {
    es: 'no es un periodo que se pueda leer; por ejemplo 1 año o 397 días',
    en: 'not a term that can be read; for example 1 year or 397 days',
  },
  'bad-answer': {
    es: 'no es ni sí ni no',
    en: 'neither yes nor no',
  },
  'unknown-status': {
    es: 'no es un estado conocido; por ejemplo emitido, pendiente, revocado o cancelado',
    en: 'not a known status; for example issued, pending, revoked or cancelled',
  },
  'not-a-time-zone': {
    es: 'no es una zona horaria conocida; por ejemplo America/Bogota',
    en: 'not a known time zone; for example America/Bogota',
  },
  'not-a-country': {
    es: 'no es un país conocido; por ejemplo ES o México',
    en: 'not a known country; for example ES or Mexico',
  },
  'not-hexadecimal': {
    es: 'no es una secuencia hexadecimal de la longitud esperada',
    en: 'not a hexadecimal sequence of the expected length',
  },
  'too-long': {
    es: 'tiene más de {limit} caracteres',
    en: 'it has more than {limit} characters',
  },
  'too-many-names': {
    es: 'hay más de {limit} nombres',
    en: 'there are more than {limit} names',
  },
  'too-many-cells': {
    es: 'la línea tiene {cells} celdas y solo hay {columns} encabezados: puede faltar una comilla',
    en: 'the line has {cells} cells under {columns} headings: a quotation mark may be missing',
  },
} as const satisfies Record<string, Words>;

export type RefusalCode = keyof typeof words;

/** The reason as a sentence without capital or full stop, to stand after the column and the value. */
export function refusalWords(reason: RefusalReason, language: Language): string {
  return words[reason.code][language].replace(/\{(\w+)\}/g, (_, key: string) =>
    String(reason.params[key] ?? '?'),
  );
}

/** A reason; most need no parameters. */
export function refuse(code: RefusalCode, params: RefusalReason['params'] = {}): RefusalReason {
  return { code, params };
}

const shownCharacters = 80;

/** A cell as it may be shown back: one line, no control or invisible characters, at most 80 characters. */
export function shownValue(cell: string): string {
  const head = cell.slice(0, shownCharacters * 4);
  const line = head.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029\s]+/gu, ' ').trim();
  const characters = [...line];
  if (characters.length <= shownCharacters && head.length === cell.length) return line;
  return `${characters.slice(0, shownCharacters - 1).join('')}…`;
}
