import { type MailAddress, parseAddress } from '../../kernel/mail-address.ts';
import { normalizeHostName } from '../host-name.ts';
import { readAnswer } from './answer.ts';
import { type DateOrder, readCalendarDay } from './calendar-day.ts';
import { manyLines, oneLine } from './cell-text.ts';
import { countryCode } from './country-code.ts';
import type { ColumnField } from './heading-names.ts';
import type { InventoryRow, OrderStatus } from './inventory-row.ts';
import { languageTag } from './language-tag.ts';
import { maxNames, maxNamesCharacters, maxNoteCharacters, maxTextCharacters } from './reading-limits.ts';
import { type RefusalReason, refuse } from './row-refusal.ts';
import { readStatus } from './status-word.ts';
import { readTerm, type TermUnit } from './term-text.ts';

/** A row while its cells are read. `parts` holds what several columns make up together. */
export interface Draft {
  readonly row: { -readonly [K in keyof InventoryRow]: InventoryRow[K] };
  readonly parts: {
    commonName: string | null;
    names: string[];
    firstName: string | null;
    lastName: string | null;
    price: string | null;
    currency: string | null;
    /** The cell where a language is expected. */
    language: string | null;
    /** What stands where a language is expected and is none. */
    unknownLanguage: string | null;
  };
}

/** Reads one cell (trimmed, `''` when empty) into the draft, or says why it cannot. */
export type CellReading = (text: string, draft: Draft) => RefusalReason | undefined;

type DraftRow = Draft['row'];

/** Reads a cell and gives its value, `null` for nothing, or a reason. */
type ValueReading<T> = (text: string) => T | RefusalReason;

function isReason(value: unknown): value is RefusalReason {
  return typeof value === 'object' && value !== null && 'code' in value;
}

/** A cell that is one field of the row. `keep` names the field, so that the store stays a fast one. */
function into<T>(read: ValueReading<T>, keep: (row: DraftRow, value: T | null) => void): CellReading {
  return (text, { row }) => {
    if (text === '') {
      keep(row, null);
      return undefined;
    }
    const value = read(text);
    if (isReason(value)) return value;
    keep(row, value);
    return undefined;
  };
}

function intoPart(key: 'firstName' | 'lastName' | 'price' | 'currency'): CellReading {
  return (text, draft) => {
    if (text.length > maxTextCharacters) return refuse('too-long', { limit: maxTextCharacters });
    draft.parts[key] = text === '' ? null : oneLine(text);
    return undefined;
  };
}

function readText(text: string): string | RefusalReason {
  return text.length > maxTextCharacters ? refuse('too-long', { limit: maxTextCharacters }) : oneLine(text);
}

function readNote(text: string): string | RefusalReason {
  return text.length > maxNoteCharacters ? refuse('too-long', { limit: maxNoteCharacters }) : manyLines(text);
}

const rewritten = /^\d(?:[.,]\d+)?E\+\d+$/i;

/** Order and account numbers: text, never arithmetic. What a spreadsheet has rounded is refused. */
function readNumberText(text: string): string | RefusalReason {
  return rewritten.test(text) ? refuse('mangled-number') : readText(text);
}

const orderNumber: CellReading = (text, draft) => {
  if (text === '') return refuse('no-order-number');
  const value = readNumberText(text);
  if (isReason(value)) return value;
  if (value === '') return refuse('no-order-number');
  draft.row.orderNumber = value;
  return undefined;
};

/** The number of another order; authorities write `0` for none. */
function linkedOrder(keep: (row: DraftRow, value: string | null) => void): CellReading {
  const read = into(readNumberText, keep);
  return (text, draft) => read(text === '0' ? '' : text, draft);
}

/** Addresses as nearly all are written; `parseAddress` leaves them as they are. */
const commonAddress = /^[a-z0-9]+(?:[._-][a-z0-9]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,24}$/;

const displayedAddress = /^(?:mailto:|[^<>@]*<)\s*([^<>\s]+?)\s*>?$/i;

const contactEmail: CellReading = (text, draft) => {
  draft.row.contactEmail = null;
  draft.row.contactEmailKey = null;
  if (text === '') return undefined;
  const parsed = commonly(text) ?? parseAddress(text) ?? parseAddress(displayedAddress.exec(text)?.[1] ?? '');
  if (parsed === undefined) return refuse('not-an-address');
  draft.row.contactEmail = parsed.address;
  draft.row.contactEmailKey = parsed.key;
  return undefined;
};

function commonly(text: string): MailAddress | undefined {
  return text.length <= 64 && commonAddress.test(text) ? { address: text, key: text } : undefined;
}

