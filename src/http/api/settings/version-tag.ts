import { Fault } from '../../../kernel/fault.ts';
import type { CadenceVersion } from '../../../partners/change-cadence.ts';

/** The ETag of a version of the calendars of notices. */
export function versionTag(version: number): string {
  return `"v${version}"`;
}

/** The version over which an edit was made. Throws `invalid` for what is no such tag. */
export function overVersion(ifMatch: string): number {
  const found = /^\s*(?:W\/)?"v(\d{1,9})"\s*$/.exec(ifMatch)?.[1];
  if (found === undefined) {
    throw new Fault(
      'invalid',
      'If-Match: the ETag of the calendars that were edited was expected, such as "v3"',
      { code: 'wrong-version-tag' },
    );
  }
  return Number(found);
}

/** Says who was quicker. */
export function refuseStaleVersion({ version, by, at }: CadenceVersion): never {
  throw new Fault('stale', `version ${version} of the calendars of notices is in force meanwhile`, {
    code: 'stale-calendars',
    params: { version },
    hint: 'look at what has changed, bring both together, then save over that version',
    details: { changed: { version, by, at: at?.toString() ?? null } },
  });
}
