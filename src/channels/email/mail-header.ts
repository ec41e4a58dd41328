import { encodeWord, encodeWords, foldLines, quoteString } from 'nodemailer/lib/mime-funcs';
import { Fault } from '../../kernel/fault.ts';
import { parseAddress } from '../../kernel/mail-address.ts';

/** RFC 2047 section 2: an encoded word has at most 75 characters, so that much of it is content. */
const encodedWord = 52;

/** `Name: value` folded at 76, ending in CRLF. The value is already in its written form. */
export function headerField(name: string, value: string): string {
  return `${foldLines(`${name}: ${value}`, 76)}\r\n`;
}

/** Free text of a header: no line end or control character survives, non-ASCII becomes encoded words. */
export function headerText(text: string): string {
  return encodeWords(oneLine(text), 'Q', encodedWord, true);
}

/** `Name <address>` for From, To, Reply-To. Throws `invalid` for an address that is none, without repeating it. */
export function headerAddress(
  who: { readonly name?: string; readonly address: string },
  field: string,
): string {
  const address = parseAddress(who.address)?.address;
  if (!address) throw new Fault('invalid', `${field} of a message must hold one mail address; it does not`);
  const name = oneLine(who.name ?? '')
    .slice(0, 200)
    .toWellFormed();
  if (name === '') return address;
  if (/^[A-Za-z0-9 ]+$/.test(name)) return `${name} <${address}>`;
  const written = /^[\x20-\x7e]+$/.test(name) ? quoteString(name) : encodeWord(name, 'Q', encodedWord);
  return `${written} <${address}>`;
}

/** Control characters, line separators and characters that turn the direction of writing become one space. */
function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
