import { authorityKey } from '../catalogue/authorities.ts';
import { type ClockReading, readClocks } from './clock-reading.ts';
import { foldName } from './folded-name.ts';
import { registrableDomain } from './host-name.ts';
import type { InventoryRow, OrderStatus, Term } from './reading/inventory-row.ts';
import type { RefusalReason } from './reading/row-refusal.ts';

/** The columns of the table into which a file is copied before anything is compared, with their types. */
export const stagedColumns = {
  line: 'bigint',
  number: 'text',
  authority: 'text',
  status: 'text',
  product_code: 'text',
  product_name: 'text',
  common_name: 'text',
  names: 'text[]',
  names_complete: 'boolean',
  registrables: 'text[]',
  ordered_on: 'date',
  term: 'text',
  covers_from: 'date',
  covers_until: 'date',
  reading: 'text',
  certificate_from: 'date',
  certificate_until: 'date',
  certificate_serial: 'text',
  certificate_fingerprint: 'text',
  price_minor: 'bigint',
  currency: 'text',
  server_count: 'integer',
  notices_on: 'boolean',
  automation_on: 'boolean',
  owner: 'text',
  notes: 'text',
  holder: 'text',
  renewed_flag: 'boolean',
  renewal_of: 'text',
  renewed_by: 'text',
  customer_key: 'text',
  customer_name: 'text',
  customer_name_key: 'text',
  customer_said: 'boolean',
  account_number: 'text',
  division: 'text',
  contact_key: 'text',
  contact_address: 'text',
  contact_name: 'text',
  contact_phone: 'text',
  contact_locale: 'text',
  contact_time_zone: 'text',
  country: 'text',
  refused_column: 'text',
  refused_value: 'text',
  refused_reason: 'jsonb',
  refused_cells: 'text[]',
} as const;

export type StagedColumn = keyof typeof stagedColumns;
export type StagedValue = string | number | bigint | boolean | readonly string[] | null;
/** A column that is missing is null. */
export type StagedRow = { readonly line: number } & { readonly [column in StagedColumn]?: StagedValue };

/** A line that did not become a row travels with the others until it can be kept. */
export interface RefusedLine {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: RefusalReason;
  /** The whole line as the file has it. */
  readonly cells: readonly string[];
}

export function stageRefusal({ line, column, value, reason, cells }: RefusedLine): StagedRow {
  return {
    line,
    refused_column: column,
    refused_value: value,
    refused_reason: JSON.stringify(reason),
    // PostgreSQL keeps no NUL in a text.
    refused_cells: cells.map((cell) => cell.replaceAll('\0', '')),
  };
}

/** What is decided about a row from itself alone: which clocks it speaks of, and whose order it is. */
export interface RowSettings {
  /** For rows that name no authority themselves; undefined when nobody can say. */
  readonly authorityOf: (row: InventoryRow) => string | undefined;
}

/** One line of a file as it is staged; null where the file says nothing. */
export function stageRow(line: number, row: InventoryRow, { authorityOf }: RowSettings): StagedRow {
  const clocks = clocksOf(row);
  const names = row.names;
  return {
    line,
    number: row.orderNumber,
    authority: (row.authority ? authorityKey(row.authority) : undefined) ?? authorityOf(row) ?? null,
    ...statusOf(row),
    product_code: row.productCode ?? null,
    product_name: row.productName ?? null,
    common_name: row.commonName ?? null,
    names,
    names_complete: row.namesAreComplete,
    registrables: names.map((name) => registrableDomain(name) ?? ''),
    ordered_on: row.orderedAt ?? null,
    term: row.term ? termText(row.term) : null,
    covers_from: clocks.coverage?.from ?? null,
    covers_until: clocks.coverage?.until ?? null,
    reading: clocks.reading,
    certificate_from: clocks.certificate?.from ?? null,
    certificate_until: clocks.certificate?.until ?? null,
    certificate_serial: row.serial ?? null,
    certificate_fingerprint: row.fingerprint ?? null,
    price_minor: row.price?.minor ?? null,
    currency: row.price?.currency ?? null,
    server_count: row.serverCount ?? null,
    notices_on: row.noticesOn ?? null,
    automation_on: row.autoRenew ?? null,
    owner: row.owner ?? null,
    notes: row.notes ?? null,
    holder: row.holder ?? null,
    renewal_of: row.renewalOf ?? null,
    renewed_by: row.renewedBy ?? null,
    ...customerOf(row),
    ...contactOf(row),
  };
}

