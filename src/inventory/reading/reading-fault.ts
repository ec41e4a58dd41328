import { Fault, type FaultKind } from '../../kernel/fault.ts';
import type { Language } from '../../kernel/locale.ts';

interface FaultWords {
  readonly kind: FaultKind;
  readonly es: string;
  readonly en: string;
  readonly hint?: { readonly es: string; readonly en: string };
}

const asText = {
  es: 'Guarde la cartera como .xlsx o como CSV (UTF-8).',
  en: 'Save the inventory as .xlsx or as CSV (UTF-8).',
};
const asCsv = {
  es: 'Ábralo en su hoja de cálculo, elija «Guardar como» y «CSV UTF-8», e importe ese archivo: no tiene este límite.',
  en: 'Open it in your spreadsheet program, choose "Save as" and "CSV UTF-8", and import that file: it has no such limit.',
};
const mapIt = {
  es: 'Diga qué columna es: --map orderNumber="Encabezado".',
  en: 'Say which column it is: --map orderNumber="Heading".',
};
const sayOrder = {
  es: 'Indique --date-order dmy (primero el día) o --date-order mdy (primero el mes).',
  en: 'Say --date-order dmy (day first) or --date-order mdy (month first).',
};
const splitIt = {
  es: 'Reparta la cartera en varios archivos.',
  en: 'Split the inventory into several files.',
};

