import { createHash } from 'node:crypto';
import { Fault } from '../../kernel/fault.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A strong validator (RFC 9110 section 8.8.3) of what can be edited. It holds a digest of each field, so that a stale
 * edit can be told which fields somebody else has changed, without old versions being kept.
 */
export function etagOf(fields: Fields): string {
  return `"${sortedNames(fields)
    .map((name) => `${name}.${digest(fields[name])}`)
    .join('~')}"`;
}

/** Throws `stale`, with what the changed fields hold now, unless the edit was made over the present version. */
export function refuseStale(ifMatch: string, now: Fields): void {
  if (ifMatch.trim() === '*' || ifMatch.split(',').some((tag) => tag.trim() === etagOf(now))) return;
  const known = new Map(
    ifMatch
      .replace(/^\s*"|"\s*$/g, '')
      .split('~')
      .map((part) => part.split('.', 2) as [string, string | undefined]),
  );
  const changed = sortedNames(now).filter((name) => known.get(name) !== digest(now[name]));
  throw new Fault('stale', `somebody else has changed this in the meantime: ${changed.join(', ')}`, {
    code: 'stale-edit',
    params: { fields: changed.join(', ') },
    hint: 'look at what it holds now, then make the change again',
    details: { changed: Object.fromEntries(changed.map((name) => [name, now[name] ?? null])) },
  });
}

function sortedNames(fields: Fields): string[] {
  return Object.keys(fields).sort();
}

/** 48 bits: a person's edit is compared with one other version, not with millions. */
function digest(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value ?? null))
    .digest('base64url')
    .slice(0, 8);
}
