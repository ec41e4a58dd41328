const addressLike = /<?"?[^\s<>"(),;:]*"?@[^\s<>"(),;]+>?/gu;
/** Keys, tokens, queue numbers: a run of 20 or more letters and digits says nothing to a reader of a log. */
const codeLike = /[A-Za-z0-9+/_=.~-]{20,}/g;
const longest = 300;

/** A server's words, fit for a log: no address, no token, no control character, bounded. */
export function redact(response: string): string {
  return response
    .replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]+/g, ' ')
    .replace(addressLike, '[address]')
    .replace(codeLike, (run) => (/\d/.test(run) ? '[code]' : run))
    .slice(0, longest);
}
