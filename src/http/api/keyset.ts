import { Fault } from '../../kernel/fault.ts';

/** The values of the last row's sort columns, ending in its id. */
export type Place = readonly (string | number | null)[];

/** A place in a list as an opaque word. It names the order it belongs to: in another order it would skip rows. */
export function placeToken(sort: string, place: Place): string {
  return Buffer.from(JSON.stringify([sort, ...place])).toString('base64url');
}

/** The place in this order; undefined without a word. Throws `invalid` for one from another order, or changed by hand. */
export function placeOf(sort: string, size: number, token: string | undefined): Place | undefined {
  if (token === undefined) return undefined;
  const place = parsed(token);
  const isPlace =
    Array.isArray(place) &&
    place.length === size + 1 &&
    place[0] === sort &&
    place.every((value) => value === null || typeof value === 'string' || typeof value === 'number');
  if (!isPlace) {
    throw new Fault('invalid', 'after is no place in this list in this order', {
      code: 'wrong-place',
      hint: 'begin again without after',
    });
  }
  return place.slice(1);
}

function parsed(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch {
    return undefined;
  }
}
