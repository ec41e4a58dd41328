import type { Language } from '../../kernel/locale.ts';

/** What a file is by its first bytes, whatever its name says. */
export type FileKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'zip' }
  | { readonly kind: 'other'; readonly what: Readonly<Record<Language, string>> };

const signatures: readonly { bytes: readonly number[]; what: Readonly<Record<Language, string>> }[] = [
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    what: {
      es: 'un .xls antiguo o un libro con contraseña',
      en: 'an old .xls or a workbook with a password',
    },
  },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: { es: 'un PDF', en: 'a PDF' } },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: { es: 'una imagen', en: 'a picture' } },
  { bytes: [0xff, 0xd8, 0xff], what: { es: 'una imagen', en: 'a picture' } },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: { es: 'una imagen', en: 'a picture' } },
  { bytes: [0x1f, 0x8b], what: { es: 'un archivo comprimido', en: 'a compressed file' } },
  { bytes: [0x42, 0x5a, 0x68], what: { es: 'un archivo comprimido', en: 'a compressed file' } },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], what: { es: 'un archivo comprimido', en: 'a compressed file' } },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], what: { es: 'un archivo comprimido', en: 'a compressed file' } },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: { es: 'un archivo comprimido', en: 'a compressed file' } },
  { bytes: [0x52, 0x61, 0x72, 0x21], what: { es: 'un archivo comprimido', en: 'a compressed file' } },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], what: { es: 'un programa', en: 'a program' } },
  { bytes: [0x4d, 0x5a, 0x90, 0x00], what: { es: 'un programa', en: 'a program' } },
];

const binary = { es: 'un archivo binario', en: 'a binary file' };
const web = { es: 'una página web', en: 'a web page' };
const pem = { es: 'un certificado en PEM', en: 'a certificate in PEM' };

/** Judges the first few kilobytes. UTF-16 is text; a text file with a stray NUL is text too, and is refused later. */
export function fileKind(head: Buffer): FileKind {
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2]! === 3 || head[2]! === 5)) return { kind: 'zip' };
  for (const { bytes, what } of signatures)
    if (bytes.every((byte, index) => head[index] === byte)) return { kind: 'other', what };
  const start = head
    .toString('latin1', 0, 512)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase();
  if (/^<(?:!doctype html|html|\?xml|table)/.test(start)) return { kind: 'other', what: web };
  if (start.startsWith('-----begin ')) return { kind: 'other', what: pem };
  return isMostlyControl(head) ? { kind: 'other', what: binary } : { kind: 'text' };
}

/** More than one byte in fifty is a control character that no text holds; NUL is left out for UTF-16's sake. */
function isMostlyControl(head: Buffer): boolean {
  let control = 0;
  for (const byte of head)
    if (byte !== 0 && (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27))) control += 1;
  return control > 4 && control * 50 > head.length;
}
