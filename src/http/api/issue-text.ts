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
  'lower-case letters, digits and hyphens, at most 40': 'hasta 40 minúsculas sin acentos, cifras y guiones',
};
