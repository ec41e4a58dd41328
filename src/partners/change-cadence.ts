import type { CalendarBook } from '../../contract/settings.ts';
import { bookOf, builtInDocument, type CadenceDocument } from '../cadence/cadence-document.ts';
import { succeedDocument } from '../cadence/succeed-document.ts';
import { Fault } from '../kernel/fault.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { isSame } from './change-settings.ts';
import {
  type CadenceVersionRow,
  cadenceVersionRow,
  cadenceVersionRows,
  decidedUntil,
  lockRules,
  putCadenceVersion,
  type VersionMaker,
} from './version-store.ts';

export interface CadenceChange {
  readonly book: CalendarBook;
  /** The version that was edited: with another one in force meanwhile, nothing is changed. */
  readonly over: number;
  /** The version whose content is taken up again. */
  readonly fromVersion?: number | undefined;
}

export type CadenceOutcome =
  | { readonly kind: 'changed'; readonly version: number; readonly before: CalendarBook }
  | { readonly kind: 'same'; readonly version: number }
  | { readonly kind: 'stale'; readonly version: number };

/** Puts calendars of notices in force as the next version. What the ledger has said stays said (`succeedDocument`). */
export async function changeCadence(
  tx: PartnerTransaction,
  { book, over, fromVersion }: CadenceChange,
  by: VersionMaker,
): Promise<CadenceOutcome> {
  const held = await lockRules(tx);
  const version = held.cadenceVersion;
  if (version !== over) return { kind: 'stale', version };
  const before = (held.cadence ?? builtInDocument) as CadenceDocument;
  if (isSame(bookOf(before), book)) return { kind: 'same', version };
  const document = succeedDocument(before, book, await decidedUntil(tx, by.at));
  await putCadenceVersion(tx, { version: version + 1, document, fromVersion: fromVersion ?? null }, by);
  return { kind: 'changed', version: version + 1, before: bookOf(before) };
}

/** Up to when the ledger has been decided; null: it knows nothing yet. Epoch milliseconds. */
export function ledgerDecidedUntil(tx: PartnerTransaction, now: Temporal.Instant): Promise<number | null> {
  return decidedUntil(tx, now.toString());
}

export type CadenceVersion = Omit<CadenceVersionRow, 'at'> & {
  /** Null: the built-in calendars. */
  readonly at: Temporal.Instant | null;
};

const builtIn: CadenceVersion = { version: 0, at: null, by: null, note: null, fromVersion: null };
const mostShown = 200;

/** Newest first; the built-in calendars are version 0. */
export async function cadenceVersions(tx: PartnerTransaction): Promise<CadenceVersion[]> {
  return [...(await cadenceVersionRows(tx, mostShown)), builtIn];
}

/** The calendars of one version. Throws `not-found`. */
export async function cadenceAt(
  tx: PartnerTransaction,
  version: number,
): Promise<CadenceVersion & { readonly document: CadenceDocument }> {
  if (version === 0) return { ...builtIn, document: builtInDocument };
  const row = await cadenceVersionRow(tx, version);
  if (!row)
    throw new Fault('not-found', `there is no version ${version} of the calendars of notices`, {
      code: 'no-calendar-version',
      params: { version },
    });
  return { ...row, document: row.document as CadenceDocument };
}