const words = {
  'not-there': {
    kind: 'not-found',
    es: '{name}: el archivo no existe',
    en: '{name}: there is no such file',
  },
  'a-folder': {
    kind: 'invalid',
    es: '{name} es una carpeta y se esperaba un archivo',
    en: '{name} is a folder; a file was expected',
  },
  'not-a-file': {
    kind: 'invalid',
    es: '{name} no es un archivo corriente',
    en: '{name} is not an ordinary file',
  },
  unreadable: {
    kind: 'forbidden',
    es: '{name}: no hay permiso para leer el archivo',
    en: '{name}: the file may not be read',
  },
  'read-error': {
    kind: 'unavailable',
    es: '{name}: la lectura se ha interrumpido',
    en: '{name}: reading broke off',
  },
  empty: {
    kind: 'invalid',
    es: '{name} está vacío',
    en: '{name} is empty',
  },
  'too-many-bytes': {
    kind: 'too-large',
    es: '{name} pasa de {limit} MiB',
    en: '{name} is larger than {limit} MiB',
    hint: splitIt,
  },
  'too-many-rows': {
    kind: 'too-large',
    es: '{name} tiene más de {limit} líneas',
    en: '{name} has more than {limit} lines',
    hint: splitIt,
  },
  'too-many-columns': {
    kind: 'too-large',
    es: '{name}, línea {line}: hay más de {limit} columnas',
    en: '{name}, line {line}: there are more than {limit} columns',
  },
  'record-too-long': {
    kind: 'too-large',
    es: '{name}, línea {line}: la línea pasa de {limit} caracteres o una comilla no se cierra',
    en: '{name}, line {line}: the line exceeds {limit} characters, or a quotation mark never closes',
  },
  'unclosed-quote': {
    kind: 'invalid',
    es: '{name}, línea {line}: se abre una comilla que no se cierra hasta el final del archivo',
    en: '{name}, line {line}: a quotation mark opens and never closes',
    hint: {
      es: 'Cierre la comilla o escriba dos seguidas si forma parte del texto.',
      en: 'Close it, or write it twice if it belongs to the text.',
    },
  },
  'nul-byte': {
    kind: 'invalid',
    es: '{name}, línea {line}: hay un byte cero; no es un archivo de texto',
    en: '{name}, line {line}: there is a NUL byte; this is not a text file',
    hint: asText,
  },
  binary: {
    kind: 'unsupported',
    es: '{name} no es una cartera, sino {what}',
    en: '{name} is not an inventory but {what}',
    hint: asText,
  },
  'damaged-utf8': {
    kind: 'invalid',
    es: '{name}, línea {line}: el texto está en UTF-8 salvo un byte que no lo es',
    en: '{name}, line {line}: the text is UTF-8 but for a byte that is not',
    hint: {
      es: 'Guárdelo de nuevo como UTF-8 o indique --encoding windows-1252.',
      en: 'Save it again as UTF-8, or say --encoding windows-1252.',
    },
  },
  'wrong-encoding': {
    kind: 'invalid',
    es: '{name}: el texto no está en {encoding}',
    en: '{name}: the text is not {encoding}',
  },
  'no-headings': {
    kind: 'invalid',
    es: '{name}: no hay ninguna línea con texto',
    en: '{name}: there is no line with text',
  },
  'only-headings': {
    kind: 'invalid',
    es: '{name}: debajo de los encabezados no hay pedidos',
    en: '{name}: there are no orders under the headings',
  },
  'no-order-number': {
    kind: 'invalid',
    es: '{name}: ninguna columna contiene el número de pedido; los encabezados son {found}',
    en: '{name}: no column holds the order number; the headings are {found}',
    hint: mapIt,
  },
  'claimed-twice': {
    kind: 'invalid',
    es: '{name}: «{first}» y «{second}» son los dos {field}',
    en: '{name}: "{first}" and "{second}" both mean {field}',
    hint: {
      es: 'Elija una: --map {field}="{first}".',
      en: 'Choose one: --map {field}="{first}".',
    },
  },
  'unknown-field': {
    kind: 'invalid',
    es: '--map: no existe el campo {field}; los campos son {known}',
    en: '--map: there is no field {field}; the fields are {known}',
  },
  'heading-not-there': {
    kind: 'invalid',
    es: '--map {field}: {name} no tiene el encabezado «{heading}»; tiene {found}',
    en: '--map {field}: {name} has no heading "{heading}"; it has {found}',
  },
  'unknown-currency': {
    kind: 'invalid',
    es: '--currency: «{currency}» no es un código de moneda, como EUR o MXN',
    en: '--currency: "{currency}" is not a currency code such as EUR or MXN',
  },
  'date-order-open': {
    kind: 'invalid',
    es: '{name}: las fechas pueden leerse de dos maneras; en la línea {line}, {value} en «{column}»',
    en: '{name}: the dates can be read in two ways; on line {line}, {value} under "{column}"',
    hint: sayOrder,
  },
  'date-order-mixed': {
    kind: 'invalid',
    es: '{name}: la línea {dayFirstLine} escribe primero el día ({dayFirst}) y la {monthFirstLine}, primero el mes ({monthFirst})',
    en: '{name}: line {dayFirstLine} writes the day first ({dayFirst}), line {monthFirstLine} the month ({monthFirst})',
    hint: {
      es: 'Indique --date-order dmy o mdy; las líneas que no encajen se rechazarán una a una.',
      en: 'Say --date-order dmy or mdy; lines that do not fit will be refused one by one.',
    },
  },
  'zip-bomb': {
    kind: 'too-large',
    es: '{name}: descomprimido ocuparía {inflated} MiB; el límite es {limit} MiB y {ratio} veces su tamaño',
    en: '{name}: inflated it would take {inflated} MiB; the limit is {limit} MiB and {ratio} times its size',
  },
  'too-much-text': {
    kind: 'too-large',
    es: '{name}: el libro contiene {inflated} MiB de textos distintos y el límite es {limit} MiB',
    en: '{name}: the workbook holds {inflated} MiB of different texts; the limit is {limit} MiB',
    hint: asCsv,
  },
  'too-many-parts': {
    kind: 'too-large',
    es: '{name}: el libro consta de más de {limit} partes',
    en: '{name}: the workbook has more than {limit} parts',
  },
  'workbook-too-big': {
    kind: 'too-large',
    es: '{name}: el libro necesita más memoria que los {limit} MiB previstos',
    en: '{name}: the workbook needs more than the {limit} MiB of memory set aside',
    hint: asCsv,
  },
  'broken-workbook': {
    kind: 'invalid',
    es: '{name}: el libro está dañado o no es un .xlsx',
    en: '{name}: the workbook is damaged or not an .xlsx',
    hint: asText,
  },
  'no-such-sheet': {
    kind: 'invalid',
    es: '{name}: no hay ninguna hoja «{sheet}»; hay {found}',
    en: '{name}: there is no sheet "{sheet}"; there are {found}',
  },
} as const satisfies Record<string, FaultWords>;

export type ReadingFaultCode = keyof typeof words;

/** A fault of reading a file, in the reader's language. Values are expected to be fit to show. */
export function readingFault(
  code: ReadingFaultCode,
  language: Language,
  params: Readonly<Record<string, string | number>>,
  cause?: unknown,
): Fault {
  const said: FaultWords = words[code];
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? '?'));
  return new Fault(said.kind, fill(said[language]), {
    ...(said.hint ? { hint: fill(said.hint[language]) } : {}),
    ...(cause === undefined ? {} : { cause }),
  });
}
