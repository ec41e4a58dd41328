import { IntlMessageFormat } from 'intl-messageformat';
import type { z } from 'zod';
import type { Language } from '../../kernel/locale.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong at one place of a request; in English the schema library's own words. */
export function issueText(issue: Issue, language: Language): string {
  if (language === 'en') return issue.message;
  if (issue.message in expected) return `se espera ${expected[issue.message]}`;
  const { text, values } = spanishIssue(issue);
  return String(new IntlMessageFormat(text, 'es').format(values));
}

interface Said {
  readonly text: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

function spanishIssue(issue: Issue): Said {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.message.endsWith('received undefined')) return { text: 'falta' };
      return { text: 'se espera {type}', values: { type: types[issue.expected] ?? issue.expected } };
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return { text: 'no puede quedar vacío' };
      return { text: least[issue.origin] ?? least.number!, values: { limit: Number(issue.minimum) } };
    case 'too_big':
      return { text: most[issue.origin] ?? most.number!, values: { limit: Number(issue.maximum) } };
    case 'invalid_format':
      return { text: formats[issue.format] ?? 'no tiene la forma que se espera' };
    case 'not_multiple_of':
      return { text: 'se espera un múltiplo de {step}', values: { step: Number(issue.divisor) } };
    case 'unrecognized_keys':
      return { text: 'aquí no se espera {keys}', values: { keys: issue.keys.join(', ').slice(0, 200) } };
    case 'invalid_value':
      return { text: 'se espera {values}', values: { values: issue.values.map(String).join(', ') } };
    case 'invalid_union':
      return { text: 'no es ninguna de las cosas que se esperan aquí' };
    case 'invalid_key':
    case 'invalid_element':
      return { text: 'contiene algo que no se espera' };
    case 'custom':
      return { text: 'no es válido' };
  }
}

const types: Readonly<Record<string, string>> = {
  string: 'un texto',
  number: 'un número',
  int: 'un número entero',
  boolean: 'sí o no (true o false)',
  array: 'una lista',
  object: 'un objeto',
  record: 'un objeto',
  null: 'nada (null)',
};

const least: Readonly<Record<string, string>> = {
  string: '{limit, plural, one {se espera al menos un carácter} other {se esperan al menos # caracteres}}',
  array: '{limit, plural, one {se espera al menos un elemento} other {se esperan al menos # elementos}}',
  number: 'se espera {limit, number} o más',
};

const most: Readonly<Record<string, string>> = {
  string: '{limit, plural, one {se admite un carácter} other {se admiten # caracteres como máximo}}',
  array: '{limit, plural, one {se admite un elemento} other {se admiten # elementos como máximo}}',
  number: 'se espera {limit, number} o menos',
};

const formats: Readonly<Record<string, string>> = {
  email: 'se espera una dirección de correo',
  url: 'se espera una dirección web',
  date: 'se espera un día como 2026-11-23',
  datetime: 'se espera un instante como 2026-11-23T09:00:00Z',
  uuid: 'se espera un UUID',
};

/** What schemas of the contract say of a form of their own. */
export const expected: Readonly<Record<string, string>> = {
  'a row id: digits only': 'el número de una fila, solo cifras',
  'a calendar day such as 2026-11-23': 'un día del calendario como 2026-11-23',
  'an ISO 3166-1 country code such as ES': 'un código de país ISO 3166-1 como ES',
  'an ISO 4217 code such as EUR': 'un código de moneda ISO 4217 como EUR',
  'row ids with commas between them': 'números de filas separados por comas',
  'a time of day such as 09:00': 'una hora como 09:00',
  'a word of the address: letters and hyphens': 'una palabra de la dirección: letras y guiones',
  'the key of a column, `-` before one that is hidden':
    'la clave de una columna, con `-` delante si está oculta',
  'at most 30 words': 'un máximo de 30 palabras',
  'no word that belongs to no view': 'ninguna palabra ajena a las vistas',
  'each column once': 'cada columna una sola vez',
  'something to change': 'algo que cambiar',
  'an id that no other calendar has': 'un identificador que no tenga otro calendario',
  'an id that no other stage has': 'un identificador que no tenga otra etapa',
  'a day on which no other stage opens': 'un día en el que no se abra otra etapa',
  'for how many days a stage after the end stays open':
    'cuántos días sigue abierta una etapa posterior al fin',
  'no share for a stage after the end': 'una etapa posterior al fin sin porcentaje',
  'no length for a stage before the end, which is open until the next one':
    'una etapa anterior al fin sin duración, pues sigue abierta hasta la siguiente',
  'a share no larger than that of a stage before it': 'un porcentaje que no supere el de una etapa anterior',
  'conditions, as another calendar of this kind has none':
    'alguna condición, pues otro calendario del mismo tipo no tiene ninguna',
  'the calendar without conditions as the last of its kind':
    'el calendario sin condiciones como último de su tipo',
  'a name for a calendar with conditions': 'un nombre para el calendario con condiciones',
  'one calendar without conditions for each kind': 'un calendario sin condiciones para cada tipo',
  'a host name such as smtp.example.com, without smtp:// and without a port':
    'un nombre de servidor como smtp.example.com, sin smtp:// y sin puerto',
  'one line without control characters': 'una sola línea sin caracteres de control',
  'lower-case letters, digits and hyphens, at most 40': 'hasta 40 minúsculas sin acentos, cifras y guiones',
};
