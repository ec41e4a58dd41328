import { domainToUnicode } from 'node:url';

/** Letters that Spanish, Portuguese, French, German, Nordic, Polish and Catalan names use and nobody mistakes for ASCII. */
const latin = /^[a-z0-9_\-·àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿßąćčďęěğłńňőœřśşšťůűźżž]+$/u;

/** Cyrillic and Greek letters that stand for a Latin one; a label of nothing else imitates a Latin name. */
const imitation = /^[асԁеԍһіјӏорԛѕԝхуьҽпгѵѡαορνυικγηω0-9_-]+$/u;

/** Left-to-right scripts in everyday use (UAX #31 table 5); each alone, or as Japanese, Chinese and Korean mix them. */
const wholeScripts = [
  /^[\p{scx=Cyrillic}]+$/u,
  /^[\p{scx=Greek}]+$/u,
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]+$/u,
  /^[\p{scx=Han}\p{scx=Bopomofo}]+$/u,
  /^[\p{scx=Han}\p{scx=Hangul}]+$/u,
  /^[\p{scx=Devanagari}]+$/u,
  /^[\p{scx=Bengali}]+$/u,
  /^[\p{scx=Tamil}]+$/u,
  /^[\p{scx=Thai}]+$/u,
  /^[\p{scx=Georgian}]+$/u,
  /^[\p{scx=Armenian}]+$/u,
];

/**
 * A normalised name as people read it: `xn--espaa-rta.example` → `españa.example`. For people only; everything else
 * keeps the A-labels.
 *
 * A label that could pass for another stays as it is: mixed scripts, look-alikes of Latin, foreign digits, and
 * scripts written from the right, whose labels a reader would see in another order.
 */
export function displayHostName(name: string): string {
  if (!name.includes('xn--')) return name;
  return name
    .split('.')
    .map((label) => (label.startsWith('xn--') ? displayLabel(label) : label))
    .join('.');
}

function displayLabel(label: string): string {
  const unicode = domainToUnicode(label);
  return isSafeToShow(unicode) ? unicode : label;
}

function isSafeToShow(label: string): boolean {
  if (latin.test(label)) return true;
  if (imitation.test(label)) return false;
  const letters = label.replace(/[0-9-]/g, '');
  if (letters === '' || /[\p{Nd}\p{P}\p{S}\p{Cf}]/u.test(letters)) return false;
  return wholeScripts.some((script) => script.test(letters));
}