/** `renewed` as a state says two things: it was issued, and the authority calls it renewed. */
function statusOf(row: InventoryRow): Pick<StagedRow, 'status' | 'renewed_flag'> {
  return {
    status: row.status ? statuses[row.status] : null,
    renewed_flag: row.status === 'renewed' ? true : (row.isRenewed ?? null),
  };
}

/** Whether an issued certificate has ended is the clocks' to say, not a state's. */
const statuses: Readonly<Record<OrderStatus, string>> = {
  issued: 'issued',
  expired: 'issued',
  renewed: 'issued',
  'reissue-pending': 'issued',
  pending: 'pending',
  revoked: 'revoked',
  canceled: 'canceled',
  rejected: 'rejected',
};

type CustomerColumn =
  | 'customer_key'
  | 'customer_name'
  | 'customer_name_key'
  | 'customer_said'
  | 'account_number'
  | 'division';

/** A row that names no customer still belongs to one: the company it is for, else the owner of its domain. */
function customerOf(row: InventoryRow): Pick<StagedRow, CustomerColumn> {
  const account = row.accountNumber ?? null;
  const said = row.customerName ?? null;
  const name = said ?? account ?? row.holder ?? domainOf(row) ?? row.orderNumber;
  const nameKey = foldName(name);
  return {
    customer_key: account === null ? `name:${nameKey}` : `account:${account}`,
    customer_name: name,
    customer_name_key: nameKey,
    customer_said: said !== null,
    account_number: account,
    division: row.division ?? null,
  };
}

function domainOf(row: InventoryRow): string | undefined {
  const name = row.commonName ?? row.names[0];
  return name ? (registrableDomain(name) ?? name) : row.contactEmailKey?.split('@')[1];
}

type ContactColumn =
  | 'contact_key'
  | 'contact_address'
  | 'contact_name'
  | 'contact_phone'
  | 'contact_locale'
  | 'contact_time_zone'
  | 'country';

function contactOf(row: InventoryRow): Pick<StagedRow, ContactColumn> {
  const address = row.contactEmail ?? null;
  return {
    contact_key: address === null ? null : (row.contactEmailKey ?? address.toLowerCase()),
    contact_address: address,
    contact_name: row.contactName ?? null,
    contact_phone: row.contactPhone ?? null,
    contact_locale: row.contactLocale ?? null,
    contact_time_zone: row.contactTimeZone ?? null,
    country: row.country ?? null,
  };
}

/** An ISO 8601 duration. */
function termText(term: Term): string {
  if ('years' in term) return `P${term.years}Y`;
  return 'months' in term ? `P${term.months}M` : `P${term.days}D`;
}

const readings = new Map<string, ClockReading>();
const mostRemembered = 50_000;

/** Orders of one day and term read alike, so a big file asks for few different answers. */
function clocksOf(row: InventoryRow): ClockReading {
  const { validFrom, validUntil, orderFrom, orderUntil, orderedAt, term } = row;
  const key = `${validFrom ?? ''} ${validUntil ?? ''} ${orderFrom ?? ''} ${orderUntil ?? ''} ${orderedAt ?? ''} ${term ? termText(term) : ''}`;
  const known = readings.get(key);
  if (known !== undefined) return known;
  if (readings.size >= mostRemembered) readings.clear();
  const read = readClocks(row);
  readings.set(key, read);
  return read;
}

const fieldsOfColumns: Readonly<Partial<Record<StagedColumn, readonly (keyof InventoryRow)[]>>> = {
  status: ['status'],
  notices_on: ['noticesOn'],
  automation_on: ['autoRenew'],
  renewed_flag: ['isRenewed'],
  owner: ['owner'],
  notes: ['notes'],
  holder: ['holder'],
};

/**
 * The columns that a file has, as far as it matters whether it has them: those in which an empty cell may erase, and
 * those that have a default. All rows of a file have the same fields.
 */
export function presentColumns(row: InventoryRow): StagedColumn[] {
  const columns = Object.keys(fieldsOfColumns) as StagedColumn[];
  return columns.filter((column) => fieldsOfColumns[column]!.some((field) => row[field] !== undefined));
}
