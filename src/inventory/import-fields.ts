import type { StagedColumn } from './staged-row.ts';

/**
 * One column that a file may set. Columns under one word are one statement and are believed or not together: a price
 * is nothing without its currency.
 */
export interface ImportedField {
  readonly column: string;
  readonly word: string;
  /** What the file says, in SQL over `s` (the staged row) and `r` (the row as it is); never null unless it erases. */
  readonly incoming: string;
  /** In SQL over `s`: whether the file says anything about it. Without it: whether the cell is not empty. */
  readonly spoken?: string;
  /** The column that tells whether anything is known about the word; without it the column itself. */
  readonly knownBy?: string;
}

/** What a file with these columns may erase by leaving a cell empty: nothing is wrong with an order that has none. */
const erasable: ReadonlySet<string> = new Set<StagedColumn>(['notes', 'holder', 'owner']);

/** A cell that says nothing leaves the field as it is. */
const plain = (column: string, word: string = column, knownBy: string = column): ImportedField => ({
  column,
  word,
  knownBy,
  spoken: `s.${knownBy} is not null`,
  incoming: `coalesce(s.${column}, r.${column})`,
});

const strength = (reading: string) =>
  `case ${reading} when 'order-end-given' then 3 when 'term-beyond-end' then 2 when 'one-end' then 1 else 0 end`;

/**
 * True where the coverage that is known stays although the file reads another one out of its dates: the file knows
 * less (it has no column for the order's end) and what it says fits inside, or the certificate is a later one of the
 * same running order, whose begin plus term is not the order's.
 */
export const keepsCoverage = `(s.covers_until is null or r.covers_until is not null
  and s.reading in ('one-end', 'term-beyond-end') and s.certificate_until <= r.covers_until + 3
  and (${strength('s.reading')} < ${strength('r.reading')}
    or s.reading = 'term-beyond-end' and r.reading = 'term-beyond-end'
      and s.certificate_from > r.certificate_from + (r.certificate_until - r.certificate_from) / 2))`;

const coverage = (column: string, incoming: string): ImportedField => ({
  column,
  word: 'coverage',
  knownBy: 'covers_until',
  spoken: 's.covers_until is not null',
  incoming: `case when ${keepsCoverage} then r.${column} else ${incoming} end`,
});

/**
 * True where the row's certificate is another one than the order's: by its serial number, or without one because its
 * end lies more than half a lifetime away. (Lifetime unknown: the shortest maximum to come, 47 days.)
 */
const otherCertificate = `coalesce(s.certificate_serial <> r.certificate_serial,
  abs(s.certificate_until - r.certificate_until) > coalesce(r.certificate_until - r.certificate_from, 47) / 2.0, false)`;

const ofCertificate = (column: string): ImportedField => ({
  column,
  word: 'certificate',
  knownBy: 'certificate_until',
  spoken: 's.certificate_until is not null',
  incoming: `case when ${otherCertificate} then s.${column} else coalesce(s.${column}, r.${column}) end`,
});

/** A known authority replaces an unknown one, never the other way round. */
const authorityIncoming = "case when s.authority = 'unknown' then r.authority else s.authority end";

const statusIncoming = `coalesce(s.status,
  case when r.status = 'pending' and s.covers_until is not null then 'issued' else r.status end)`;

/** A list in another sequence is the same list; a common name alone does not replace a list that holds it. */
const namesIncoming = `case
  when cardinality(s.names) = 0 or s.names @> r.names and s.names <@ r.names then r.names
  when s.names_complete or not s.names <@ r.names then s.names
  else r.names end`;

