import type { Language } from '../kernel/locale.ts';
import { counted } from './counted.ts';

const es = {
  usage: `vigente import ARCHIVO [opciones]
vigente import undo NÚMERO [--json]
vigente import list [--limit 20] [--json]
  Lee una cartera (CSV o XLSX; «-» es la entrada estándar), muestra qué cambiaría y la importa entera o no la importa.
  En un terminal pregunta antes; sin terminal importa sin preguntar.
  --dry-run             solo muestra qué cambiaría
  --strict              una sola línea rechazada rechaza el archivo
  --yes                 no pregunta
  --json [--summary]    el resultado para programas; con --summary, solo cantidades
  --map CAMPO=ENCABEZADO  qué columna es cuál; se puede repetir; sin encabezado, ese campo no se lee
  --authority NOMBRE    autoridad de los pedidos que no la indican
  --currency EUR        moneda de los precios que no la indican
  --date-order dmy|mdy  si va primero el día o el mes
  --encoding NOMBRE     utf-8, utf-16le, utf-16be, windows-1252
  --separator SIGNO     , ; | o tab
  --sheet NOMBRE        hoja del libro
  --file-date FECHA     de cuándo son los datos: no cambian lo que se supo después
  --partner NOMBRE      el distribuidor de quien es la cartera
undo deshace lo que esa importación hizo y nadie ha cambiado después; list las muestra.`,
  format: { csv: 'CSV', xlsx: 'XLSX' },
  separator: (sign: string) => `separador «${sign}»`,
  tab: 'tabulador',
  sheet: (name: string) => `hoja «${name}»`,
  dateOrder: { dmy: 'fechas con el día primero', mdy: 'fechas con el mes primero' },
  headingLine: (line: number) => `encabezados en la línea ${line}`,
  columns: 'Columnas',
  ignored: 'No se leen',
  known: 'Este archivo ya se había importado.',
  saidAt: (moment: string) => `Los datos cuentan como dichos el ${moment}.`,
  changes: 'Qué cambia',
  added: { one: 'se añade', other: 'se añaden' },
  changed: { one: 'cambia', other: 'cambian' },
  unchanged: { one: 'sigue igual', other: 'siguen igual' },
  refused: { one: 'se rechaza', other: 'se rechazan' },
  repeated: { one: 'repetida', other: 'repetidas' },
  orders: { one: 'pedido', other: 'pedidos' },
  customers: { one: 'cliente', other: 'clientes' },
  contacts: { one: 'contacto', other: 'contactos' },
  lines: { one: 'línea', other: 'líneas' },
  clocks: 'Cómo se han leído las fechas',
  refusals: 'Líneas rechazadas',
  line: (line: number) => `línea ${line}`,
  more: (count: string) => `… y ${count} más`,
  someChanges: 'Primeros cambios',
  unknownCurrency: (count: number) =>
    `${counted(count, { one: 'precio no dice su moneda y no se importa', other: 'precios no dicen su moneda y no se importan' }, 'es')}; indíquela con --currency`,
  unknownLanguage: (count: number, example: string) =>
    `${counted(count, { one: 'idioma que no se entiende', other: 'idiomas que no se entienden' }, 'es')} (p. ej. «${example}»): a esos contactos se les escribe en el del distribuidor, si no se sabe otro`,
  noIssueDate: (count: number, example: string) =>
    `${counted(count, { one: 'pedido no dice cuándo se emitió', other: 'pedidos no dicen cuándo se emitieron' }, 'es')} (p. ej. ${example}): sin esa fecha no se puede escribir su mensaje`,
  question: '¿Importar? [s/N] ',
  yes: ['s', 'si', 'sí', 'y', 'yes'],
  imported: (id: string) => `Importado. Es la importación ${id}; para deshacerla: vigente import undo ${id}`,
  dryRun: 'Solo era una prueba: no se ha importado nada.',
  notImported: 'No se ha importado nada.',
  strict: (count: number) =>
    `con --strict no se importa nada: ${counted(count, { one: 'línea rechazada', other: 'líneas rechazadas' }, 'es')}`,
  partly: (count: number) =>
    `${counted(count, { one: 'línea rechazada', other: 'líneas rechazadas' }, 'es')}; las demás se han importado`,
  waiting: 'Otra importación está en marcha; se espera a que termine.',
  step: { read: 'leyendo', compare: 'comparando', apply: 'importando', successions: 'buscando renovaciones' },
  rate: (rate: string) => `${rate} líneas/s`,
  left: (time: string) => `quedan ${time}`,
  interrupted: 'interrumpido; no se ha importado nada',
  undone: (id: string) => `Deshecha la importación ${id}.`,
  undoneBefore: (id: string, moment: string) => `la importación ${id} ya se deshizo el ${moment}`,
  noImport: (id: string) => `no existe la importación ${id}`,
  noImportHint: 'vigente import list las muestra',
  removed: { one: 'eliminado', other: 'eliminados' },
  withdrawn: {
    one: 'retirado (el registro de avisos lo menciona)',
    other: 'retirados (el registro de avisos los menciona)',
  },
  restored: { one: 'vuelve a lo que era', other: 'vuelven a lo que eran' },
  kept: 'No se ha podido deshacer',
  keptReason: {
    'changed-since': 'cambiado después',
    'confirmed-since': 'confirmado después por otro archivo',
    'in-the-ledger': 'el registro de avisos lo menciona',
  },
  entity: { order: 'pedido', customer: 'cliente', contact: 'contacto' },
  listHead: ['N.º', 'fecha', 'estado', 'añade', 'cambia', 'rechaza', 'archivo'],
  state: { applied: 'vigente', undone: 'deshecha' },
  noImports: 'Todavía no se ha importado nada. Empiece con «vigente import ARCHIVO --dry-run».',
};

