import { Fault } from '../kernel/fault.ts';
import type { Database } from '../storage/database.ts';
import { type BrandInput, brandSchema } from '../templates/brand.ts';
import { findPartner, type Partner } from './partner.ts';
import { parsePartnerSettings } from './partner-settings.ts';
import {
  addPartnerIfMissing,
  changePartnerRow,
  renamePartner,
  storeDefaultBrand,
  storeSettings,
} from './store.ts';
import type { PartnerFields, RecordPartnerChange } from './switch-sending.ts';

export interface PartnerSetUp {
  readonly slug: string;
  readonly name?: string | undefined;
  /** All settings; what is left out goes back to its default. */
  readonly settings?: unknown;
  readonly brand?: BrandInput | undefined;
}

/** Throws `invalid` with the place and the expectation. */
export function checkedBrand(value: unknown): BrandInput {
  const parsed = brandSchema.safeParse(value);
  if (parsed.success) return parsed.data as BrandInput;
  const issue = parsed.error.issues[0]!;
  throw new Fault('invalid', `the brand’s ${issue.path.join('.') || 'file'} is wrong: ${issue.message}`, {
    code: 'brand',
    params: { place: issue.path.join('.') || '–', said: issue.message },
  });
}

/** What a partner may be called in addresses and commands; the table of partners holds the same rule. */
const slugRule = /^[a-z0-9][a-z0-9-]{0,62}$/;

function checkSlug(slug: string): void {
  if (slugRule.test(slug)) return;
  const said = slug.length > 60 ? `${slug.slice(0, 59)}…` : slug;
  throw new Fault(
    'invalid',
    `"${said}" cannot be a partner's slug: 1 to 63 lower-case letters, digits and hyphens are expected, no hyphen first`,
    { hint: 'a file of settings is given as --settings FILE.json', code: 'bad-slug', params: { slug: said } },
  );
}

/**
 * Makes the partner if it is missing and gives it what is given, in one transaction with what `record` writes down;
 * throws `invalid` for what cannot be.
 */
export async function setUpPartner(
  db: Database,
  setUp: PartnerSetUp,
  record?: RecordPartnerChange,
): Promise<Partner> {
  checkSlug(setUp.slug);
  const settings = setUp.settings === undefined ? undefined : parsePartnerSettings(setUp.settings);
  const brand = setUp.brand === undefined ? undefined : checkedBrand(setUp.brand);
  await addPartnerIfMissing(db, setUp.slug, setUp.name ?? setUp.slug);
  const before = await findPartner(db, setUp.slug);
  const after = { ...before, name: setUp.name ?? before.name, settings: settings ?? before.settings };
  await changePartnerRow(db, before.id, async (tx) => {
    if (setUp.name !== undefined) await renamePartner(tx, before.id, setUp.name);
    if (settings !== undefined) await storeSettings(tx, before.id, settings);
    if (brand !== undefined) await storeDefaultBrand(tx, brand);
    const change = { before: fieldsOf(before), after: { ...fieldsOf(after), ...(brand ? { brand } : {}) } };
    await record?.(tx, { slug: before.slug, ...change });
  });
  return findPartner(db, setUp.slug);
}

/** What may be set, as one level of fields. */
function fieldsOf({ name, settings }: Partner): PartnerFields {
  return { name, ...settings };
}