const orderColumns: readonly ImportedField[] = [
  { column: 'authority', word: 'authority', incoming: authorityIncoming },
  { column: 'status', word: 'status', incoming: statusIncoming },
  plain('product_code'),
  plain('product_name'),
  plain('common_name'),
  { column: 'names', word: 'names', incoming: namesIncoming, spoken: 'cardinality(s.names) > 0' },
  plain('ordered_on'),
  plain('term'),
  coverage('covers_from', 'coalesce(s.covers_from, r.covers_from)'),
  coverage('covers_until', 's.covers_until'),
  coverage('reading', 's.reading'),
  ofCertificate('certificate_from'),
  plain('certificate_until', 'certificate'),
  ofCertificate('certificate_serial'),
  ofCertificate('certificate_fingerprint'),
  plain('price_minor', 'price'),
  plain('currency', 'price', 'price_minor'),
  plain('server_count'),
  plain('notices_on'),
  plain('automation_on'),
  plain('owner'),
  plain('notes'),
  plain('holder'),
  plain('renewed_flag'),
  plain('renewal_of'),
  plain('renewed_by'),
  {
    column: 'customer',
    word: 'customer',
    incoming: 'm.customer_id',
    spoken: '(s.customer_said or s.account_number is not null)',
  },
  {
    column: 'contact',
    word: 'contact',
    incoming: 'coalesce(k.id, r.contact)',
    spoken: 's.contact_key is not null',
  },
];

/** Fields of an order, for a file that has columns for `present`. */
export function orderFields(present: ReadonlySet<StagedColumn>): ImportedField[] {
  return orderColumns.map((field) => {
    const erases = erasable.has(field.column) && present.has(field.column as StagedColumn);
    return erases ? { ...field, incoming: `s.${field.column}`, spoken: 'true' } : field;
  });
}

export const customerFields: readonly ImportedField[] = [
  {
    column: 'key',
    word: 'account_number',
    knownBy: 'account_number',
    incoming: 'coalesce(s.key, r.key)',
  },
  plain('account_number'),
  { column: 'name', word: 'name', incoming: 'coalesce(s.name, r.name)' },
  { column: 'name_key', word: 'name', incoming: 'coalesce(s.name_key, r.name_key)' },
  {
    column: 'kind',
    word: 'kind',
    incoming: "case when s.agency then 'agency' else r.kind end",
    spoken: 's.agency',
  },
  plain('division'),
  plain('owner'),
  plain('country'),
];

export const contactFields: readonly ImportedField[] = [
  plain('address'),
  plain('name'),
  plain('phone'),
  plain('locale'),
  plain('time_zone'),
  plain('country'),
];

/**
 * True where a word spoken at `saidAt` may set a column of `r`: no newer word has set it, or nobody has said anything
 * about it so far. `words` holds the moments that differ from the row's own `word_at`.
 */
export function accepts(field: Pick<ImportedField, 'column' | 'word' | 'knownBy'>, saidAt: string): string {
  return `(case when r.words is null and ${saidAt} >= r.word_at then true
    else coalesce(${saidAt} >= (r.words ->> '${field.word}')::timestamptz,
      ${saidAt} >= r.word_at or r.${field.knownBy ?? field.column} is null) end)`;
}

/** One field for each word: the one that the word hangs on. */
export function wordFields(fields: readonly ImportedField[]): ImportedField[] {
  const own = (field: ImportedField) => (field.knownBy ?? field.column) === field.column;
  return [...Map.groupBy(fields, ({ word }) => word).values()].map((same) => same.find(own) ?? same[0]!);
}

/**
 * `words` of row `r` after a word spoken at `saidAt` has set it to `n` (all null where nothing changes): the moments
 * of what the file did not say, of what it was not believed in, and of what it erased.
 */
export function wordsAfter(fields: readonly ImportedField[], saidAt: string): string {
  const entries = wordFields(fields).map((field) => {
    const { column, word } = field;
    const before = `coalesce((r.words ->> '${word}')::timestamptz, r.word_at)`;
    const spoken = field.spoken ?? `s.${column} is not null`;
    const after = `case when ${spoken} and ${accepts(field, saidAt)} then ${saidAt} else ${before} end`;
    const value = `case when n.id is null then r.${column} else n.${column} end`;
    return `'${word}', (select case when (${value}) is not null and w.after <> greatest(r.word_at, ${saidAt})
      or (${value}) is null and (r.${column} is not null or r.words ? '${word}') then w.after::text end
      from (select ${after} as after) w)`;
  });
  return `nullif(jsonb_strip_nulls(jsonb_build_object(${entries.join(',\n')})), '{}')`;
}
