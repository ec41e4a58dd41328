import type { Context } from 'hono';

/** Where the reader is, for links that keep what was chosen. */
export interface StaffPlace {
  /** Another page in the language that was chosen, if one was. */
  to(path: string, query?: Readonly<Record<string, string | undefined>>): string;
  /** This page with something about it changed; undefined takes it away. */
  here(change: Readonly<Record<string, string | undefined>>): string;
}

export function staffPlace(c: Context): StaffPlace {
  const lang = c.req.query('lang');
  return {
    to: (path, query = {}) => withQuery(path, { ...query, lang }),
    here: (change) => withQuery(c.req.path, { ...c.req.query(), ...change }),
  };
}

function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