export type ImportWords = typeof es;

const en: ImportWords = {
  usage: `vigente import FILE [options]
vigente import undo NUMBER [--json]
vigente import list [--limit 20] [--json]
  Reads an inventory (CSV or XLSX; "-" is standard input), shows what would change, and imports all of it or nothing.
  On a terminal it asks first; without one it imports without asking.
  --dry-run             only show what would change
  --strict              a single refused line refuses the file
  --yes                 do not ask
  --json [--summary]    the outcome for programs; with --summary only counts
  --map FIELD=HEADING   which column is which; may be repeated; without a heading the field is not read
  --authority NAME      authority of the orders that name none
  --currency EUR        currency of the prices that name none
  --date-order dmy|mdy  whether day or month comes first
  --encoding NAME       utf-8, utf-16le, utf-16be, windows-1252
  --separator SIGN      , ; | or tab
  --sheet NAME          sheet of the workbook
  --file-date DATE      when the data were true: they do not change what was learnt later
  --partner SLUG        the partner whose inventory it is
undo takes back what that import did and nobody has changed since; list shows them.`,
  format: { csv: 'CSV', xlsx: 'XLSX' },
  separator: (sign) => `separator "${sign}"`,
  tab: 'tab',
  sheet: (name) => `sheet "${name}"`,
  dateOrder: { dmy: 'dates with the day first', mdy: 'dates with the month first' },
  headingLine: (line) => `headings on line ${line}`,
  columns: 'Columns',
  ignored: 'Not read',
  known: 'This file has been imported before.',
  saidAt: (moment) => `Its data count as said on ${moment}.`,
  changes: 'What changes',
  added: { one: 'added', other: 'added' },
  changed: { one: 'changed', other: 'changed' },
  unchanged: { one: 'unchanged', other: 'unchanged' },
  refused: { one: 'refused', other: 'refused' },
  repeated: { one: 'repeated', other: 'repeated' },
  orders: { one: 'order', other: 'orders' },
  customers: { one: 'customer', other: 'customers' },
  contacts: { one: 'contact', other: 'contacts' },
  lines: { one: 'line', other: 'lines' },
  clocks: 'How the dates were read',
  refusals: 'Refused lines',
  line: (line) => `line ${line}`,
  more: (count) => `… and ${count} more`,
  someChanges: 'First changes',
  unknownCurrency: (count) =>
    `${counted(count, { one: 'price names no currency and is not imported', other: 'prices name no currency and are not imported' }, 'en')}; say it with --currency`,
  unknownLanguage: (count, example) =>
    `${counted(count, { one: 'language', other: 'languages' }, 'en')} not understood (e.g. "${example}"): those contacts are written to in the partner's, unless another is known`,
  noIssueDate: (count, example) =>
    `${counted(count, { one: 'order does', other: 'orders do' }, 'en')} not say when it was issued (e.g. ${example}): without that day no message about it can be made`,
  question: 'Import it? [y/N] ',
  yes: ['y', 'yes', 's', 'si', 'sí'],
  imported: (id) => `Imported. This is import ${id}; to take it back: vigente import undo ${id}`,
  dryRun: 'This was a dry run: nothing was imported.',
  notImported: 'Nothing was imported.',
  strict: (count) =>
    `with --strict nothing is imported: ${counted(count, { one: 'line', other: 'lines' }, 'en')} refused`,
  partly: (count) =>
    `${counted(count, { one: 'line', other: 'lines' }, 'en')} refused; the others were imported`,
  waiting: 'Another import is running; waiting for it to end.',
  step: { read: 'reading', compare: 'comparing', apply: 'importing', successions: 'looking for renewals' },
  rate: (rate) => `${rate} lines/s`,
  left: (time) => `${time} left`,
  interrupted: 'interrupted; nothing was imported',
  undone: (id) => `Import ${id} taken back.`,
  undoneBefore: (id, moment) => `import ${id} was already taken back on ${moment}`,
  noImport: (id) => `there is no import ${id}`,
  noImportHint: 'vigente import list shows them',
  removed: { one: 'removed', other: 'removed' },
  withdrawn: {
    one: 'withdrawn (the ledger speaks of it)',
    other: 'withdrawn (the ledger speaks of them)',
  },
  restored: { one: 'as it was before', other: 'as they were before' },
  kept: 'Could not be taken back',
  keptReason: {
    'changed-since': 'changed since',
    'confirmed-since': 'confirmed since by another file',
    'in-the-ledger': 'the ledger speaks of it',
  },
  entity: { order: 'order', customer: 'customer', contact: 'contact' },
  listHead: ['no.', 'date', 'state', 'added', 'changed', 'refused', 'file'],
  state: { applied: 'applied', undone: 'undone' },
  noImports: 'Nothing has been imported yet. Begin with "vigente import FILE --dry-run".',
};

export const importWords: Readonly<Record<Language, ImportWords>> = { es, en };
