import { isAscii, isUtf8 } from 'node:buffer';

export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type TextEncoding = (typeof textEncodings)[number];

/** What all bytes of a file say about its encoding. Positions count bytes. */
export type EncodingFinding =
  | { readonly kind: 'found'; readonly encoding: TextEncoding }
  | { readonly kind: 'damaged-utf8'; readonly at: number }
  | { readonly kind: 'nul'; readonly at: number };

/**
 * Judges a file's encoding from all of its bytes, piece by piece: byte order mark; NULs in every other place
 * (UTF-16); valid UTF-8 throughout; else Windows-1252. A file most of whose accents are good UTF-8 is a damaged
 * UTF-8 file, never Windows-1252: read as that, it would garble every name in silence.
 */
export class EncodingJudge {
  #position = 0;
  #utf16: TextEncoding | undefined;
  #marked = false;
  #rest: Buffer = Buffer.alloc(0);
  #nulAt = -1;
  #invalidAt = -1;
  #invalid = 0;
  #sequences = 0;

  /** The next bytes. The buffer may be used again afterwards. */
  add(bytes: Buffer): void {
    if (this.#position === 0) this.#begin(bytes);
    if (this.#utf16 === undefined) this.#judge(bytes);
    this.#position += bytes.length;
  }

  finding(): EncodingFinding {
    if (this.#utf16) return { kind: 'found', encoding: this.#utf16 };
    if (this.#nulAt >= 0) return { kind: 'nul', at: this.#nulAt };
    if (this.#rest.length > 0) this.#blame(this.#position - this.#rest.length, 1);
    if (this.#invalid === 0) return { kind: 'found', encoding: 'utf-8' };
    if (this.#marked || this.#sequences > this.#invalid) return { kind: 'damaged-utf8', at: this.#invalidAt };
    return { kind: 'found', encoding: 'windows-1252' };
  }

  #begin(bytes: Buffer): void {
    this.#utf16 = utf16Of(bytes);
    this.#marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  }

  #judge(bytes: Buffer): void {
    if (this.#nulAt < 0) {
      const nul = bytes.indexOf(0);
      if (nul >= 0) this.#nulAt = this.#position + nul;
    }
    if (this.#rest.length === 0 && isAscii(bytes)) return;
    const start = this.#position - this.#rest.length;
    const whole = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    const end = whole.length - unfinished(whole);
    const part = whole.subarray(0, end);
    this.#rest = Buffer.from(whole.subarray(end));
    if (isUtf8(part)) this.#sequences += this.#sequences > enoughSequences ? 1 : countLeads(part);
    else this.#tally(part, start);
  }

  /** Counts in a piece that is not UTF-8 what would be UTF-8 and what would not. */
  #tally(bytes: Buffer, start: number): void {
    if (this.#invalid > 10_000 && this.#invalid > this.#sequences * 10) return;
    for (let i = 0; i < bytes.length; ) {
      if (bytes[i]! < 0x80) {
        i += 1;
        continue;
      }
      const length = sequenceLength(bytes[i]!);
      if (length > 1 && isUtf8(bytes.subarray(i, i + length))) this.#sequences += 1;
      else this.#blame(start + i, 1);
      i += length > 1 && isUtf8(bytes.subarray(i, i + length)) ? length : 1;
    }
  }

  #blame(at: number, count: number): void {
    if (this.#invalidAt < 0) this.#invalidAt = at;
    this.#invalid += count;
  }
}

/** Above this many good sequences a few more or less decide nothing, and counting them costs time. */
const enoughSequences = 100_000;

function countLeads(bytes: Buffer): number {
  let leads = 0;
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! >= 0xc0) leads += 1;
  return leads;
}

/** UTF-16 by its mark, or by NULs that fill nearly only the even or only the odd places of the beginning. */
function utf16Of(bytes: Buffer): TextEncoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 4096);
  const nuls = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) nuls[i & 1]! += 1;
  const pairs = head.length / 2;
  if (nuls[1]! > pairs * 0.6 && nuls[0]! < pairs * 0.05) return 'utf-16le';
  if (nuls[0]! > pairs * 0.6 && nuls[1]! < pairs * 0.05) return 'utf-16be';
  return undefined;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc0 ? 2 : 1;
}

/** How many bytes at the end begin a sequence whose rest has not come yet. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
  }
  return 0;
}