const webAddress = /^https?:\/\/([^/?#\s]+)(?:[/?#]\S*)?$/i;

/** A name, also out of a pasted `https://name/path`: what stands between the slashes can only be the host. */
function readHostName(text: string): string | RefusalReason {
  const name = normalizeHostName(text) ?? normalizeHostName(webAddress.exec(text)?.[1] ?? '');
  return name ?? refuse('not-a-name', { name: text.slice(0, 60) });
}

const commonName: CellReading = (text, draft) => {
  draft.row.commonName = null;
  if (text === '') return undefined;
  const name = readHostName(text);
  if (isReason(name)) return name;
  draft.row.commonName = name;
  draft.parts.commonName = name;
  return undefined;
};

const names: CellReading = (text, draft) => {
  if (text === '') return undefined;
  if (text.length > maxNamesCharacters) return refuse('too-long', { limit: maxNamesCharacters });
  const pieces = text.includes(',') || /[\s;|]/.test(text) ? text.split(/[\s,;|]+/) : [text];
  if (pieces.length > maxNames) return refuse('too-many-names', { limit: maxNames });
  for (const piece of pieces) {
    if (piece === '') continue;
    const name = readHostName(piece);
    if (isReason(name)) return name;
    draft.parts.names.push(name);
  }
  return undefined;
};

function readCount(text: string): number | RefusalReason {
  const bare = /^\d{1,3}(?:[.,]\d{3})+$/.test(text) ? text.replace(/[.,]/g, '') : text.replace(/[.,]0+$/, '');
  return /^\d{1,7}$/.test(bare) ? Number(bare) : refuse('bad-number');
}

const yesOrNo: ValueReading<boolean> = (text) => readAnswer(text) ?? refuse('bad-answer');

function term(unit?: TermUnit): CellReading {
  return into(
    (text) => readTerm(text, unit) ?? refuse('bad-term'),
    (row, value) => {
      row.term = value;
    },
  );
}

function hexadecimal(lengths: (length: number) => boolean): ValueReading<string> {
  return (text) => {
    const bare = text
      .replace(/^0x/i, '')
      .replace(/[\s:-]+/g, '')
      .toLowerCase();
    if (rewritten.test(text)) return refuse('mangled-number');
    return /^[0-9a-f]+$/.test(bare) && lengths(bare.length) ? bare : refuse('not-hexadecimal');
  };
}

/** RFC 5280 4.1.2.2: a serial number has at most 20 octets. */
const serial = hexadecimal((length) => length <= 40);
const fingerprint = hexadecimal((length) => length === 40 || length === 64);

/** Remembers the answers of a costly question; files repeat few of them. */
function remembered<T>(read: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = read(text);
    if (answers.size < 500) answers.set(text, answer);
    return answer;
  };
}

const knownLanguage = remembered((text) => languageTag(text) ?? '');

/** What nobody understands stays out of the row and is counted: who reads which language is no reason to lose an order. */
const contactLocale: CellReading = (text, { row, parts }) => {
  const tag = knownLanguage(text);
  // Not null for an unknown one: the file does speak of a language, and what is known of it elsewhere must not be erased.
  row.contactLocale = text === '' ? null : tag || undefined;
  if (text === '') return undefined;
  if (tag === '') parts.unknownLanguage = text;
  else parts.language = text;
  return undefined;
};

const timeZone = remembered((text) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return refuse('not-a-time-zone');
  }
});

const country = remembered((text) => countryCode(text) ?? refuse('not-a-country'));

const status: ValueReading<OrderStatus> = (text) => readStatus(text) ?? refuse('unknown-status');

/** `disable_renewal_notifications` and its like: a tick means no. */
const opposite: ValueReading<boolean> = (text) => {
  const answer = yesOrNo(text);
  return typeof answer === 'boolean' ? !answer : answer;
};

/** How the cells of each field are read in a file of this date order. */
export function cellReadings(order: DateOrder | undefined): Readonly<Record<ColumnField, CellReading>> {
  const day = (text: string): string | RefusalReason => readCalendarDay(text, order);
  return {
    orderNumber,
    authority: into(readText, (row, value) => {
      row.authority = value;
    }),
    status: into(status, (row, value) => {
      row.status = value;
    }),
    productCode: into(readText, (row, value) => {
      row.productCode = value;
    }),
    productName: into(readText, (row, value) => {
      row.productName = value;
    }),
    commonName,
    names,
    validFrom: into(day, (row, value) => {
      row.validFrom = value;
    }),
    validUntil: into(day, (row, value) => {
      row.validUntil = value;
    }),
    orderFrom: into(day, (row, value) => {
      row.orderFrom = value;
    }),
    orderUntil: into(day, (row, value) => {
      row.orderUntil = value;
    }),
    orderedAt: into(day, (row, value) => {
      row.orderedAt = value;
    }),
    term: term(),
    termYears: term('years'),
    termMonths: term('months'),
    termDays: term('days'),
    customerName: into(readText, (row, value) => {
      row.customerName = value;
    }),
    accountNumber: into(readNumberText, (row, value) => {
      row.accountNumber = value;
    }),
    division: into(readText, (row, value) => {
      row.division = value;
    }),
    holder: into(readText, (row, value) => {
      row.holder = value;
    }),
    contactName: into(readText, (row, value) => {
      row.contactName = value;
    }),
    contactFirstName: intoPart('firstName'),
    contactLastName: intoPart('lastName'),
    contactEmail,
    contactPhone: into(readText, (row, value) => {
      row.contactPhone = value;
    }),
    contactLocale,
    contactTimeZone: into(timeZone, (row, value) => {
      row.contactTimeZone = value;
    }),
    country: into(country, (row, value) => {
      row.country = value;
    }),
    isRenewed: into(yesOrNo, (row, value) => {
      row.isRenewed = value;
    }),
    renewalOf: linkedOrder((row, value) => {
      row.renewalOf = value;
    }),
    renewedBy: linkedOrder((row, value) => {
      row.renewedBy = value;
    }),
    noticesOn: into(yesOrNo, (row, value) => {
      row.noticesOn = value;
    }),
    noticesOff: into(opposite, (row, value) => {
      row.noticesOn = value;
    }),
    autoRenew: into(yesOrNo, (row, value) => {
      row.autoRenew = value;
    }),
    price: intoPart('price'),
    currency: intoPart('currency'),
    serverCount: into(readCount, (row, value) => {
      row.serverCount = value;
    }),
    serial: into(serial, (row, value) => {
      row.serial = value;
    }),
    fingerprint: into(fingerprint, (row, value) => {
      row.fingerprint = value;
    }),
    notes: into(readNote, (row, value) => {
      row.notes = value;
    }),
    owner: into(readText, (row, value) => {
      row.owner = value;
    }),
  };
}
