import type { Cadence } from '../cadence/cadence.ts';
import { type CadenceDocument, cadenceOf } from '../cadence/cadence-document.ts';
import { Fault } from '../kernel/fault.ts';
import type { PartnerId } from '../kernel/ids.ts';
import type { Database } from '../storage/database.ts';
import { type PartnerSettings, parsePartnerSettings } from './partner-settings.ts';
import { addPartnerIfMissing, type PartnerRow, partnerById, partnerBySlug } from './store.ts';

export interface Partner {
  readonly id: PartnerId;
  readonly slug: string;
  readonly name: string;
  readonly sendingOn: boolean;
  readonly settings: PartnerSettings;
  /** Its own calendars of notices; null while it has the built-in ones. */
  readonly cadence: Cadence | null;
  readonly cadenceVersion: number;
  readonly rulesChangedAt: Temporal.Instant | null;
  readonly clocksWokenAt: Temporal.Instant | null;
}

export const defaultPartnerSlug = 'default';

/** A partner as stored, its settings checked. */
export function partnerFromRow(row: PartnerRow): Partner {
  const { cadence, ...rest } = row;
  return {
    ...rest,
    settings: parsePartnerSettings(row.settings),
    cadence: cadence === null ? null : cadenceOf(cadence as CadenceDocument, row.cadenceVersion),
  };
}

/** The partner of that slug; the default one is made when it is asked for and missing. Throws `not-found`. */
export async function findPartner(db: Database, slug: string = defaultPartnerSlug): Promise<Partner> {
  if (slug === defaultPartnerSlug) await addPartnerIfMissing(db, slug, 'Vigente');
  const row = await partnerBySlug(db, slug);
  if (!row) {
    throw new Fault('not-found', `there is no partner "${slug}"`, {
      hint: '"vigente partner list" shows them; "vigente partner set" makes it',
      code: 'no-partner',
      params: { slug },
    });
  }
  return partnerFromRow(row);
}

/** The partner of that number, for what comes in with a signed link; undefined if there is none any more. */
export async function partnerOfId(db: Database, id: PartnerId): Promise<Partner | undefined> {
  const row = await partnerById(db, id);
  return row && partnerFromRow(row);
}
